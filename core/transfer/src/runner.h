#pragma once

#include "batch.h"
#include "entries.h"
#include "lanes.h"
#include "pace.h"
#include "part_sender.h"
#include "paths.h"
#include "range_receiver.h"

#include <array>
#include <map>

namespace learnlab::transfer {

/// Carries decisions out: an event is decided, the decision is stored, and only when it is on disk does its work begin.
/// The events of one transfer wait for each other; those of different transfers do not.
class Runner final : public Transfers
{
public:
    explicit Runner(const Parts &parts);
    ~Runner() override;

    void start() override;
    void stop() override;
    void nudge() override;
    void pause(domain::TransferId id) override { command(id, event::Pause{}); }
    void resume(domain::TransferId id) override { command(id, event::Resume{}); }
    void cancel(domain::TransferId id) override { command(id, event::Cancel{}); }
    void retry(domain::TransferId id) override { command(id, event::Retry{}); }
    void retryWith(domain::TransferId id, domain::OnConflict onConflict) override
    {
        command(id, event::RetryWith{onConflict});
    }
    void pauseAll() override;
    void resumeAll() override;
    void clearFinished() override;
    void first(domain::TransferId id) override;
    void moveBefore(domain::TransferId id, domain::TransferId before) override;
    void pauseGroup(domain::TransferId group) override { toAll(group, event::Pause{}); }
    void resumeGroup(domain::TransferId group) override { toAll(group, event::Resume{}); }
    void cancelGroup(domain::TransferId group) override { toAll(group, event::Cancel{}); }
    void retryGroup(domain::TransferId group) override { toAll(group, event::Retry{}); }
    void firstGroup(domain::TransferId group) override;
    void setRateLimits(const RateLimits &limits) override;
    [[nodiscard]] RateLimits rateLimits() const override { return m_rates; }
    void setNetwork(const NetworkCondition &network) override;
    void networkChanged() override;
    [[nodiscard]] Summary summary() const override;
    [[nodiscard]] std::optional<Live> live(domain::TransferId id) const override;
    void listen(std::function<void()> listener) override { m_listeners.push_back(std::move(listener)); }
    void whenSettled(const QList<domain::TransferId> &ids, std::function<void()> reply) override;

private:
    struct Waiter
    {
        QList<domain::TransferId> ids;
        qsizetype settled = 0; ///< so many of them, from the front, were seen settled
        std::function<void()> reply;
    };
    /// Something said to a whole queue or group, or to many one by one, on its way through the mirror.
    struct Sweep
    {
        domain::TransferId group;
        Event event;
        mirror::QueuePlace place = {};
        QList<domain::TransferId> ids = {}; ///< only these, where there are any; so many of them
        qsizetype told = 0;                 ///< have heard of it
    };

    // runner.cpp: events and decisions
    void command(domain::TransferId id, const Event &event);
    void apply(domain::TransferId id, const Event &event);
    void decideNow(Entry &entry, const Event &event);
    void take(Entry &entry, const Decision &decision);
    void stored(domain::TransferId id, const Decision &decision, const domain::Result<void> &result);
    void takeUp(domain::TransferId id);
    void carryOut(domain::TransferId id, const Decision &decision);
    void retire(Entry &entry);
    [[nodiscard]] Circumstances circumstances(const Entry &entry);
    /// Runs the task if the runner still lives.
    [[nodiscard]] support::Task guarded(support::Task task) const;

    // runner_queue.cpp: what of the queue is in memory
    void refresh();
    void reread();
    void refill(Line line);
    void loadWaiting();
    void letGo(domain::TransferId id);
    void readFolders();
    [[nodiscard]] bool isHeld(const Entry &entry);

    // runner_asked.cpp: what the user asks of many, and of their order
    void toAll(domain::TransferId group, const Event &event);
    [[nodiscard]] Entry *load(domain::TransferId id);
    void tellLater(domain::TransferId id, const Event &event);
    [[nodiscard]] QList<domain::Transfer> nextOf(Sweep &sweep) const;
    [[nodiscard]] QList<Decision> decideAll(const QList<domain::Transfer> &rows, const Sweep &sweep);
    void sweepOn();
    void swept(const QList<Decision> &decisions, const domain::Result<void> &result);
    void reorder(std::function<domain::Result<void>(mirror::Writer &)> change);
    void clearFinishedFrom(qint64 row);

    // runner_turns.cpp: whose turn it is
    void wakeSoon();
    void pump();
    void block(const domain::Error &error);
    void giveTurns(Line line, int most);
    void beginTurn(Entry &entry);
    void readFirst(Entry &entry);
    [[nodiscard]] domain::Error whyLocal(const domain::Transfer &row, const domain::Error &error);
    [[nodiscard]] domain::Result<domain::LocalStamp> stampOf(const domain::Transfer &row);
    [[nodiscard]] std::optional<domain::Error> blocked() const;

    // runner_network.cpp: what is known of the server and the way to it
    void askLimits();
    void limitsKnown(const domain::Result<api::Capabilities> &capabilities);
    void reached(const std::optional<domain::Error> &error);
    void sessionChanged(const session::Status &status);
    void wakeThoseWaitingForNetwork();
    void setTimer();
    void timeCame();
    void abandon(domain::UploadId id);
    [[nodiscard]] std::optional<domain::Error> refusedHost(const QUrl &url);

    // runner_room.cpp: whether the server has room for what is to be sent
    enum class RoomFor { One, None, Unknown };
    [[nodiscard]] RoomFor roomFor(const Entry &entry);
    [[nodiscard]] bool isRoomFresh() const;
    [[nodiscard]] bool standsForRoom() const;
    void askUsage();
    void accountChanged();
    void usageKnown(const domain::Usage &usage);
    void tryFullStore();

    // runner_work.cpp: the work
    void beginWork(Entry &entry, const Decision &decision);
    void beginWorkNow(Entry &entry, Work work);
    void digest(Entry &entry);
    void create(Entry &entry);
    void askState(Entry &entry);
    void giveUp(Entry &entry);
    /// What speaks against keeping what was sent, before the server is told to. Nothing does where the file is gone: it
    /// was sent whole.
    [[nodiscard]] std::optional<Event> lastLook(const domain::Transfer &row);
    void sendWhole(Entry &entry);
    void sendParts(Entry &entry);
    void complete(Entry &entry);
    void askUrl(Entry &entry);
    void receive(Entry &entry);
    void receiveRanges(Entry &entry);
    void verify(Entry &entry);
    void publish(Entry &entry);
    void pumpLanes();
    void paced(double rate);
    void moved(domain::TransferId id, quint64 work, qint64 bytes);
    /// A callback that ends the transfer's present work with an event; news of earlier work is dropped.
    template <class T, class ToEvent>
    std::function<void(domain::Result<T>)> reply(const Entry &entry, bool fromApi, ToEvent toEvent)
    {
        return [this, id = entry.row.id, work = entry.workNumber, fromApi, toEvent](domain::Result<T> result) {
            if (fromApi)
                reached(result ? std::nullopt : std::optional(result.error()));
            if (Entry *now = m_entries.find(id); now && now->workNumber == work)
                apply(id, toEvent(*now, std::move(result)));
        };
    }

    // runner_told.cpp: those who listen
    void changed();
    void tell();
    void measure();
    void tellSettled();
    void settledSoon();
    [[nodiscard]] bool isSettled(domain::TransferId id) const;

    Parts m_with;
    api::Limits m_limits;
    QStringList m_hosts; ///< that objects may be sent to
    RateLimits m_rates;
    NetworkCondition m_network;
    bool m_running = false;
    quint64 m_generation = 0; ///< counts stop(): what was stored for an earlier one is read again, not heard of
    bool m_limitsKnown = false;
    api::CallHandle m_limitsCall;
    std::optional<domain::Error> m_limitsError;
    int m_probes = 0;
    bool m_portal = false; ///< why the session is offline, as last told

    Entries m_entries;
    /// How far each line was read from the mirror.
    struct Reading
    {
        mirror::QueuePlace place;
        bool atEnd = false;
    };
    std::array<Reading, lineCount> m_reading;
    bool m_moreWaiting = false;
    std::deque<Sweep> m_sweeps;
    std::set<domain::TransferId> m_first; ///< put first, and not begun since: one more than usual may run for them
    bool m_sweeping = false;
    int m_toldNow = 0; ///< in this turn of the loop, of those that were not in memory

    std::optional<domain::Usage> m_usage; ///< as last heard
    bool m_usageRead = false;             ///< what the mirror knows of it
    std::optional<support::Monotonic> m_usageHeard;
    qint64 m_claimed = 0; ///< by uploads that got their turn since
    api::CallHandle m_usageCall;

    bool m_pumpComing = false;
    bool m_foldersStale = true;
    QHash<domain::FolderId, std::optional<domain::Error>> m_pendingFolders;
    std::optional<support::Scheduler::TimerId> m_timer;

    Batch<api::UploadRequest, api::UploadAnswer> m_creations;
    Batch<api::Completion, api::UploadAnswer> m_completions;
    Batch<domain::FileId, api::DownloadUrl> m_urls;
    Lane m_smallPuts{16};
    Lane m_stateCalls{4};
    Lane m_smallGets{16};
    Lane m_largeGets{2};
    double m_partRateStored = 0;
    double m_partRate = 0;    ///< bytes a second of one part of a large upload, as last measured
    Pace m_putPace{16, 4, 32}; ///< how many small files are sent at a time,
    Pace m_getPace{16, 4, 32}; ///< and received
    std::map<domain::UploadId, api::CallHandle> m_abandoning;
    std::set<domain::UploadId> m_toAbandon; ///< the server could not be told yet
    std::vector<std::unique_ptr<Running>> m_retired;
    bool m_cleaning = false;

    std::vector<std::function<void()>> m_listeners;
    std::vector<Waiter> m_waiters;
    bool m_telling = false;
    bool m_settling = false;
    bool m_dirty = false;
    support::Monotonic m_lastMeasured{};
    TimeLeft m_timeLeft;
    qint64 m_finishedBefore = 0; ///< bytes of what was done already when there was nothing to do last
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::transfer
