#pragma once

#include "content/content.h"
#include "kept_files.h"

#include <map>

namespace learnlab::content {

class ContentRoom final : public Content
{
public:
    struct Parts
    {
        mirror::Store &store;
        transfer::Transfers &transfers;
        transfer::LocalFiles &files;
        support::Scheduler &scheduler;
        support::Clock &clock;
        support::Random &random;
    };

    ContentRoom(const QString &accountFolder, const Parts &parts);

    void keep(domain::ItemRef item, std::function<void(domain::Result<QList<domain::TransferId>>)> reply) override;
    void unkeep(domain::ItemRef item, std::function<void(domain::Result<void>)> reply) override;
    void open(domain::FileId id, std::function<void(domain::Result<QString>)> reply) override;
    void copyTo(domain::FileId id, const QByteArray &destination, bool replace,
                std::function<void(domain::Result<void>)> reply) override;
    domain::Result<void> wipe() override;

private:
    using Done = std::function<void(domain::Result<void>)>;
    using Opened = std::function<void(domain::Result<QString>)>;

    // content_keep.cpp
    void heard(const mirror::Change &change);
    void keepFresh();
    void fetchAgain(const QList<domain::File> &stale);
    void sweep();
    void dropBytes(const QList<QByteArray> &digests);
    /// Queues downloads into the kept content and gives their ids.
    void fetch(const QList<domain::File> &files, bool pin, std::function<void(domain::Result<QList<domain::TransferId>>)> reply);
    [[nodiscard]] domain::Transfer download(const domain::File &file, const QByteArray &path, bool pinned) const;

    // content_copies.cpp
    void makeCurrent(const domain::File &file, Done done);
    void fetched(domain::FileId id, domain::TransferId transfer, const Done &done);
    void openCopy(const domain::File &file, const QByteArray &sha256, bool mayFetchAgain, Opened reply);
    void placeOpenCopy(const domain::File &file, const QByteArray &sha256, const QByteArray &path, bool mayFetchAgain, Opened reply);
    void copy(const QByteArray &sha256, const QByteArray &destination, bool replace, bool ownerOnly, Done done);
    void downloadTo(const domain::File &file, const QByteArray &destination, bool replace, Done done);
    void settledAt(domain::TransferId id, Done done);
    void damaged(domain::FileId id, Done done);

    /// Keeps a job until it calls back.
    [[nodiscard]] quint64 nextJob() { return ++m_lastJob; }
    void jobOver(quint64 job);
    [[nodiscard]] support::Task guarded(support::Task task) const;

    Parts m_with;
    KeptFiles m_files;
    std::map<quint64, transfer::LocalFiles::JobHandle> m_jobs;
    quint64 m_lastJob = 0;
    QSet<domain::FileId> m_changed;
    bool m_everythingChanged = true;
    bool m_looking = false;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::content
