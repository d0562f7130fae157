#include "curl_task.h"
#include "transfer/transfers.h"

#include <QHash>

#include <deque>
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
    CurlWire(support::Scheduler &scheduler, QByteArray caFile);
    ~CurlWire() override;

    JobHandle put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset, qint64 size,
                  std::function<void(Progress)> progress, std::function<void(Result<PutDone>)> done) override;
    JobHandle get(const QUrl &url, const QString &etag, const QByteArray &localPath, qint64 offset,
                  std::function<void(Progress)> progress, std::function<void(Result<GetDone>)> done) override;

private:
    class Handle;
    struct Running
    {
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
    void reply(const TaskPointer &task, CurlTask::Outcome outcome);

    support::Scheduler &m_scheduler;
    QByteArray m_caFile;
    std::unique_ptr<CURLM, FreeMulti> m_multi;
    std::mutex m_mutex;
    std::deque<TaskPointer> m_new;
    bool m_stopping = false;
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
        m_task->cancelled = true;
        curl_multi_wakeup(m_wire.m_multi.get());
    }

private:
    CurlWire &m_wire;
    TaskPointer m_task;
};

CurlWire::CurlWire(support::Scheduler &scheduler, QByteArray caFile) : m_scheduler(scheduler), m_caFile(std::move(caFile))
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

Wire::JobHandle CurlWire::put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset, qint64 size,
                              std::function<void(Progress)> progress, std::function<void(Result<PutDone>)> done)
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

Wire::JobHandle CurlWire::get(const QUrl &url, const QString &etag, const QByteArray &localPath, qint64 offset,
                              std::function<void(Progress)> progress, std::function<void(Result<GetDone>)> done)
{
    auto task = std::make_shared<CurlTask>(CurlTask::Request{.direction = Direction::Get,
                                                             .signedRequest = {.url = url, .headers = {}, .lifetime = {}},
                                                             .etag = etag.toLatin1(),
                                                             .localPath = localPath,
                                                             .offset = offset,
                                                             .size = 0});
    task->progress = std::move(progress);
    task->done = [done = std::move(done)](const CurlTask::Outcome &outcome) {
        if (outcome.error)
            done(tl::make_unexpected(*outcome.error));
        else
            done(GetDone{outcome.bytes, outcome.fromStart});
    };
    return submit(std::move(task));
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
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return false;
        taken.swap(m_new);
    }
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
    if (auto prepared = task->prepare(easy.get(), m_caFile); !prepared) {
        reply(task, {.error = prepared.error(), .etag = {}, .bytes = 0, .fromStart = false});
        return;
    }
    curl_multi_add_handle(m_multi.get(), easy.get());
    m_running.push_back({std::move(easy), task});
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
        if (!task->cancelled)
            task->done(outcome);
    });
}

} // namespace

std::unique_ptr<Wire> makeCurlWire(support::Scheduler &scheduler, const QByteArray &caFile)
{
    return std::make_unique<CurlWire>(scheduler, caFile);
}

} // namespace learnlab::transfer
