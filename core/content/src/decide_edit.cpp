#include "content/decide.h"

#include "domain/names.h"

#include <QDateTime>

namespace learnlab::content {

using domain::ErrorCode;
using domain::Transfer;
using domain::TransferState;

namespace {

/// Some programs keep a document open for writing for as long as it is shown: after this long it is taken all the same.
/// And deleted and made anew takes a program no longer.
constexpr int longPeace = 10;

bool isUnderWay(TransferState state)
{
    return state == TransferState::Preparing || state == TransferState::Sending || state == TransferState::Completing;
}

/// Nothing else waits to be sent for it, and it says what is to be said.
bool carries(const Transfer &transfer, const EditFacts &facts)
{
    if (transfer.sha256 != facts.copy.sha256 || transfer.fileId != facts.copy.fileId)
        return false;
    const bool isNew = facts.file->revision == 0; // renamed and moved in the queue itself
    return isNew || (transfer.folderId == facts.file->folderId && transfer.filename == facts.file->filename);
}

bool isConflict(const std::optional<domain::Error> &error)
{
    return error && (error->code == ErrorCode::RevisionConflict || error->code == ErrorCode::NameTaken);
}

EditStep goOn(const EditFacts &facts)
{
    if (!facts.transfer || domain::isFinal(facts.transfer->state)) {
        // Taken out of the queue by the user: not before it is saved again, or the program starts again.
        const bool stopped = !facts.transfer && !facts.copy.transferId.isNull() && !facts.begun;
        return stopped ? EditStep::Nothing : EditStep::Upload;
    }
    const bool isNew = facts.file->revision == 0;
    const bool stale = !isNew && facts.copy.baseRevision != facts.file->revision;
    if (facts.transfer->state == TransferState::Failed && isConflict(facts.transfer->error))
        return stale ? EditStep::Upload : EditStep::Nothing; // the feed will tell what it met
    return stale || !carries(*facts.transfer, facts) ? EditStep::Upload : EditStep::Nothing;
}

} // namespace

Settled decideSettled(const Sight &sight)
{
    if (!sight.now)
        return sight.quiet >= longPeace * sight.peace ? Settled::Gone : Settled::Wait;
    if (*sight.now == sight.known)
        return Settled::Same;
    if (*sight.now != sight.before || sight.quiet < sight.peace)
        return Settled::Wait;
    return sight.openForWriting && sight.quiet < longPeace * sight.peace ? Settled::Wait : Settled::Take;
}

EditStep decideEdit(const EditFacts &facts)
{
    const mirror::OpenedCopy &copy = facts.copy;
    if (!copy.isEdited())
        return EditStep::Nothing;
    if (facts.transfer && isUnderWay(facts.transfer->state) && facts.transfer->sha256 != copy.sha256)
        return EditStep::Nothing; // an earlier version is on its way, and its end will tell
    const bool sent =
        facts.transfer && facts.transfer->state == TransferState::Done && facts.transfer->sha256 == copy.sha256;
    if (sent || (facts.file && facts.file->revision > 0 && facts.file->contentSha256 == copy.sha256))
        return EditStep::Landed;
    if (facts.transfer && isUnderWay(facts.transfer->state))
        return EditStep::Nothing;
    if (!facts.file || !facts.live)
        return EditStep::UploadBeside;
    const QByteArray &theirs = facts.file->contentSha256;
    const bool ours = facts.file->revision == 0 || theirs == copy.baseSha256 || copy.earlier.contains(theirs);
    return ours ? goOn(facts) : EditStep::UploadBeside;
}

QString conflictName(const QString &name, const QString &device, domain::Timestamp when)
{
    constexpr qsizetype mostOfDevice = 40;
    constexpr qsizetype mostOfName = 150;
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(when.time_since_epoch());
    const QString date = QDateTime::fromMSecsSinceEpoch(milliseconds.count()).date().toString(Qt::ISODate);
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const QString stem = dot > 0 ? name.left(dot) : name;
    const QString extension = dot > 0 ? name.mid(dot) : QString();
    QString maker = device.left(mostOfDevice);
    maker.replace(QLatin1Char('/'), QLatin1Char('-'));
    QString beginning = stem.left(mostOfName);
    if (beginning.endsWith(QLatin1Char(' ')) || (!beginning.isEmpty() && beginning.back().isHighSurrogate()))
        beginning.chop(1);
    return QStringLiteral("%1 (conflict, %2, %3)%4").arg(beginning, maker, date, extension);
}

} // namespace learnlab::content
