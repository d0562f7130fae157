#pragma once

#include "running.h"
#include "time_left.h"
#include "transfer/decide.h"
#include "transfer/transfers.h"

#include <QHash>

#include <deque>
#include <memory>
#include <set>

namespace learnlab::transfer {

/// One transfer in memory: its row as it is on disk, and what is not worth keeping there.
struct Entry
{
    domain::Transfer row;
    bool writing = false; ///< a decision is on its way to disk; events wait
    std::deque<Event> events;
    std::unique_ptr<Running> work;
    quint64 workNumber = 0; ///< tells late news of earlier work apart
    bool turning = false;   ///< was given its turn; its file is being read or the decision on its way to disk
    int restarts = 0;
    int mismatches = 0;
    api::SignedRequest put; ///< of a single upload
    QString etag;
    std::optional<QList<domain::Part>> onServer;
    api::DownloadUrl url;
    QByteArray arrived;   ///< the digest of what was received, where it was made meanwhile
    qint64 moving = 0;    ///< bytes under way, not confirmed
    qint64 unwritten = 0; ///< bytes confirmed, which the row on disk does not say yet
    qint64 lastBytes = 0; ///< when the speed was last measured
    double speed = 0;     ///< bytes a second
    TimeLeft timeLeft = {};
};

/// The order in which queued transfers get their turn. Small and large uploads and downloads have their own lines: one
/// large file does not hold up many small ones, nor the other way round.
enum class Line { SmallUpload, LargeUpload, SmallDownload, LargeDownload };
inline constexpr int lineCount = 4;

[[nodiscard]] Line lineFor(const domain::Transfer &row, qint64 largeFrom);

/// The transfers in memory, with their places in line: what is under way or waiting, and the beginning of each line;
/// the rest of the queue stays in the mirror. Keeps its indexes; decides nothing.
class Entries
{
public:
    [[nodiscard]] Entry *find(domain::TransferId id);
    [[nodiscard]] const Entry *find(domain::TransferId id) const;
    Entry &insert(const domain::Transfer &row, qint64 largeFrom);
    void setRow(Entry &entry, const domain::Transfer &row, qint64 largeFrom);
    void erase(domain::TransferId id);

    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    [[nodiscard]] QList<domain::TransferId> ids() const { return m_entries.keys(); }
    /// Under way or about to be.
    [[nodiscard]] int active(Line line) const
    {
        return m_active[static_cast<size_t>(line)] + m_turning[static_cast<size_t>(line)];
    }
    [[nodiscard]] bool anyActive() const;
    /// The first in line that is not held.
    [[nodiscard]] std::optional<domain::TransferId> firstQueued(Line line) const;
    [[nodiscard]] qsizetype queuedIn(Line line) const
    {
        return static_cast<qsizetype>(m_queued[static_cast<size_t>(line)].size());
    }
    [[nodiscard]] QList<domain::TransferId> queued(qsizetype most) const;
    [[nodiscard]] const std::set<domain::TransferId> &waiting() const { return m_waiting; }
    /// Those of them for which the server has no room, in the order of the queue.
    [[nodiscard]] QList<domain::TransferId> waitingForRoom() const;
    [[nodiscard]] size_t countWaitingForRoom() const { return m_roomless.size(); }
    /// When the first of those that wait for their time is due.
    [[nodiscard]] std::optional<domain::Timestamp> nextDue() const;
    /// The first that is due by then.
    [[nodiscard]] QList<domain::TransferId> dueBy(domain::Timestamp time) const;

    /// Takes a queued one out of the line until its row is set again: its folder is not on the server yet.
    void hold(Entry &entry);
    [[nodiscard]] const std::set<domain::TransferId> &held() const { return m_held; }
    /// Takes a queued one out of the line because it has its turn now.
    void turn(Entry &entry);

private:
    using Key = std::pair<qint64, domain::TransferId>;
    using Due = std::pair<domain::Timestamp, domain::TransferId>;
    void unlink(Entry &entry);
    void link(const Entry &entry);
    [[nodiscard]] Line lineOf(const Entry &entry) const;

    QHash<domain::TransferId, std::shared_ptr<Entry>> m_entries;
    QHash<domain::TransferId, Line> m_lines;
    std::set<Key> m_queued[lineCount];
    std::set<domain::TransferId> m_held;
    std::set<domain::TransferId> m_waiting;
    std::set<Due> m_due;
    std::set<Key> m_roomless;
    int m_active[lineCount] = {};
    int m_turning[lineCount] = {};
};

[[nodiscard]] bool waitsForRoom(const domain::Transfer &row); ///< on the server
[[nodiscard]] bool isUnderWay(domain::TransferState state);   ///< Preparing, Sending, Completing

} // namespace learnlab::transfer
