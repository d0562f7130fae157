#pragma once

#include "fake_api/manual_api.h"
#include "fakes/step_scheduler.h"

#include <QHash>

namespace learnlab::tests {

/// The server's rules for folders, files and their feed, in memory. Its answers travel: they come late, out of order,
/// as errors, or not at all, before or after the request took effect.
class SimServer final : public fakes::ManualApi
{
public:
    SimServer(support::Scheduler &scheduler, support::Clock &clock, support::Random &random)
        : m_scheduler(scheduler), m_clock(clock), m_random(random)
    {}

    api::CallHandle changes(const QByteArray &after, int limit, std::chrono::seconds wait,
                            api::Reply<api::Changes> reply) override;
    api::CallHandle operations(const QList<domain::Operation> &operations,
                               api::Reply<QList<domain::OperationResult>> reply) override;
    /// Opens late or never, loses and doubles what it tells, and is cut, with a reason or in silence.
    api::CallHandle events(api::EventHandlers handlers) override;
    /// The socket is closed by the server: a drain, a session that ended, a token that ran out.
    void cutChannel();

    /// What another device does.
    domain::OperationResult apply(const domain::Operation &operation);
    void addFile(domain::FolderId folder, const QString &name);
    /// The upload is through: a row, or a new content where it replaces.
    [[nodiscard]] domain::File complete(const domain::Transfer &transfer);
    /// New content under the same id; the old one goes to trash as a file of its own.
    void replace(domain::FileId id, const QByteArray &content);
    [[nodiscard]] QByteArray newContent();
    void purge(domain::ItemRef item);
    /// A restored backup: another epoch, so that no cursor is known any more.
    void changeEpoch() { ++m_epoch; }

    int faultsPercent = 0;

    [[nodiscard]] const QHash<domain::FolderId, domain::Folder> &folders() const { return m_folders; }
    [[nodiscard]] const QHash<domain::FileId, domain::File> &files() const { return m_files; }
    [[nodiscard]] bool isLive(domain::FolderId folder) const; ///< the root too
    [[nodiscard]] bool isLive(const domain::File &file) const { return !file.isDeleted && isLive(file.folderId); }

private:
    struct Place
    {
        domain::FolderId parent;
        QString name;
        bool trashed = false;
    };
    struct Poll;
    struct Channel;

    [[nodiscard]] std::optional<Place> placeOf(domain::ItemRef item) const;
    void setPlace(domain::ItemRef item, const Place &place);
    [[nodiscard]] std::optional<domain::ItemRef> named(domain::FolderId parent, const QString &name,
                                                       domain::ItemRef but) const;
    [[nodiscard]] domain::Result<void> checked(const domain::Operation &operation, const Place &place) const;
    [[nodiscard]] domain::OperationResult applyNew(const domain::Operation &operation);
    [[nodiscard]] domain::OperationResult createFolder(const domain::Operation &operation);
    [[nodiscard]] domain::OperationResult rowOf(domain::OperationId id, domain::ItemRef item) const;
    [[nodiscard]] api::Changes pageAfter(qint64 revision, bool fromBeginning, int limit) const;
    [[nodiscard]] domain::Result<qint64> revisionOf(const QByteArray &cursor) const;
    void answerPoll(const std::shared_ptr<Poll> &poll, bool timeIsUp);
    void feedMoved();
    void tellChannels();
    domain::File put(domain::FileId id, domain::FolderId folder, const QString &name, const QByteArray &content);
    [[nodiscard]] std::chrono::milliseconds delay();
    [[nodiscard]] std::optional<domain::Error> fault();

    support::Scheduler &m_scheduler;
    support::Clock &m_clock;
    support::Random &m_random;
    QHash<domain::FolderId, domain::Folder> m_folders;
    QHash<domain::FileId, domain::File> m_files;
    QList<api::Removed> m_removed;
    QHash<domain::OperationId, domain::OperationResult> m_results;
    std::vector<std::weak_ptr<Poll>> m_polls;
    std::vector<std::weak_ptr<Channel>> m_channels;
    qint64 m_revision = 0;
    int m_epoch = 1;
};

} // namespace learnlab::tests
