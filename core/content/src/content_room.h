#pragma once

#include "content/content.h"
#include "edits.h"
#include "kept_files.h"

#include <map>

namespace learnlab::content {

class ContentRoom final : public Content
{
public:
    ContentRoom(const QString &accountFolder, const Parts &parts, std::unique_ptr<Watch> watch);

    void keep(domain::ItemRef item, std::function<void(domain::Result<QList<domain::TransferId>>)> reply) override;
    void unkeep(domain::ItemRef item, std::function<void(domain::Result<void>)> reply) override;
    void setLimit(qint64 bytes) override;
    void freeUp(std::function<void(domain::Result<void>)> reply) override;
    void open(domain::FileId id, std::function<void(domain::Result<QString>)> reply) override;
    void collectEdits(std::function<void()> reply) override;
    [[nodiscard]] QStringList unsentEdits() const override { return m_edits.unsent(); }
    void copyTo(domain::FileId id, const QByteArray &destination, bool replace,
                std::function<void(domain::Result<void>)> reply) override;
    domain::Result<void> wipe() override;

private:
    using Done = std::function<void(domain::Result<void>)>;
    using Opened = std::function<void(domain::Result<QString>)>;
    using Queued = std::function<void(domain::Result<QList<domain::TransferId>>)>;

    // content_room.cpp
    void begin();
    void sweep();
    void pruneCopies();

    // content_keep.cpp
    void pinAndFetch(const QList<domain::File> &files, const domain::ItemRef &item, const Queued &reply);
    /// Queues downloads into the kept content and gives their ids.
    void fetch(const QList<domain::File> &files, bool pin, const Queued &reply);
    [[nodiscard]] domain::Transfer download(const domain::File &file, const QByteArray &path, bool pinned) const;
    /// These need not be here any more, as far as they are not kept for another reason.
    void release(const QList<domain::FileId> &ids, const Done &done);

    // content_follow.cpp
    void heard(const mirror::Change &change);
    void lookSoon();
    void follow();
    void dropOlder(domain::FileId id);
    void followFolders();
    void followFile(domain::FileId id, QList<domain::File> *wanted, QList<domain::FileId> *unwanted) const;
    [[nodiscard]] qint64 capacityForAll(const QList<domain::File> &files) const;
    void bring(const QList<domain::File> &files);
    [[nodiscard]] bool adopt(const domain::File &file);

    // content_room_for.cpp
    [[nodiscard]] QList<Held> held() const;
    [[nodiscard]] Room room() const;
    void makeRoom(qint64 wanted, const Done &done);
    void letGo(const QList<domain::FileId> &ids, const Done &done);
    void dropBytes(const QList<QByteArray> &digests);
    [[nodiscard]] QSet<QByteArray> wantedDigests() const;

    // content_open.cpp
    void opened(domain::FileId id, const domain::Result<QString> &path);
    void reopen(const mirror::OpenedCopy &copy);
    void placeNew(const domain::File &file, const QByteArray &sha256, bool mayFetchAgain);
    void place(const mirror::OpenedCopy &copy, const domain::File &file, bool mayFetchAgain);
    void placed(const mirror::OpenedCopy &copy);
    void notPlaced(const mirror::OpenedCopy &copy, const domain::File &file, const domain::Error &error,
                   bool mayFetchAgain);

    // content_copies.cpp
    void makeCurrent(const domain::File &file, Done done);
    /// How long nothing has come of a download that waits for the network.
    struct Patience
    {
        qint64 bytes = 0;
        int looks = 0;
    };
    void await(domain::FileId id, domain::TransferId transfer, Patience patience, const Done &done);
    void settled(domain::FileId id, domain::TransferId transfer, Patience patience, const Done &done);
    void fetched(domain::FileId id, domain::TransferId transfer, const Done &done);
    void copy(const QByteArray &sha256, const QByteArray &destination, bool replace, bool ownerOnly, Done done);
    /// Replies with the result; where it is that the name is taken, only if other bytes are there than the file's.
    void orSameIsThere(const domain::File &file, const QByteArray &destination, const domain::Result<void> &result,
                       const Done &reply);
    void downloadTo(const domain::File &file, const QByteArray &destination, bool replace, Done done);
    void settledAt(domain::TransferId id, Done done);
    void damaged(domain::FileId id, Done done);

    /// Keeps a job until it calls back.
    [[nodiscard]] quint64 nextJob() { return ++m_lastJob; }
    void jobOver(quint64 job);
    [[nodiscard]] support::Task guarded(support::Task task) const;
    /// A callback of the store that comes to nothing when the room is gone.
    template <class F>
    [[nodiscard]] mirror::Store::Done ifAlive(F call) const
    {
        return [alive = std::weak_ptr<char>(m_alive), call = std::move(call)](const domain::Result<void> &done) {
            if (!alive.expired())
                call(done);
        };
    }

    Parts m_with;
    KeptFiles m_files;
    Edits m_edits;
    qint64 m_limit = 0;
    std::map<quint64, transfer::LocalFiles::JobHandle> m_jobs;
    quint64 m_lastJob = 0;
    QHash<domain::FileId, QList<Opened>> m_opening;
    QHash<domain::FileId, QByteArray> m_older; ///< what is here until a newer version has come
    QSet<domain::FileId> m_changed;
    bool m_everythingChanged = true;
    bool m_foldersChanged = true;
    bool m_looking = false;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::content
