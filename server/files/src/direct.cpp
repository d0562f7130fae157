#include <server/files/direct.h>

#include "completion.h"
#include "target_row.h"

#include <server/store/transaction.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <deque>

namespace learnlab::server::files {

namespace {

constexpr std::size_t mostAtOnce = 200;

struct Brought
{
    CompletionItem item;
    bool done = false;
    std::optional<Problem> failed;
    boost::asio::steady_timer told; // cancelled when done
};

// The files of one user that wait for the transaction under way to end.
struct Line
{
    std::deque<std::shared_ptr<Brought>> waiting;
};

CompletionItem itemOf(BroughtFile file)
{
    Upload upload;
    upload.id = file.key.upload;
    upload.keyText = file.key.text();
    upload.fileId = Uuid::timeOrdered();
    upload.filename = std::move(file.filename);
    upload.size = file.size;
    upload.mimeType = std::move(file.mimeType);
    upload.ifExists = domain::IfExists::KeepBoth;
    CompletionItem item;
    item.id = upload.id;
    item.sha256 = std::move(file.sha256);
    item.stored = {std::move(file.etag), true};
    item.upload = std::move(upload);
    return item;
}

class Watching final : public FeedHub::Watcher
{
public:
    Watching(FeedHub &hub, Uuid user, std::function<void()> call) : Watcher(hub, user), m_call(std::move(call)) {}

private:
    void wakeUp() override { m_call(); }
    void moved(std::int64_t head) override
    {
        seen(head);
        m_call();
    }
    std::function<void()> m_call;
};

Task<Result<void>> trashLive(store::Connection &db, Uuid user, Uuid file)
{
    auto locked = co_await lockFeed(db, user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    Operation operation;
    operation.kind = OperationKind::Trash;
    operation.target = file;
    auto target = co_await loadTarget(db, user, operation);
    if (!target)
        co_return fail(std::move(target.error()));
    if (target->trashed())
        co_return fail(support::notFound());
    auto done = co_await trashTarget(db, user, std::move(*target));
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

} // namespace

struct Direct::State
{
    Room &room;
    std::map<Uuid, Line> lines;

    static Task<void> workOff(std::shared_ptr<State> state, Uuid user);
};

Direct::Direct(Room &room) : m_state(std::make_shared<State>(State{room, {}})) {}
Direct::~Direct() = default;

Task<void> Direct::State::workOff(std::shared_ptr<State> state, Uuid user)
{
    for (;;) {
        auto &waiting = state->lines.at(user).waiting;
        if (waiting.empty())
            break;
        CompletionBatch batch;
        batch.user = user;
        std::vector<std::shared_ptr<Brought>> taken;
        while (!waiting.empty() && taken.size() < mostAtOnce) {
            taken.push_back(std::move(waiting.front()));
            waiting.pop_front();
            batch.items.push_back(taken.back()->item);
        }
        auto committed = co_await commitBrought(state->room, batch);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (committed)
                taken[i]->item = std::move(batch.items[i]);
            else
                taken[i]->failed = committed.error();
            taken[i]->done = true;
            taken[i]->told.cancel();
        }
    }
    state->lines.erase(user);
}

Task<Result<boost::json::object>> Direct::add(BroughtFile file)
{
    const auto state = m_state;
    const Uuid user = file.user;
    const auto brought = std::make_shared<Brought>(
        Brought{itemOf(std::move(file)),
                false,
                {},
                boost::asio::steady_timer(state->room.executor, boost::asio::steady_timer::time_point::max())});
    const auto [line, first] = state->lines.try_emplace(user);
    line->second.waiting.push_back(brought);
    if (first)
        boost::asio::co_spawn(state->room.executor, State::workOff(state, user), boost::asio::detached);
    while (!brought->done)
        co_await brought->told.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    if (brought->failed)
        co_return fail(std::move(*brought->failed));
    if (brought->item.why)
        co_return fail(std::move(*brought->item.why));
    co_return std::move(brought->item.answer.at("file").as_object());
}

Task<Result<void>> Direct::trash(Uuid user, Uuid file)
{
    const auto state = m_state;
    auto done =
        co_await store::transact(state->room.pool, [&](store::Connection &db) { return trashLive(db, user, file); });
    if (done)
        state->room.hub.wake(user);
    co_return done;
}

std::shared_ptr<void> Direct::watch(Uuid user, std::function<void()> moved)
{
    return std::make_shared<Watching>(m_state->room.hub, user, std::move(moved));
}

} // namespace learnlab::server::files
