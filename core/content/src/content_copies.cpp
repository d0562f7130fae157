#include "content_room.h"
#include "wanted.h"

#include <algorithm>
#include <sys/stat.h>

namespace learnlab::content {

using domain::Error;
using domain::ErrorCode;
using domain::File;
using domain::FileId;
using domain::Result;
using domain::TransferId;

namespace {

constexpr std::chrono::seconds betweenLooks{1};
constexpr int mostLooks = 60;

/// Where a copy gathers before it gets its name.
QByteArray gathering(const QByteArray &destination, quint64 job)
{
    return transfer::temporaryPath(destination, "copy" + QByteArray::number(job));
}

/// The drive that it goes to: taken out, it is waited for.
quint64 driveOf(const QByteArray &destination)
{
    const QByteArray folder = destination.left(std::max<qsizetype>(1, destination.lastIndexOf('/')));
    struct stat status = {};
    return ::stat(folder.constData(), &status) == 0 ? status.st_dev : 0;
}

/// Why this transfer did not bring the bytes. One that nobody began, because the queue stands still, has no error of
/// its own.
Error whyNot(const std::optional<domain::Transfer> &row)
{
    if (row && row->error)
        return *row->error;
    return {row ? ErrorCode::Offline : ErrorCode::Cancelled, {}};
}

} // namespace

void ContentRoom::makeCurrent(const File &file, Done done)
{
    if (isCurrent(m_with.store.read().content(file.id), file)) {
        m_with.scheduler.post(guarded([done] { done({}); }));
        return;
    }
    const auto queued = [this, id = file.id, done](const Result<QList<TransferId>> &ids) {
        if (ids)
            await(id, ids->first(), {}, done);
        else
            done(tl::make_unexpected(ids.error()));
    };
    makeRoom(file.fileSize, [this, file, queued, done](const Result<void> &made) {
        // What the user opens is shown even if it does not fit beside all that is kept: it goes first, later.
        if (made || made.error().code == ErrorCode::KeptLimit)
            fetch({file}, false, queued);
        else
            done(tl::make_unexpected(made.error()));
    });
}

void ContentRoom::await(FileId id, TransferId transfer, Patience patience, const Done &done)
{
    m_with.transfers.whenSettled(
        {transfer}, guarded([this, id, transfer, patience, done] { settled(id, transfer, patience, done); }));
}

/// A large file that was being received when the server went away keeps what is here of it for a while.
void ContentRoom::settled(FileId id, TransferId transfer, Patience patience, const Done &done)
{
    const auto row = m_with.store.read().transfer(transfer);
    if (!row || row->bytesDone == 0 || row->state != domain::TransferState::Waiting || !row->error ||
        domain::consequenceOf(row->error->code) != domain::Consequence::WaitNetwork) {
        fetched(id, transfer, done);
        return;
    }
    patience =
        row->bytesDone == patience.bytes ? Patience{patience.bytes, patience.looks + 1} : Patience{row->bytesDone, 0};
    if (patience.looks >= mostLooks)
        fetched(id, transfer, done);
    else
        m_with.scheduler.after(betweenLooks,
                               guarded([this, id, transfer, patience, done] { await(id, transfer, patience, done); }));
}

void ContentRoom::fetched(FileId id, TransferId transfer, const Done &done)
{
    const auto row = m_with.store.read().transfer(transfer);
    if (row && row->state == domain::TransferState::Done) {
        done({});
        return;
    }
    const auto content = m_with.store.read().content(id);
    if (row && !(content && content->pinned))
        m_with.transfers.cancel(transfer); // nobody waits for it any more
    done(tl::make_unexpected(whyNot(row)));
}

/// What is kept is not what it should be: forgotten, so that it is fetched anew.
void ContentRoom::damaged(FileId id, Done done)
{
    const auto row = m_with.store.read().content(id);
    if (row)
        m_files.remove(row->sha256);
    const auto mark = [id](mirror::Writer &writer) -> Result<void> {
        auto content = writer.read().content(id);
        if (!content)
            return {};
        content->present = false;
        return writer.setContent(*content);
    };
    m_with.store.write(mark, [alive = std::weak_ptr<char>(m_alive), done](const Result<void> &marked) {
        if (!alive.expired())
            done(marked);
    });
}

void ContentRoom::copy(const QByteArray &sha256, const QByteArray &destination, bool replace, bool ownerOnly, Done done)
{
    const quint64 job = nextJob();
    const QByteArray temporary = gathering(destination, job);
    const auto ended = [this, job, temporary, done](const Result<void> &result) {
        jobOver(job);
        if (!result)
            m_with.files.remove(temporary);
        done(result);
    };
    m_jobs[job] = m_with.files.copy(
        m_files.pathOf(sha256), temporary,
        [this, job, temporary, destination, sha256, replace, ownerOnly, ended](const Result<void> &copied) {
            if (!copied) {
                ended(copied);
                return;
            }
            const quint64 next = nextJob();
            m_jobs[next] =
                m_with.files.publish(temporary, destination, sha256, {.replace = replace, .ownerOnly = ownerOnly},
                                     [this, next, ended](const Result<void> &published) {
                                         jobOver(next);
                                         ended(published);
                                     });
        });
}

void ContentRoom::copyTo(FileId id, const QByteArray &destination, bool replace, Done reply)
{
    const auto file = m_with.store.read().file(id);
    if (!file) {
        m_with.scheduler.post(guarded([reply] { reply(domain::fail(ErrorCode::NotFound)); }));
        return;
    }
    if (!isCurrent(m_with.store.read().content(id), *file)) {
        downloadTo(*file, destination, replace, reply);
        return;
    }
    copy(file->contentSha256, destination, replace, false,
         [this, file = *file, destination, replace, reply](const Result<void> &done) {
             const bool isDamaged = !done && done.error().code == ErrorCode::DigestMismatch;
             if (!isDamaged) {
                 orSameIsThere(file, destination, done, reply);
                 return;
             }
             damaged(file.id, [this, file, destination, replace, reply](const Result<void> &) {
                 downloadTo(file, destination, replace, reply);
             });
         });
}

/// These very bytes may be there: whoever asks a second time, because an outage hid how the first ended, has them.
void ContentRoom::orSameIsThere(const File &file, const QByteArray &destination, const Result<void> &result,
                                const Done &reply)
{
    const bool isTaken = !result && result.error().code == ErrorCode::LocalExists;
    if (!isTaken || m_with.files.sizeOf(destination) != file.fileSize) {
        reply(result);
        return;
    }
    const quint64 job = nextJob();
    m_jobs[job] = m_with.files.digest(
        destination, {}, [this, job, wanted = file.contentSha256, result, reply](const auto &digest) {
            jobOver(job);
            reply(digest && digest->sha256 == wanted ? Result<void>() : result);
        });
}

void ContentRoom::downloadTo(const File &file, const QByteArray &destination, bool replace, Done done)
{
    if (const auto queued = m_with.store.read().unfinishedDownload(file.id, destination)) {
        // Asked for before and not over: it goes on from what it has.
        if (replace && queued->onConflict != domain::OnConflict::Replace)
            m_with.transfers.retryWith(queued->id, domain::OnConflict::Replace);
        else
            m_with.transfers.retry(queued->id);
        settledAt(queued->id, done);
        return;
    }
    domain::Transfer transfer = download(file, destination, false);
    transfer.onConflict = replace ? domain::OnConflict::Replace : domain::OnConflict::Fail;
    transfer.stamp.device = driveOf(destination);
    if (!replace && m_with.files.exists(destination)) {
        m_with.scheduler.post(guarded([this, file, destination, done] {
            orSameIsThere(file, destination, domain::fail(ErrorCode::LocalExists), done);
        }));
        return;
    }
    m_with.store.write([transfer](mirror::Writer &writer) { return writer.addTransfers({transfer}); },
                       [this, alive = std::weak_ptr<char>(m_alive), id = transfer.id, done](const Result<void> &added) {
                           if (alive.expired())
                               return;
                           if (!added) {
                               done(added);
                               return;
                           }
                           m_with.transfers.nudge();
                           settledAt(id, done);
                       });
}

void ContentRoom::settledAt(TransferId id, Done done)
{
    m_with.transfers.whenSettled({id}, guarded([this, id, done] {
                                     const auto row = m_with.store.read().transfer(id);
                                     if (row && row->state == domain::TransferState::Done)
                                         done({});
                                     else
                                         done(tl::make_unexpected(whyNot(row)));
                                 }));
}

} // namespace learnlab::content
