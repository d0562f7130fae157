#include "content_room.h"

namespace learnlab::content {

using domain::FileId;
using domain::Result;

namespace {

/// A copy that nobody opened for so long is only in the way.
constexpr std::chrono::hours untilForgotten(30 * 24);

} // namespace

ContentRoom::ContentRoom(const QString &accountFolder, const Parts &parts, std::unique_ptr<Watch> watch)
    : m_with(parts), m_files(accountFolder), m_edits(m_with, m_files, std::move(watch))
{
    // A failure shows itself again when something is to be kept.
    static_cast<void>(m_files.makeFolders());
    m_edits.whenParted([this](FileId id) {
        m_changed.insert(id);
        lookSoon();
    });
    m_edits.whenDone([this](const QList<QByteArray> &digests) { dropBytes(digests); });
    m_with.store.listen([this, alive = std::weak_ptr<char>(m_alive)](const mirror::Change &change) {
        if (!alive.expired())
            heard(change);
    });
    m_looking = true;
    m_with.scheduler.post(guarded([this] { begin(); }));
}

void ContentRoom::begin()
{
    m_looking = false;
    sweep();
    pruneCopies();
    m_edits.begin();
    follow();
}

support::Task ContentRoom::guarded(support::Task task) const
{
    return [task = std::move(task), alive = std::weak_ptr<char>(m_alive)] {
        if (!alive.expired())
            task();
    };
}

void ContentRoom::jobOver(quint64 job)
{
    // Later: it is the job itself that is calling.
    m_with.scheduler.post(guarded([this, job] { m_jobs.erase(job); }));
}

void ContentRoom::sweep()
{
    m_files.sweep(wantedDigests(), !m_with.store.read().keptDownloads().isEmpty());
}

void ContentRoom::pruneCopies()
{
    QStringList places;
    const QList<mirror::OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const mirror::OpenedCopy &copy : copies) {
        if (copy.openedAt + untilForgotten < m_with.clock.now() && m_edits.letGo(copy))
            places.append(copy.place);
    }
    if (places.isEmpty())
        return;
    m_with.store.write(
        [places](mirror::Writer &writer) -> Result<void> {
            for (const QString &place : places) {
                if (auto removed = writer.removeOpenedCopy(place); !removed)
                    return removed;
            }
            return {};
        },
        [](const Result<void> &) {});
}

Result<void> ContentRoom::wipe()
{
    m_jobs.clear();
    m_edits.stop();
    const auto forget = [](mirror::Writer &writer) -> Result<void> {
        const mirror::Reader &reader = writer.read();
        Result<void> done;
        for (const mirror::ContentRow &row : reader.contents())
            done = done ? writer.removeContent(row.fileId) : done;
        for (const mirror::OpenedCopy &copy : reader.openedCopies())
            done = done ? writer.removeOpenedCopy(copy.place) : done;
        for (const domain::ItemRef &item : reader.keptItems())
            done = done ? writer.setKept(item, false) : done;
        return done;
    };
    m_with.store.write(forget, [](const Result<void> &) {});
    return m_files.wipe();
}

std::unique_ptr<Content> makeContent(const QString &accountFolder, mirror::Store &store, transfer::Transfers &transfers,
                                     transfer::LocalFiles &files, support::Scheduler &scheduler, support::Clock &clock,
                                     support::Random &random, const QString &device, std::chrono::milliseconds peace)
{
    return std::make_unique<ContentRoom>(
        accountFolder, Parts{store, transfers, files, scheduler, clock, random, device, peace}, makeWatch());
}

} // namespace learnlab::content
