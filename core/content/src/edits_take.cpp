#include "edits.h"

#include <QLoggingCategory>

namespace learnlab::content {

using domain::ErrorCode;
using domain::LocalStamp;
using domain::Result;
using mirror::OpenedCopy;

namespace {

constexpr std::chrono::seconds untilRoom(30);
constexpr std::chrono::seconds untilAgain(1);

} // namespace

/// The version is copied first: what is sent is then nobody's to change, and was whole when the copy's size and time
/// were the same before and after.
void Edits::take(const OpenedCopy &copy, const LocalStamp &stamp)
{
    m_restless.at(copy.place).busy = true;
    const quint64 job = ++m_lastJob;
    const QByteArray temporary = m_files.gatheringPath(job);
    m_jobs[job] =
        m_with.files.copy(pathOf(copy), temporary, [this, job, copy, stamp, temporary](const Result<void> &copied) {
            jobOver(job);
            if (!copied) {
                m_with.files.remove(temporary);
                notTaken(copy.place, copied.error());
                return;
            }
            const quint64 next = ++m_lastJob;
            m_jobs[next] = m_with.files.digest(temporary, {}, [this, next, copy, stamp, temporary](const auto &digest) {
                jobOver(next);
                taken(copy, stamp, temporary, digest);
            });
        });
}

void Edits::taken(const OpenedCopy &copy, const LocalStamp &stamp, const QByteArray &temporary,
                  const Result<transfer::LocalFiles::Digest> &digest)
{
    const auto now = m_with.files.stamp(pathOf(copy));
    const bool whole = digest && now && *now == stamp && digest->stamp.size == stamp.size;
    if (!whole) {
        m_with.files.remove(temporary);
        notTaken(copy.place, digest ? domain::Error{ErrorCode::LocalChanged, {}} : digest.error());
        return;
    }
    const QByteArray path = m_files.pathOf(digest->sha256);
    if (digest->sha256 == copy.sha256 && (!copy.isEdited() || m_with.files.exists(path))) {
        m_with.files.remove(temporary);
        remember(copy.place, stamp, copy.sha256); // touched, or saved as it was
        return;
    }
    const quint64 job = ++m_lastJob;
    m_jobs[job] = m_with.files.publish(
        temporary, path, digest->sha256, {.replace = true, .ownerOnly = true},
        [this, job, place = copy.place, stamp, temporary, sha256 = digest->sha256](const Result<void> &published) {
            jobOver(job);
            if (!published) {
                m_with.files.remove(temporary);
                notTaken(place, published.error());
                return;
            }
            remember(place, stamp, sha256);
        });
}

void Edits::remember(const QString &place, const LocalStamp &stamp, const QByteArray &sha256)
{
    const auto job = [place, stamp, sha256](mirror::Writer &writer) -> Result<void> {
        auto copy = writer.read().openedCopy(place);
        if (!copy)
            return {};
        // What the server may have got meanwhile is known again when it comes back from there.
        if (copy->sha256 != sha256 && copy->isEdited() && copy->sha256 != copy->baseSha256)
            copy->earlier.append(copy->sha256);
        copy->sha256 = sha256;
        copy->stamp = stamp;
        return writer.setOpenedCopy(*copy);
    };
    ++m_writing;
    m_with.store.write(job, [this, alive = std::weak_ptr<char>(m_alive), place](const Result<void> &done) {
        if (alive.expired())
            return;
        --m_writing;
        if (!done) {
            notTaken(place, done.error());
            return;
        }
        reconcile(place, true);
        if (const auto found = m_restless.find(place); found != m_restless.end()) {
            found->second.busy = false;
            look(place); // it may have been saved again meanwhile
        }
    });
}

void Edits::notTaken(const QString &place, const domain::Error &error)
{
    const auto found = m_restless.find(place);
    if (found == m_restless.end())
        return;
    found->second.busy = false;
    found->second.since = m_with.clock.monotonic();
    // The version stays where the program saved it.
    const bool full = error.code == ErrorCode::LocalDiskFull;
    if (full)
        qWarning("content: no room to take up an edited file");
    lookLater(place, full ? untilRoom : untilAgain);
}

} // namespace learnlab::content
