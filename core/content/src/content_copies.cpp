#include "content_room.h"
#include "wanted.h"

#include "domain/names.h"

#include <QFile>

namespace learnlab::content {

using domain::Error;
using domain::ErrorCode;
using domain::File;
using domain::FileId;
using domain::Result;
using domain::TransferId;

namespace {

/// Where a copy gathers before it gets its name.
QByteArray gathering(const QByteArray &destination, quint64 job)
{
    return transfer::temporaryPath(destination, "copy" + QByteArray::number(job));
}

/// Beside the copy that was changed since it was opened: "a.txt" to "a (2).txt".
QByteArray anotherName(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    const QString name = QFile::decodeName(path.mid(slash + 1));
    const auto taken = [&path, slash](const QString &candidate) {
        return QFile::exists(QFile::decodeName(path.left(slash + 1)) + candidate);
    };
    return path.left(slash + 1) + QFile::encodeName(domain::freeName(name, taken));
}

/// Why this transfer did not bring the bytes. One that nobody began, because the queue stands still, has no error of its own.
Error whyNot(const std::optional<domain::Transfer> &row)
{
    if (row && row->error)
        return *row->error;
    return {row ? ErrorCode::Offline : ErrorCode::Cancelled, {}};
}

} // namespace

void ContentRoom::open(FileId id, Opened reply)
{
    const auto file = m_with.store.read().file(id);
    if (!file) {
        m_with.scheduler.post(guarded([reply] { reply(domain::fail(ErrorCode::NotFound)); }));
        return;
    }
    makeCurrent(*file, [this, id, reply](const Result<void> &done) {
        const auto now = m_with.store.read().file(id);
        const auto row = m_with.store.read().content(id);
        const bool here = now && row && row->present;
        // Without a network an older version is better than none.
        const bool olderWillDo = here && !done && domain::consequenceOf(done.error().code) == domain::Consequence::WaitNetwork;
        if (here && (done || olderWillDo))
            openCopy(*now, row->sha256, done.has_value(), reply);
        else
            reply(tl::make_unexpected(done ? Error{ErrorCode::NotFound, {}} : done.error()));
    });
}

void ContentRoom::makeCurrent(const File &file, Done done)
{
    if (isCurrent(m_with.store.read().content(file.id), file)) {
        m_with.scheduler.post(guarded([done] { done({}); }));
        return;
    }
    fetch({file}, false, [this, id = file.id, done](const Result<QList<TransferId>> &queued) {
        if (!queued) {
            done(tl::make_unexpected(queued.error()));
            return;
        }
        const TransferId transfer = queued->first();
        m_with.transfers.whenSettled({transfer}, guarded([this, id, transfer, done] { fetched(id, transfer, done); }));
    });
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

void ContentRoom::openCopy(const File &file, const QByteArray &sha256, bool mayFetchAgain, Opened reply)
{
    const auto path = m_files.openPath(file);
    if (!path) {
        reply(tl::make_unexpected(path.error()));
        return;
    }
    if (!m_with.files.exists(*path)) {
        placeOpenCopy(file, sha256, *path, mayFetchAgain, reply);
        return;
    }
    // A copy that was opened before: the same, or one that somebody worked on, which is never overwritten.
    const quint64 job = nextJob();
    m_jobs[job] = m_with.files.digest(
        *path, {},
        [this, job, file, sha256, path = *path, mayFetchAgain, reply](const Result<transfer::LocalFiles::Digest> &digest) {
            jobOver(job);
            if (digest && digest->sha256 == sha256)
                reply(QFile::decodeName(path));
            else
                placeOpenCopy(file, sha256, anotherName(path), mayFetchAgain, reply);
        });
}

void ContentRoom::placeOpenCopy(const File &file, const QByteArray &sha256, const QByteArray &path, bool mayFetchAgain,
                                Opened reply)
{
    copy(sha256, path, false, true, [this, file, path, mayFetchAgain, reply](const Result<void> &done) {
        if (done) {
            reply(QFile::decodeName(path));
            return;
        }
        const bool isDamaged =
            done.error().code == ErrorCode::DigestMismatch || done.error().code == ErrorCode::LocalVanished;
        if (!isDamaged || !mayFetchAgain) {
            reply(tl::make_unexpected(done.error()));
            return;
        }
        damaged(file.id, [this, file, reply](const Result<void> &marked) {
            if (!marked) {
                reply(tl::make_unexpected(marked.error()));
                return;
            }
            makeCurrent(file, [this, file, reply](const Result<void> &current) {
                if (current)
                    openCopy(file, file.contentSha256, false, reply);
                else
                    reply(tl::make_unexpected(current.error()));
            });
        });
    });
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
            m_jobs[next] = m_with.files.publish(temporary, destination, sha256, {.replace = replace, .ownerOnly = ownerOnly},
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
    copy(file->contentSha256, destination, replace, false, [this, file = *file, destination, replace, reply](const Result<void> &done) {
        const bool isDamaged = !done && done.error().code == ErrorCode::DigestMismatch;
        if (!isDamaged) {
            reply(done);
            return;
        }
        damaged(file.id, [this, file, destination, replace, reply](const Result<void> &) {
            downloadTo(file, destination, replace, reply);
        });
    });
}

void ContentRoom::downloadTo(const File &file, const QByteArray &destination, bool replace, Done done)
{
    const QList<domain::Transfer> queued = m_with.store.read().unfinishedTransfers();
    for (const domain::Transfer &transfer : queued) {
        if (transfer.kind != domain::TransferKind::Download || transfer.localPath != destination || transfer.fileId != file.id)
            continue;
        // Asked for before and not over: it goes on from what it has.
        if (replace && transfer.onConflict != domain::OnConflict::Replace)
            m_with.transfers.retryWith(transfer.id, domain::OnConflict::Replace);
        else
            m_with.transfers.retry(transfer.id);
        settledAt(transfer.id, done);
        return;
    }
    domain::Transfer transfer = download(file, destination, false);
    transfer.onConflict = replace ? domain::OnConflict::Replace : domain::OnConflict::Fail;
    if (!replace && m_with.files.exists(destination)) {
        m_with.scheduler.post(guarded([done] { done(domain::fail(ErrorCode::LocalExists)); }));
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
