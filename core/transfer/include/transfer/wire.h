#pragma once

#include "api/api.h"
#include "api/network.h"

#include <functional>
#include <memory>

namespace learnlab::transfer {

/// Bytes on their way between a local file and a URL: the only thing in `transfer` that touches the network.
class Wire
{
public:
    struct Progress
    {
        qint64 bytes = 0;
    };
    struct PutDone
    {
        QString etag;
    };
    struct GetDone
    {
        qint64 bytes = 0;       ///< written in this request
        bool fromStart = false; ///< the server ignored the range: the file was written anew
        QByteArray sha256 = {}; ///< of the file, where this request wrote all of it
    };
    /// Destroying it cancels the job; its callbacks are then never called. Engine thread.
    class Job
    {
    public:
        virtual ~Job() = default;
    };
    using JobHandle = std::unique_ptr<Job>;

    virtual ~Wire() = default;

    /// Sends `size` bytes of the file from `offset`. A file that is shorter than that: LocalChanged.
    [[nodiscard]] virtual JobHandle put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset,
                                        qint64 size, std::function<void(Progress)> progress,
                                        std::function<void(domain::Result<PutDone>)> done) = 0;
    /// Which bytes of a file are asked for, and what is known of it.
    struct Piece
    {
        qint64 offset = 0;
        qint64 length = -1; ///< -1: to the end
        qint64 total = -1;  ///< the file's size as the server told it; an answer that tells another is refused
    };
    /// Writes the bytes to their place in the file (made with mode 0600 when absent). To the end: what is behind
    /// `offset` is written over, and an answer from the beginning writes the file anew. A piece: nothing else of the
    /// file is touched, and exactly these bytes have to arrive (else Offline; DigestMismatch: it is another version).
    [[nodiscard]] virtual JobHandle get(const QUrl &url, const QString &etag, const QByteArray &localPath,
                                        const Piece &piece, std::function<void(Progress)> progress,
                                        std::function<void(domain::Result<GetDone>)> done) = 0;
    /// Bytes a second for all jobs of a direction together, shared among those under way; 0: no limit. At once.
    virtual void setRateLimits(qint64 /*up*/, qint64 /*down*/) {}
    /// The network is another one: kept connections are not used again, and what is under way fails as Offline soon.
    virtual void dropConnections() {}
    /// From now on by this way; what is under way fails as Offline soon, and goes on by it.
    virtual void setNetwork(const api::Network & /*network*/) {}
};

/// What is on this computer's disks, as far as transfers need it; on the pool's threads, answered on the engine's.
class LocalFiles
{
public:
    struct Digest
    {
        domain::LocalStamp stamp; ///< before and after reading: the same, or the answer is LocalChanged
        QByteArray sha256;
        QList<domain::Part> parts; ///< digests of the parts when a part size was given
    };
    struct Reading
    {
        qint64 partSize = 0; ///< 0: no digests of parts
        qint64 upTo = -1;    ///< reads no further until Job::proceed(); -1: to the end
        qint64 total = -1;   ///< the file is still being written, and will be of this size; its stamp is not looked at
        std::function<void(const domain::Part &)> part = {}; ///< each part as it is known, before `done`
    };
    struct Publishing
    {
        bool replace = false;
        bool ownerOnly = false; ///< mode 0600 whatever the umask says
        /// What is in the temporary file, where that was digested while it arrived; else the file is read.
        QByteArray arrived = {};
        qint64 size = -1; ///< how much of it arrived; -1: not known
    };
    class Job
    {
    public:
        virtual ~Job() = default;
        virtual void proceed(qint64 /*upTo*/) {}
    };
    using JobHandle = std::unique_ptr<Job>;

    virtual ~LocalFiles() = default;
    /// LocalVanished, LocalUnreadable, LocalNotAFile. Does not follow a link that leads in a circle. Any thread, quick.
    [[nodiscard]] virtual domain::Result<domain::LocalStamp> stamp(const QByteArray &path) = 0;
    [[nodiscard]] virtual JobHandle digest(const QByteArray &path, const Reading &reading,
                                           std::function<void(domain::Result<Digest>)> done) = 0;
    /// Verifies the digest of what is in the temporary file, makes it durable and renames it to its final name in one
    /// step. Without `replace` a taken name is LocalExists.
    [[nodiscard]] virtual JobHandle publish(const QByteArray &temporary, const QByteArray &finalPath,
                                            const QByteArray &sha256, const Publishing &publishing,
                                            std::function<void(domain::Result<void>)> done) = 0;
    /// Copies the bytes to `temporary`, which is made anew with mode 0600.
    [[nodiscard]] virtual JobHandle copy(const QByteArray &from, const QByteArray &temporary,
                                         std::function<void(domain::Result<void>)> done) = 0;
    /// Is a path missing because the drive it was on (LocalStamp::device) is not there? Any thread, quick.
    [[nodiscard]] virtual bool driveGone(const QByteArray & /*path*/, quint64 /*device*/) { return false; }
    /// Is this folder what is left where a drive (LocalStamp::device) was mounted? What is written there would lie on
    /// another drive, and be hidden when that one comes back. Any thread, quick.
    [[nodiscard]] virtual bool isBareMountPoint(const QByteArray & /*folder*/, quint64 /*device*/) { return false; }
    virtual qint64 sizeOf(const QByteArray &path) = 0;             ///< 0 when absent
    [[nodiscard]] virtual bool exists(const QByteArray &path) = 0; ///< also when it is a link that leads nowhere
    virtual void remove(const QByteArray &path) = 0;
};

/// Where a download's bytes gather before they are published: beside its final path, so that the rename is one step,
/// and found again after a restart. `key` tells transfers to the same path apart.
[[nodiscard]] QByteArray temporaryPath(const QByteArray &finalPath, const QByteArray &key);

} // namespace learnlab::transfer
