#include "edits.h"

#include <QFile>

namespace learnlab::content {

using domain::FileId;
using domain::Result;
using mirror::OpenedCopy;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds untilPoll(5000);
constexpr std::chrono::seconds mostPatience(15);

} // namespace

Edits::Edits(const Parts &parts, const KeptFiles &files, std::unique_ptr<Watch> watch)
    : m_with(parts), m_files(files), m_watch(std::move(watch))
{
    m_watch->listen([this](const QByteArray &folder) { heard(folder); });
}

support::Task Edits::guarded(support::Task task) const
{
    return [task = std::move(task), alive = std::weak_ptr<char>(m_alive)] {
        if (!alive.expired())
            task();
    };
}

void Edits::jobOver(quint64 job)
{
    // Later: it is the job itself that is calling.
    m_with.scheduler.post(guarded([this, job] { m_jobs.erase(job); }));
}

void Edits::begin()
{
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        watch(copy);
        const auto stamp = m_with.files.stamp(pathOf(copy));
        const bool lost = copy.isEdited() && !m_with.files.exists(m_files.pathOf(copy.sha256));
        if (!stamp || *stamp != copy.stamp || lost) {
            const std::chrono::nanoseconds written(stamp ? stamp->mtimeNs : 0);
            const auto age = m_with.clock.now().time_since_epoch() - written;
            restless(copy.place,
                     m_with.clock.monotonic() - std::max(std::chrono::nanoseconds(0), std::chrono::nanoseconds(age)),
                     milliseconds(0));
        }
        if (copy.isEdited())
            reconcile(copy.place, true);
    }
}

void Edits::watch(const OpenedCopy &copy)
{
    if (!m_watch->add(pathOf(copy)) && !std::exchange(m_polling, true))
        m_with.scheduler.after(untilPoll, guarded([this] { poll(); }));
}

/// The system watches no more: what it does not watch is looked at from time to time.
void Edits::poll()
{
    m_polling = false;
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        const auto stamp = m_with.files.stamp(pathOf(copy));
        if ((!stamp || *stamp != copy.stamp) && !m_restless.contains(copy.place))
            restless(copy.place, m_with.clock.monotonic(), m_with.peace);
        watch(copy);
    }
}

void Edits::heard(const QByteArray &folder)
{
    const QString place = m_files.placeOf(folder);
    if (!place.isEmpty())
        restless(place, m_with.clock.monotonic(), m_with.peace);
}

void Edits::restless(const QString &place, support::Monotonic since, milliseconds delay)
{
    const auto [found, isNew] = m_restless.try_emplace(place);
    Restless &restless = found->second;
    restless.since = isNew ? since : std::max(restless.since, since);
    if (isNew) {
        if (const auto copy = m_with.store.read().openedCopy(place))
            restless.last = m_with.files.stamp(pathOf(*copy)).value_or(domain::LocalStamp{});
    }
    lookLater(place, delay);
}

void Edits::lookLater(const QString &place, milliseconds delay)
{
    const auto found = m_restless.find(place);
    if (found == m_restless.end() || std::exchange(found->second.timed, true))
        return;
    m_with.scheduler.after(delay, guarded([this, place] {
                               if (const auto now = m_restless.find(place); now != m_restless.end()) {
                                   now->second.timed = false;
                                   look(place);
                               }
                           }));
}

void Edits::look(const QString &place)
{
    Restless &restless = m_restless.at(place);
    if (restless.busy)
        return;
    const auto copy = m_with.store.read().openedCopy(place);
    if (!copy) {
        atPeace(place);
        return;
    }
    const QByteArray path = pathOf(*copy);
    const auto stamp = m_with.files.stamp(path);
    const support::Monotonic now = m_with.clock.monotonic();
    Sight sight{.known = copy->stamp, .before = restless.last, .peace = m_with.peace};
    if (stamp)
        sight.now = *stamp;
    if (sight.now.value_or(domain::LocalStamp{}) != restless.last) {
        restless.last = sight.now.value_or(domain::LocalStamp{});
        restless.since = now;
    }
    if (copy->isEdited() && stamp && !m_with.files.exists(m_files.pathOf(copy->sha256)))
        sight.known = {}; // what was taken before is gone from the disk: taken again
    sight.quiet = std::chrono::duration_cast<milliseconds>(now - restless.since);
    sight.openForWriting = stamp && *stamp != sight.known && isInUse(path, Use::Writing);
    watch(*copy);
    switch (decideSettled(sight)) {
    case Settled::Same:
        atPeace(place);
        break;
    case Settled::Wait:
        lookLater(place, m_with.peace / 2);
        break;
    case Settled::Gone:
        gone(*copy);
        break;
    case Settled::Take:
        take(*copy, *stamp);
        break;
    }
}

/// The copy was deleted, which is no wish to delete the file.
void Edits::gone(const OpenedCopy &copy)
{
    if (!copy.isEdited()) {
        m_watch->remove(pathOf(copy));
        m_files.removePlace(copy.place);
        m_with.store.write([place = copy.place](mirror::Writer &writer) { return writer.removeOpenedCopy(place); },
                           [](const Result<void> &) {});
    }
    atPeace(copy.place);
}

void Edits::atPeace(const QString &place)
{
    m_restless.erase(place);
    answerWhenCalm();
}

void Edits::collect(std::function<void()> reply)
{
    const quint64 number = ++m_lastWaiting;
    m_waiting[number] = std::move(reply);
    m_with.scheduler.after(mostPatience, guarded([this, number] {
                               if (auto node = m_waiting.extract(number))
                                   node.mapped()();
                           }));
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        const auto stamp = m_with.files.stamp(pathOf(copy));
        if (stamp && *stamp != copy.stamp && !m_restless.contains(copy.place))
            restless(copy.place, m_with.clock.monotonic(), m_with.peace);
    }
    m_with.scheduler.post(guarded([this] { answerWhenCalm(); }));
}

void Edits::answerWhenCalm()
{
    if (!m_restless.empty() || m_writing > 0)
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[number, reply] : waiting)
        reply();
}

void Edits::mirrorChanged(const QSet<FileId> &files, bool everything)
{
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        if (copy.isEdited() && (everything || files.contains(copy.fileId)))
            reconcile(copy.place, false);
    }
}

std::optional<OpenedCopy> Edits::copyToOpen(const domain::File &file) const
{
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies(file.id);
    for (const OpenedCopy &copy : copies) {
        const auto stamp = m_with.files.stamp(pathOf(copy));
        const bool worked = copy.isEdited() || (stamp && *stamp != copy.stamp);
        if (worked || (stamp && copy.sha256 == file.contentSha256))
            return copy;
    }
    return std::nullopt;
}

bool Edits::isEdited(FileId id) const
{
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies(id);
    return std::any_of(copies.begin(), copies.end(), [](const OpenedCopy &copy) { return copy.isEdited(); });
}

bool Edits::isBusy(const OpenedCopy &copy) const
{
    if (copy.isEdited() || m_restless.contains(copy.place))
        return true;
    const auto stamp = m_with.files.stamp(pathOf(copy));
    return stamp && (*stamp != copy.stamp || isInUse(pathOf(copy), Use::Any));
}

QStringList Edits::unsent() const
{
    QStringList names;
    QSet<QByteArray> known;
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        const QByteArray path = pathOf(copy);
        known.insert(path);
        const auto stamp = m_with.files.stamp(path);
        if (copy.isEdited() || (stamp && *stamp != copy.stamp))
            names.append(QFile::decodeName(copy.name));
    }
    return names + m_files.strangers(known);
}

QSet<QByteArray> Edits::needed() const
{
    QSet<QByteArray> digests;
    const QList<OpenedCopy> copies = m_with.store.read().openedCopies();
    for (const OpenedCopy &copy : copies) {
        if (!copy.isEdited())
            continue;
        digests.insert(copy.sha256);
        // An earlier version may still be on its way.
        for (const QByteArray &earlier : copy.earlier)
            digests.insert(earlier);
    }
    return digests;
}

bool Edits::letGo(const OpenedCopy &copy)
{
    if (isBusy(copy))
        return false;
    m_watch->remove(pathOf(copy));
    m_with.files.remove(pathOf(copy));
    m_files.removePlace(copy.place);
    return true;
}

void Edits::stop()
{
    m_jobs.clear();
    m_restless.clear();
    m_alive = std::make_shared<char>();
    m_waiting.clear();
}

} // namespace learnlab::content
