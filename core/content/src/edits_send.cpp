#include "edits.h"

#include <QFile>

namespace learnlab::content {

using domain::File;
using domain::FileId;
using domain::FolderId;
using domain::ItemRef;
using domain::Result;
using domain::Transfer;
using domain::TransferId;
using mirror::OpenedCopy;

/// What is left to do when the rows are on disk.
struct Edits::After
{
    std::optional<TransferId> cancel;
    std::optional<FileId> parted;
    QList<QByteArray> unneeded;
    bool queued = false;
};

namespace {

/// What the writer's thread needs to make an upload.
struct Means
{
    support::Clock &clock;
    support::Random &random;
    transfer::LocalFiles &files;
    QByteArray path; ///< of the version
    QString device;
};

bool isUnfinished(const EditFacts &facts)
{
    return facts.transfer && !domain::isFinal(facts.transfer->state);
}

Result<Transfer> uploadOf(const Means &means, const OpenedCopy &copy, const QString &mimeType)
{
    const auto stamp = means.files.stamp(means.path);
    if (!stamp)
        return tl::make_unexpected(stamp.error());
    Transfer upload;
    upload.id = domain::makeId<TransferId>(means.clock, means.random);
    upload.groupId = upload.id;
    upload.kind = domain::TransferKind::Upload;
    upload.localPath = means.path;
    upload.fileId = copy.fileId;
    upload.mimeType = mimeType;
    upload.stamp = *stamp;
    upload.sha256 = copy.sha256;
    upload.bytesTotal = stamp->size;
    upload.createdAt = means.clock.now();
    return upload;
}

/// The new upload first: the row of a file that the server does not have goes with the last of its uploads.
Result<void> exchange(mirror::Writer &writer, const EditFacts &facts, const Transfer &upload)
{
    if (auto added = writer.addTransfers({upload}); !added)
        return added;
    return isUnfinished(facts) ? writer.removeTransfer(facts.transfer->id) : Result<void>();
}

Result<void> landed(mirror::Writer &writer, const EditFacts &facts, QList<QByteArray> *unneeded)
{
    OpenedCopy copy = facts.copy;
    *unneeded = copy.earlier + QList<QByteArray>{copy.sha256};
    if (facts.transfer && domain::isFinal(facts.transfer->state))
        copy.fileId = facts.transfer->fileId; // the server may have had these bytes under another id
    copy.baseSha256 = copy.sha256;
    copy.baseRevision = 0;
    copy.earlier.clear();
    copy.transferId = {};
    if (isUnfinished(facts)) {
        if (auto removed = writer.removeTransfer(facts.transfer->id); !removed)
            return removed;
    }
    const auto file = writer.read().file(copy.fileId);
    if (file && file->contentSha256 == copy.sha256) {
        mirror::ContentRow row = writer.read().content(copy.fileId).value_or(mirror::ContentRow{.fileId = copy.fileId});
        unneeded->append(row.sha256);
        row.sha256 = copy.sha256;
        row.size = file->fileSize;
        row.present = true;
        if (auto set = writer.setContent(row); !set)
            return set;
    }
    return writer.setOpenedCopy(copy);
}

Result<void> upload(mirror::Writer &writer, const EditFacts &facts, const Means &means)
{
    auto made = uploadOf(means, facts.copy, facts.file->mimeType);
    if (!made)
        return tl::make_unexpected(made.error());
    const bool isNew = facts.file->revision == 0;
    made->folderId = facts.file->folderId;
    made->filename = facts.file->filename;
    made->onConflict = isNew ? domain::OnConflict::KeepBoth : domain::OnConflict::Replace;
    OpenedCopy copy = facts.copy;
    copy.transferId = made->id;
    copy.baseRevision = facts.file->revision;
    if (auto set = writer.setOpenedCopy(copy); !set)
        return set;
    return exchange(writer, facts, *made);
}

/// From here on the copy is that of the new file: what is saved in it next goes there too.
Result<void> uploadBeside(mirror::Writer &writer, const EditFacts &facts, const Means &means)
{
    OpenedCopy copy = facts.copy;
    copy.fileId = domain::makeId<FileId>(means.clock, means.random);
    auto made = uploadOf(means, copy, facts.file ? facts.file->mimeType : QString());
    if (!made)
        return tl::make_unexpected(made.error());
    const bool folderThere = facts.file && writer.read().isLive(ItemRef::of(facts.file->folderId));
    made->folderId = folderThere ? facts.file->folderId : domain::rootFolder;
    made->filename = facts.file ? facts.file->filename : QFile::decodeName(copy.name);
    if (facts.live)
        made->filename = conflictName(made->filename, means.device, means.clock.now());
    made->onConflict = domain::OnConflict::KeepBoth;
    copy.baseSha256.clear();
    copy.baseRevision = 0;
    copy.earlier.clear();
    copy.transferId = made->id;
    if (auto set = writer.setOpenedCopy(copy); !set)
        return set;
    return exchange(writer, facts, *made);
}

} // namespace

EditFacts Edits::factsOf(const mirror::Reader &reader, const OpenedCopy &copy, bool begun)
{
    EditFacts facts{.copy = copy, .file = reader.file(copy.fileId), .begun = begun};
    facts.live = facts.file && reader.isLive(ItemRef::of(copy.fileId));
    if (!copy.transferId.isNull())
        facts.transfer = reader.transfer(copy.transferId);
    return facts;
}

void Edits::reconcile(const QString &place, bool begun)
{
    const mirror::Reader &reader = m_with.store.read();
    const auto now = reader.openedCopy(place);
    // A mirror that was made anew does not know yet what the server has.
    if (!now || !reader.firstSyncDone() || decideEdit(factsOf(reader, *now, begun)) == EditStep::Nothing)
        return;
    const auto after = std::make_shared<After>();
    const Means means{m_with.clock, m_with.random, m_with.files, m_files.pathOf(now->sha256), m_with.device};
    const auto job = [place, begun, means, after, sha256 = now->sha256](mirror::Writer &writer) -> Result<void> {
        *after = {};
        const auto copy = writer.read().openedCopy(place);
        if (!copy || copy->sha256 != sha256)
            return {};
        const EditFacts facts = factsOf(writer.read(), *copy, begun);
        const EditStep step = decideEdit(facts);
        if (step != EditStep::Nothing && isUnfinished(facts))
            after->cancel = facts.transfer->id;
        after->queued = step == EditStep::Upload || step == EditStep::UploadBeside;
        switch (step) {
        case EditStep::Nothing:
            return {};
        case EditStep::Landed:
            return landed(writer, facts, &after->unneeded);
        case EditStep::Upload:
            return upload(writer, facts, means);
        case EditStep::UploadBeside:
            after->parted = copy->fileId;
            return uploadBeside(writer, facts, means);
        }
        return {};
    };
    ++m_writing;
    m_with.store.write(job, [this, alive = std::weak_ptr<char>(m_alive), after](const Result<void> &done) {
        if (alive.expired())
            return;
        --m_writing;
        if (done)
            reconciled(*after);
        answerWhenCalm();
    });
}

void Edits::reconciled(const After &after)
{
    if (after.cancel)
        m_with.transfers.cancel(*after.cancel); // as far as the queue has it in hand
    if (after.queued)
        m_with.transfers.nudge();
    if (!after.unneeded.isEmpty() && m_done)
        m_done(after.unneeded);
    if (after.parted && m_parted)
        m_parted(*after.parted);
}

} // namespace learnlab::content
