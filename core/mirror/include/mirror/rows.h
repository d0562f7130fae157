#pragma once

#include "domain/operation.h"
#include "domain/transfer.h"
#include "mirror/links.h"

#include <QList>

#include <limits>

namespace learnlab::mirror {

/// One page of the server's feed, ready to be applied.
struct ChangesPage
{
    struct Removed
    {
        domain::ItemRef item;
        qint64 revision = 0;
    };

    QByteArray cursor;
    bool more = false;
    QList<domain::Folder> folders;
    QList<domain::File> files;
    QList<Removed> removed;
    QList<domain::Link> links;
    std::optional<domain::User> profile;
    std::optional<domain::Usage> usage;
};

/// What a list shows in its status column; the first that applies, worst first.
enum class ItemStatus { Failed, Conflict, Uploading, Waiting, WillUpload, AvailableOffline, Synced };

/// How something that is to be on this computer is. Partly: not all of it is here, and nothing of what is missing is on
/// its way, for want of room.
enum class Keeping { No, Kept, Fetching, Partly };

/// A file or folder as a list shows it: the row and what else the mirror knows of it.
struct ItemRow
{
    domain::ItemRef ref;
    domain::FolderId parentId;
    QString name;
    qint64 size = 0; ///< bytes; of a folder the number of things in it
    QString mimeType;
    domain::Timestamp modifiedAt;
    ItemStatus status = ItemStatus::Synced;
    double progress = -1;                       ///< 0 to 1 while Uploading or Waiting, else -1
    bool pinned = false;                        ///< kept offline on request
    Keeping keeping = Keeping::No;              ///< and how far that is
    bool available = false;                     ///< its bytes are on this computer
    bool lostOnServer = false;                  ///< a restored server does not have it; its bytes are kept here
    domain::TransferId transferId;              ///< the transfer behind the status, if any
    bool paused = false;                        ///< Waiting because that transfer is paused
    std::optional<domain::Timestamp> deletedAt; ///< in trash
    QString path;                               ///< of the parent, "/A/B"; only search and trash fill it
};

/// A copy of a file's bytes on this computer.
struct ContentRow
{
    domain::FileId fileId;
    QByteArray sha256; ///< of the bytes on disk, which may be older than the file's row
    qint64 size = 0;
    bool pinned = false;
    bool present = false; ///< the bytes are there; pinned and not present: still to be fetched
};

/// A place in the queue: what comes after it is read from there.
struct QueuePlace
{
    qint64 position = std::numeric_limits<qint64>::min();
    domain::TransferId id;
    friend auto operator<=>(const QueuePlace &, const QueuePlace &) = default;
};

/// How many transfers stand where, and their bytes. Kept with every change, not counted when asked.
struct TransferTotals
{
    qint64 queued = 0;
    qint64 underWay = 0; ///< preparing, sending, completing
    qint64 waiting = 0;
    qint64 paused = 0;
    qint64 failed = 0;
    qint64 done = 0;
    qint64 bytesTotal = 0; ///< of all of these
    qint64 bytesDone = 0;
    qint64 stoppedBytesTotal = 0; ///< of the paused and failed ones among them
    qint64 stoppedBytesDone = 0;
    qint64 finishedBytes = 0; ///< of the done ones among them

    [[nodiscard]] qint64 count() const { return queued + underWay + waiting + paused + failed + done; }
    friend bool operator==(const TransferTotals &, const TransferTotals &) = default;
};

struct TransferGroupRow
{
    domain::TransferGroup group; ///< without a name where only its transfers are known
    TransferTotals totals;
};

struct PendingOperation
{
    domain::Operation operation;
    std::optional<domain::Error> error; ///< refused by the server and rolled back; waits for the user
    int attempts = 0;
};

enum class SortKey { Name, Size, Type, Modified, Status };
struct Sort
{
    SortKey key = SortKey::Name;
    bool descending = false;
};

/// What a committed transaction changed, for those who show it.
struct Change
{
    QList<domain::FolderId> folders; ///< folders whose list of children changed (trash: the null-safe flag below)
    QList<domain::ItemRef> items;    ///< rows whose own values changed
    bool everything = false;         ///< too much to list: read anew
    bool trash = false;
    bool transfers = false;
    bool operations = false;
    bool history = false;
    bool links = false;
    bool account = false; ///< user, usage, sessions
};

} // namespace learnlab::mirror
