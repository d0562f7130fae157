#pragma once

#include "api/api.h"
#include "sim_world.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace learnlab::simulation {

/// What the server and its object store hold and do, at once and without faults; those are the network's. It outlives
/// the client.
class Server
{
public:
    struct Stored
    {
        domain::File row;
        QByteArray bytes;
    };
    struct Upload
    {
        api::UploadRequest request;
        api::UploadState::Phase phase = api::UploadState::Phase::Open;
        qint64 partSize = 0;
        std::optional<QByteArray> object;
        std::map<int, std::pair<domain::Part, QByteArray>> parts;
        std::optional<domain::File> file;
    };

    explicit Server(World &world) : m_world(world) {}

    [[nodiscard]] api::UploadAnswer create(const api::UploadRequest &request);
    [[nodiscard]] domain::Result<api::UploadState> state(domain::UploadId id) const;
    [[nodiscard]] domain::Result<QList<api::PartUrl>> partUrls(domain::UploadId id,
                                                               const QList<api::PartRequest> &parts);
    void abandon(domain::UploadId id);
    [[nodiscard]] api::UploadAnswer complete(const api::Completion &completion);
    [[nodiscard]] api::DownloadUrl download(domain::FileId id);
    /// It need not remember for ever what was done long ago.
    void forget(domain::UploadId id)
    {
        m_uploads.erase(id);
        m_forgotten.insert(id);
        // A request for it that comes even later begins it anew.
        std::erase_if(m_told, [id](const auto &told) { return told.first == id; });
    }
    [[nodiscard]] bool hasForgotten(domain::UploadId id) const { return m_forgotten.contains(id); }
    /// The object store. The answer is the ETag.
    [[nodiscard]] domain::Result<QString> put(const QUrl &url, const QByteArray &bytes);
    [[nodiscard]] domain::Result<QByteArray> get(const QUrl &url) const;
    /// Somebody else adds a file.
    domain::File add(const QString &name, const QByteArray &bytes);

    [[nodiscard]] const std::map<domain::FileId, Stored> &files() const { return m_files; }
    /// Which upload and part a URL is for; part 0: the whole.
    [[nodiscard]] static std::pair<domain::UploadId, int> target(const QUrl &url);

    /// The client heard that the store has this part; 0: the whole.
    void told(domain::UploadId id, int part);
    /// How often it was restored.
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] bool wasTold(domain::UploadId id, int part) const { return m_told.contains({id, part}); }

    [[nodiscard]] domain::Usage usage() const;
    void setQuota(std::optional<qint64> bytes)
    {
        m_quota = bytes;
        usageChanged();
    }
    [[nodiscard]] int refusedForRoom() const { return m_refusedForRoom; }
    /// What a backup holds, and going back to it; answers the files that are not there any more as they were.
    void remember() { m_backup = {m_uploads, m_files}; }
    [[nodiscard]] std::set<domain::FileId> restore();

    /// Called when the user's usage moved: it enters the feed.
    std::function<void()> usageChanged = [] {};
    /// Called when an upload became a file, before anybody hears of it.
    std::function<void(domain::UploadId, const domain::File &)> committed = [](domain::UploadId, const domain::File &) {
    };

    QString storeHost = QStringLiteral("store"); ///< where URLs lead
    bool full = false;                           ///< the store's disk

    static constexpr qint64 partSize = 100;
    static constexpr qint64 multipartThreshold = 300;

private:
    [[nodiscard]] api::SignedRequest sign(domain::UploadId id, int number, qint64 size, const QByteArray &sha256) const;
    [[nodiscard]] std::optional<domain::FileId> namesake(const QString &name) const;
    [[nodiscard]] QString freeName(const QString &name) const;
    [[nodiscard]] domain::File commit(Upload &upload, const QByteArray &bytes);
    [[nodiscard]] std::optional<QByteArray> assembled(const Upload &upload, const api::Completion &completion) const;

    struct Backup
    {
        std::map<domain::UploadId, Upload> uploads;
        std::map<domain::FileId, Stored> files;
    };

    World &m_world;
    std::map<domain::UploadId, Upload> m_uploads;
    std::map<domain::FileId, Stored> m_files;
    std::optional<Backup> m_backup;
    std::optional<qint64> m_quota;
    int m_refusedForRoom = 0;
    std::set<std::pair<domain::UploadId, int>> m_told;
    std::set<domain::UploadId> m_forgotten;
    int m_life = 0;
    qint64 m_revision = 0;
};

} // namespace learnlab::simulation
