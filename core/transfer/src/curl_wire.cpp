#include "curl_task.h"
#include "transfer/transfers.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

#include <pthread.h>

namespace learnlab::transfer {

using domain::Result;

namespace {

using TaskPointer = std::shared_ptr<CurlTask>;

struct FreeMulti
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

class CurlWire final : public Wire
{
public:
    CurlWire(support::Scheduler &scheduler, const QByteArray &caFile, const api::Network &network);
    ~CurlWire() override;

    JobHandle put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset, qint64 size,
                  std::function<void(Progress)> progress, std::function<void(Result<PutDone>)> done) override;
    JobHandle get(const QUrl &url, const QString &etag, const QByteArray &localPath, const Piece &piece,
                  std::function<void(Progress)> progress, std::function<void(Result<GetDone>)> done) override;
    void setRateLimits(qint64 up, qint64 down) override;
    void dropConnections() override;
    void setNetwork(const api::Network &network) override;

private:
    class Handle;
    struct Running
    {
        std::shared_ptr<const WireNetwork> network; ///< by which the handle was set up, and which it still reads
        Easy easy;
        TaskPointer task;
    };

    JobHandle submit(TaskPointer task);
    // on the wire thread
    void run();
    [[nodiscard]] bool takeNew();
    void begin(const TaskPointer &task);
    void collect();
    void dropCancelled();
    void tellProgress();
    void share();
    void drop();
    [[nodiscard]] long oldestIdle() const;
    void reply(const TaskPointer &task, CurlTask::Outcome outcome);

    support::Scheduler &m_scheduler;
    const QByteArray m_caFile;
    std::unique_ptr<CURLM, FreeMulti> m_multi;
    std::mutex m_mutex;
    std::deque<TaskPointer> m_new;
    bool m_stopping = false;
    bool m_dropping = false;
    std::shared_ptr<const WireNetwork> m_network; ///< never changed, only replaced
    bool m_ratesChanged = false;
    qint64 m_up = 0;
    qint64 m_down = 0;
    // the wire thread's own
    size_t m_sharedAmong = 0;
    std::optional<std::chrono::steady_clock::time_point> m_dropped;
    std::vector<Running> m_running;
    std::vector<Easy> m_spare;
    std::chrono::steady_clock::time_point m_lastTold;
    std::thread m_thread;
};

class CurlWire::Handle final : public Job
{
public:
    Handle(CurlWire &wire, TaskPointer task) : m_wire(wire), m_task(std::move(task)) {}
    ~Handle() override
    {
        if (m_task->over)
            return;
        m_task->cancelled = true;
        curl_multi_wakeup(m_wire.m_multi.get());
    }

private:
    CurlWire &m_wire;
    TaskPointer m_task;
};

CurlWire::CurlWire(support::Scheduler &scheduler, const QByteArray &caFile, const api::Network &network)
    : m_scheduler(scheduler), m_caFile(caFile), m_network(std::make_shared<WireNetwork>(WireNetwork{caFile, network}))
{
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(initialised);
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 32L);
    curl_multi_setopt(m_multi.get(), CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    m_thread = std::thread([this] { run(); });
    pthread_setname_np(m_thread.native_handle(), "learnlab-wire");
}

CurlWire::~CurlWire()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    curl_multi_wakeup(m_multi.get());
    m_thread.join();
    for (const Running &running : m_running)
        curl_multi_remove_handle(m_multi.get(), running.easy.get());
}

Wire::JobHandle CurlWire::put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset,
                              qint64 size, std::function<void(Progress)> progress,
                              std::function<void(Result<PutDone>)> done)
{
    auto task = std::make_shared<CurlTask>(CurlTask::Request{.direction = Direction::Put,
                                                             .signedRequest = request,
                                                             .etag = {},
                                                             .localPath = localPath,
                                                             .offset = offset,
                                                             .size = size});
    task->progress = std::move(progress);
    task->done = [done = std::move(done)](const CurlTask::Outcome &outcome) {
        if (outcome.error)
            done(tl::make_unexpected(*outcome.error));
        else
            done(PutDone{outcome.etag});
    };
    return submit(std::move(task));
}

Wire::JobHandle CurlWire::get(const QUrl &url, const QString &etag, const QByteArray &localPath, const Piece &piece,
                              std::function<void(Progress)> progress, std::function<void(Result<GetDone>)> done)
{
    auto task =
        std::make_shared<CurlTask>(CurlTask::Request{.direction = Direction::Get,
                                                     .signedRequest = {.url = url, .headers = {}, .lifetime = {}},
                                                     .etag = etag.toLatin1(),
                                                     .localPath = localPath,
                                                     .offset = piece.offset,
                                                     .size = piece.length,
                                                     .total = piece.total});
    task->progress = std::move(progress);
    task->done = [done = std::move(done)](const CurlTask::Outcome &outcome) {
        if (outcome.error)
            done(tl::make_unexpected(*outcome.error));
        else
            done(GetDone{outcome.bytes, outcome.fromStart, outcome.sha256});
    };
    return submit(std::move(task));
}

void CurlWire::setRateLimits(qint64 up, qint64 down)
{
    {
        const std::lock_guard lock(m_mutex);
        m_up = up;
        m_down = down;
        m_ratesChanged = true;
    }
    curl_multi_wakeup(m_multi.get());
}

void CurlWire::setNetwork(const api::Network &network)
{
    {
        const std::lock_guard lock(m_mutex);
        m_network = std::make_shared<WireNetwork>(WireNetwork{m_caFile, network});
    }
    // What is under way goes on by the new way.
    dropConnections();
}

void CurlWire::dropConnections()
{
    {
        const std::lock_guard lock(m_mutex);
        m_dropping = true;
    }
    curl_multi_wakeup(m_multi.get());
}

/// Each job of a direction gets the same share; shared out anew when their number changes.
void CurlWire::share()
{
    qint64 up = 0;
    qint64 down = 0;
    {
        const std::lock_guard lock(m_mutex);
        const bool changed = std::exchange(m_ratesChanged, false);
        if (!changed && (m_sharedAmong == m_running.size() || (m_up == 0 && m_down == 0)))
            return;
        up = m_up;
        down = m_down;
    }
    m_sharedAmong = m_running.size();
    const qint64 puts = std::count_if(m_running.begin(), m_running.end(), [](const Running &running) {
        return running.task->direction() == Direction::Put;
    });
    const qint64 gets = static_cast<qint64>(m_running.size()) - puts;
    for (const Running &running : m_running) {
        const bool put = running.task->direction() == Direction::Put;
        const qint64 rate = put ? up : down;
        running.task->limit(running.easy.get(), rate == 0 ? 0 : std::max<qint64>(1024, rate / (put ? puts : gets)));
    }
}

/// Also what is kept for later: a new network makes connections dead, which nobody would notice for a long time.
void CurlWire::drop()
{
    for (const Running &running : m_running) {
        curl_multi_remove_handle(m_multi.get(), running.easy.get());
        reply(running.task, {.error = domain::Error{domain::ErrorCode::Offline, QStringLiteral("the network changed")},
                             .etag = {},
                             .bytes = 0,
                             .fromStart = false});
    }
    m_running.clear();
    m_dropped = std::chrono::steady_clock::now();
}

/// How long, in seconds, a kept connection may have been idle.
long CurlWire::oldestIdle() const
{
    constexpr std::chrono::seconds usual(110);
    if (!m_dropped)
        return usual.count();
    const auto since = std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - *m_dropped);
    return std::clamp<long>(since.count(), 1, usual.count());
}

Wire::JobHandle CurlWire::submit(TaskPointer task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back(task);
    }
    curl_multi_wakeup(m_multi.get());
    return std::make_unique<Handle>(*this, std::move(task));
}

void CurlWire::run()
{
    while (takeNew()) {
        dropCancelled();
        share();
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        collect();
        tellProgress();
        bool more = false;
        {
            const std::lock_guard lock(m_mutex);
            more = !m_new.empty() || m_stopping;
        }
        if (!more)
            curl_multi_poll(m_multi.get(), nullptr, 0, m_running.empty() ? 60'000 : 1'000, nullptr);
    }
}

bool CurlWire::takeNew()
{
    std::deque<TaskPointer> taken;
    bool dropping = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return false;
        taken.swap(m_new);
        dropping = std::exchange(m_dropping, false);
    }
    if (dropping) // what was asked for since goes the new way already
        drop();
    for (const TaskPointer &task : taken)
        begin(task);
    return true;
}

void CurlWire::begin(const TaskPointer &task)
{
    Easy easy;
    if (m_spare.empty()) {
        easy.reset(curl_easy_init());
    } else {
        easy = std::move(m_spare.back());
        m_spare.pop_back();
    }
    std::shared_ptr<const WireNetwork> network;
    {
        const std::lock_guard lock(m_mutex);
        network = m_network;
    }
    if (auto prepared = task->prepare(easy.get(), *network); !prepared) {
        reply(task, {.error = prepared.error(), .etag = {}, .bytes = 0, .fromStart = false});
        return;
    }
    curl_easy_setopt(easy.get(), CURLOPT_MAXAGE_CONN, oldestIdle());
    curl_multi_add_handle(m_multi.get(), easy.get());
    m_sharedAmong = std::numeric_limits<size_t>::max();
    m_running.push_back({std::move(network), std::move(easy), task});
}

void CurlWire::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result;
        const auto found = std::find_if(m_running.begin(), m_running.end(),
                                        [easy](const Running &running) { return running.easy.get() == easy; });
        if (found == m_running.end())
            continue;
        Running ended = std::move(*found);
        m_running.erase(found);
        CurlTask::Outcome outcome = ended.task->outcome(easy, code);
        curl_multi_remove_handle(m_multi.get(), easy);
        curl_easy_reset(easy);
        m_spare.push_back(std::move(ended.easy));
        reply(ended.task, std::move(outcome));
    }
}

void CurlWire::dropCancelled()
{
    std::erase_if(m_running, [this](const Running &running) {
        if (!running.task->cancelled)
            return false;
        curl_multi_remove_handle(m_multi.get(), running.easy.get());
        return true;
    });
}

void CurlWire::tellProgress()
{
    constexpr auto interval = std::chrono::milliseconds(50);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastTold < interval)
        return;
    m_lastTold = now;
    for (const Running &running : m_running) {
        const auto bytes = running.task->moved();
        if (!bytes || !running.task->progress)
            continue;
        m_scheduler.post([task = running.task, bytes = *bytes] {
            if (!task->cancelled)
                task->progress({bytes});
        });
    }
}

void CurlWire::reply(const TaskPointer &task, CurlTask::Outcome outcome)
{
    m_scheduler.post([task, outcome = std::move(outcome)] {
        task->over = true;
        if (!task->cancelled)
            task->done(outcome);
    });
}

} // namespace

std::unique_ptr<Wire> makeCurlWire(support::Scheduler &scheduler, const QByteArray &caFile, const api::Network &network)
{
    return std::make_unique<CurlWire>(scheduler, caFile, network);
}

} // namespace learnlab::transfer
