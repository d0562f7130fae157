#pragma once

#include "mirror/kept.h"

#include "domain/entities.h"
#include "domain/error.h"
#include "domain/transfer.h"

#include <QList>

#include <chrono>
#include <optional>

namespace learnlab::content {

/// What is kept, what goes and what becomes of an edited copy, as pure functions of what is known. Any thread.

/// The bytes of one file on this computer.
struct Held
{
    domain::FileId id;
    qint64 bytes = 0;
    domain::Timestamp openedAt; ///< the epoch: never
    bool pinned = false;        ///< the user wants them here
    bool locked = false;        ///< edited and not on the server yet, or a program has them open
};

struct Room
{
    qint64 limit = 0;     ///< bytes of all that is kept together; 0: none
    qint64 diskFree = -1; ///< bytes that may still be written; -1: not known
};

struct Eviction
{
    QList<domain::FileId> gone;               ///< least recently opened first
    std::optional<domain::ErrorCode> refused; ///< it will not fit whatever goes: KeptLimit or LocalDiskFull
};

/// What has to go so that `wanted` more bytes fit: never what is pinned or locked, and nothing in vain. With nothing
/// wanted all that is over the limit goes as far as it may.
[[nodiscard]] Eviction decideEviction(QList<Held> held, qint64 wanted, const Room &room);
/// How many more bytes fit when everything goes that may.
[[nodiscard]] qint64 capacityFor(const QList<Held> &held, const Room &room);

/// A file that nobody wrote to for so long is whole.
inline constexpr std::chrono::milliseconds defaultPeace(1000);

/// A copy that may be being written to.
struct Sight
{
    domain::LocalStamp known;              ///< when it was last at peace
    std::optional<domain::LocalStamp> now; ///< none: it is not there
    domain::LocalStamp before;             ///< at the look before this one
    std::chrono::milliseconds quiet{0};    ///< since it last changed
    bool openForWriting = false;           ///< as far as the system tells
    std::chrono::milliseconds peace = defaultPeace;
};
enum class Settled {
    Same, ///< nothing happened to it
    Wait, ///< look again in a while
    Gone, ///< deleted, and not made anew
    Take, ///< it holds a new version
};
[[nodiscard]] Settled decideSettled(const Sight &sight);

/// What is known of an edited copy.
struct EditFacts
{
    mirror::OpenedCopy copy;
    std::optional<domain::File> file;         ///< as the mirror has it
    bool live = false;                        ///< neither it nor a folder above it is in trash
    std::optional<domain::Transfer> transfer; ///< OpenedCopy::transferId, if it is still in the queue
    bool begun = false; ///< the program has just started: what was cancelled before is tried again
};
enum class EditStep {
    Nothing,
    Landed,       ///< the server has this version
    Upload,       ///< as a new version of its file, in place of the upload that may wait
    UploadBeside, ///< as a file of its own: the server's has gone on without it
};
[[nodiscard]] EditStep decideEdit(const EditFacts &facts);

/// "report (conflict, DEVICE, 2026-11-23).docx"
[[nodiscard]] QString conflictName(const QString &name, const QString &device, domain::Timestamp when);

} // namespace learnlab::content
