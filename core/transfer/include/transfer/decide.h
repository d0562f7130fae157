#pragma once

#include "api/api.h"
#include "domain/transfer.h"

#include <variant>

namespace learnlab::transfer {

/// What one transfer does next, as a pure function of where it stands and what happened. The runner (src/) stores
/// Decision::next, and only when that is on disk does it carry out the rest.

/// What a decision may depend on besides the transfer and the event.
struct Circumstances
{
    domain::Timestamp now;
    domain::UploadId freshUploadId; ///< unused so far; taken when a new upload is begun
    qint64 partSize = 0;            ///< of multipart uploads, as the server proposes it
    double partRate = 0;            ///< bytes a second that one part was last seen to travel at; 0: not known
    qint64 multipartThreshold = 0;  ///< larger files go in parts
    qint64 rangesFrom = 0;          ///< larger downloads come in ranges,
    qint64 rangeSize = 0;           ///< of this size
    double jitter = 0;              ///< [0, 1)
    int restarts = 0;               ///< how often the local file changed since the process began,
    int mismatches = 0;             ///< and how often a digest did not fit
};

namespace event {

/// An upload's turn has come; the local file was looked at, and, if it is small, read.
struct BeginUpload
{
    domain::Result<domain::LocalStamp> local;
    QByteArray sha256 = {};
};
/// A download's turn has come.
struct BeginDownload
{
    qint64 temporarySize = 0;
    bool finalExists = false;
};
/// The file was read: for its digest, and those of its parts where it goes in parts.
struct Digested
{
    domain::LocalStamp stamp;
    QByteArray sha256;
    QList<domain::Part> parts;
};
struct Created
{
    domain::Result<api::UploadAnswer> answer;
};
struct StateKnown
{
    domain::Result<api::UploadState> state;
    domain::Result<domain::LocalStamp> local;
};
/// An upload that is of no use any more was given up on the server, or could not be.
struct Abandoned
{
    domain::Result<void> done;
};
/// The store has the whole file.
struct WholeSent
{
    QString etag;
};
/// The store confirmed one part. Of a download: a range is in its place.
struct PartSent
{
    domain::Part part;
};
/// Every part is confirmed and the digest of the whole is known.
struct AllPartsSent
{};
struct Completed
{
    domain::Result<api::UploadAnswer> answer;
};
struct UrlKnown
{
    domain::Result<api::DownloadUrl> url;
};
/// All bytes of a download are in the temporary file.
struct Received
{
    qint64 bytes = 0; ///< the temporary file's size
};
/// What lies at the final path was read; `sha256` empty: it could not be.
struct Verified
{
    QByteArray sha256;
};
struct Published
{};
/// The work under way failed.
struct WorkFailed
{
    domain::Error error;
};
/// The file is not the one any more that was looked at.
struct LocalChanged
{};
/// Nothing can be done now, which is known without trying.
struct Blocked
{
    domain::Error error;
};
/// The wait is over: its time came, or the network is back.
struct Due
{};
/// The process began anew, or the mirror could not be written: what was under way is not any more.
struct Interrupted
{};
struct Pause
{};
struct Resume
{};
struct Cancel
{};
struct Retry
{};
struct RetryWith
{
    domain::OnConflict onConflict = domain::OnConflict::Fail;
};

} // namespace event

using Event = std::variant<event::BeginUpload, event::BeginDownload, event::Digested, event::Created, event::StateKnown,
                           event::Abandoned, event::WholeSent, event::PartSent, event::AllPartsSent, event::Completed,
                           event::UrlKnown, event::Received, event::Verified, event::Published, event::WorkFailed,
                           event::LocalChanged, event::Blocked, event::Due, event::Interrupted, event::Pause,
                           event::Resume, event::Cancel, event::Retry, event::RetryWith>;

/// The next step, begun when the decision is on disk. At most one at a time for each transfer.
enum class Work {
    Keep, ///< what is under way goes on
    None, ///< nothing may be under way any more
    Digest,
    Create,
    AskState,
    Abandon,   ///< the upload, before another is made: a completion that comes late must find nothing to complete
    SendWhole, ///< to the URL that Created brought
    SendParts,
    Complete,
    AskUrl,
    Receive,
    ReceiveRanges, ///< those that are not in their places yet
    Verify,
    Publish,
};

struct Decision
{
    domain::Transfer next;
    Work work = Work::Keep;
    std::chrono::seconds delay{0}; ///< before the work
    bool restarted = false;        ///< because the local file changed
    bool mismatched = false;       ///< because a digest did not fit

    // stored together with `next`
    bool forgetParts = false;
    QList<domain::Part> saveParts;
    std::optional<domain::File> finished; ///< the row that the server made
    bool remove = false;                  ///< the transfer leaves the queue
    bool contentPresent = false;          ///< a download for offline use has arrived

    // after that, whether it works or not
    std::optional<domain::UploadId> abandon;
    std::optional<QByteArray> removeTemporary; ///< of the download to this final path

    /// Is anything of it to be stored, where the row was `before`?
    [[nodiscard]] bool changesDisk(const domain::Transfer &before) const;
};

[[nodiscard]] Decision decide(const domain::Transfer &transfer, const Event &event, const Circumstances &circumstances);

/// How long to wait after so many passing errors in a row: from half a second, doubled, up to five minutes; jitter
/// takes away up to half.
[[nodiscard]] std::chrono::milliseconds backoff(int attempts, double jitter);

/// Larger than this many restarts in a row, and a file that keeps changing fails.
inline constexpr int maxRestarts = 4;
/// A digest that does not fit more often than this fails.
inline constexpr int maxMismatches = 4;

} // namespace learnlab::transfer
