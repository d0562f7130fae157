#pragma once

#include "running.h"
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
    bool writing = false;              ///< a decision is on its way to disk; events wait
    std::deque<Event> events;
    std::unique_ptr<Running> work;
    quint64 workNumber = 0;            ///< tells late news of earlier work apart
    bool turning = false;              ///< was given its turn; the decision on that is on its way to disk
    int restarts = 0;
    api::SignedRequest put;            ///< of a single upload
    QString etag;
    std::optional<QList<domain::Part>> onServer;
    api::DownloadUrl url;
    qint64 moving = 0;                 ///< bytes under way, not confirmed
    qint64 lastBytes = 0;              ///< when the speed was last measured
    double speed = 0;                  ///< bytes a second
};

/// The order in which queued transfers get their turn. Small and large uploads and downloads have their own lines: one
/// large file does not hold up many small ones, nor the other way round.
enum class Line { SmallUpload, LargeUpload, SmallDownload, LargeDownload };
inline constexpr int lineCount = 4;

/// The transfers that are not over, with their places in line. Keeps its indexes; decides nothing.
class Entries
{
public:
    [[nodiscard]] Entry *find(domain::TransferId id);
    [[nodiscard]] const Entry *find(domain::TransferId id) const;
    Entry &insert(const domain::Transfer &row, qint64 largeFrom);
    void setRow(Entry &entry, const domain::Transfer &row, qint64 largeFrom);
    void erase(domain::TransferId id);

    [[nodiscard]] QList<domain::TransferId> ids() const { return m_entries.keys(); }
    /// Under way or about to be.
    [[nodiscard]] int active(Line line) const
    {
        return m_active[static_cast<size_t>(line)] + m_turning[static_cast<size_t>(line)];
    }
    /// The first in line that is not held.
    [[nodiscard]] std::optional<domain::TransferId> firstQueued(Line line) const;
    [[nodiscard]] QList<domain::TransferId> queued(qsizetype most) const;
    [[nodiscard]] const std::set<domain::TransferId> &waiting() const { return m_waiting; }
    [[nodiscard]] bool idle() const;

    /// Takes a queued one out of the line until its row is set again: its folder is not on the server yet.
    void hold(Entry &entry);
    [[nodiscard]] const std::set<domain::TransferId> &held() const { return m_held; }
    /// Takes a queued one out of the line because it has its turn now.
    void turn(Entry &entry);

    /// Of what is not over, and of what was done since the last time that nothing was.
    [[nodiscard]] Summary summary() const;

private:
    using Key = std::pair<qint64, domain::TransferId>;
    void unlink(Entry &entry);
    void link(const Entry &entry);
    [[nodiscard]] Line lineOf(const Entry &entry) const;

    QHash<domain::TransferId, std::shared_ptr<Entry>> m_entries;
    QHash<domain::TransferId, Line> m_lines;
    std::set<Key> m_queued[lineCount];
    std::set<domain::TransferId> m_held;
    std::set<domain::TransferId> m_waiting;
    int m_active[lineCount] = {};
    int m_turning[lineCount] = {};
    int m_counts[9] = {};
    qint64 m_doneBytes = 0;
};

[[nodiscard]] bool isUnderWay(domain::TransferState state); ///< Preparing, Sending, Completing

} // namespace learnlab::transfer
