#include "events.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>

namespace learnlab::server::files {

namespace {

constexpr int mostSocketsOfSession = 4;
// A session that ended is mostly noticed at once, by a wake; this is for when nobody said so, and for tokens that end.
constexpr std::chrono::seconds checkEvery{20};
constexpr std::chrono::seconds breath{1};

constexpr std::uint16_t sessionEnded = 4401;
constexpr std::uint16_t tooManySockets = 4429;

std::string said(const char *type)
{
    return std::string(R"({"type":")") + type + R"("})";
}

// The fresh token of {"type":"token","access_token":"…"}; nothing for any other message.
std::optional<std::string> freshToken(const std::string &message)
{
    boost::system::error_code error;
    boost::json::parse_options limits;
    limits.max_depth = 4;
    const auto value = boost::json::parse(message, error, {}, limits);
    const auto *object = error ? nullptr : value.if_object();
    const auto *type = object == nullptr ? nullptr : object->if_contains("type");
    const auto *token = object == nullptr ? nullptr : object->if_contains("access_token");
    if (type == nullptr || token == nullptr || !type->is_string() || type->get_string() != "token" ||
        !token->is_string())
        return std::nullopt;
    return std::string(token->get_string());
}

} // namespace

// One client's socket. Its conversation owns it; checks that are under way may hold it a little longer.
class Events::Socket final : public FeedHub::Watcher, public std::enable_shared_from_this<Socket>
{
public:
    Socket(std::weak_ptr<State> owner, FeedHub &hub, http::WebSocket &to, const Principal &principal, std::string token)
        : Watcher(hub, principal.userId), who(principal), bearer(std::move(token)), wire(&to), m_owner(std::move(owner))
    {}

    Principal who;
    std::string bearer;    // the Authorization that counts; a secret
    http::WebSocket *wire; // null when the conversation is over
    std::chrono::steady_clock::time_point checked = std::chrono::steady_clock::now();
    bool told = false; // hello was said

private:
    void wakeUp() override;
    void moved(std::int64_t head) override
    {
        if (wire == nullptr || !told)
            return;
        seen(head);
        wire->send(said("changed"));
        if (std::chrono::steady_clock::now() - checked > breath)
            wakeUp(); // what moved may be the user, who was disabled
    }
    std::weak_ptr<State> m_owner;
    bool m_checking = false;
    friend class Events;
};

struct Events::State
{
    Room &room;
    boost::asio::steady_timer pause;
    std::set<std::shared_ptr<Socket>> sockets;
    bool checking = false;
    bool ended = false;
};

// Perhaps the session ended.
void Events::Socket::wakeUp()
{
    const auto owner = m_owner.lock();
    if (!owner || m_checking || wire == nullptr)
        return;
    m_checking = true;
    boost::asio::co_spawn(owner->room.executor, check(owner, shared_from_this()), boost::asio::detached);
}

Events::Events(Room &room)
    : m_state(std::make_shared<State>(State{room, boost::asio::steady_timer(room.executor), {}, false, false}))
{}

Events::~Events()
{
    stop();
}

void Events::stop()
{
    m_state->ended = true;
    m_state->pause.cancel();
}

Task<Result<Response>> Events::open(Request &request, Principal who)
{
    const http::Conversation conversation =
        [state = m_state, who, bearer = std::string(request.header("authorization"))](http::WebSocket &wire) {
            return talk(state, wire, who, bearer);
        };
    co_return http::upgrade(request, conversation);
}

Task<void> Events::talk(std::shared_ptr<State> state, http::WebSocket &wire, Principal who, std::string bearer)
{
    const auto ofSession =
        std::ranges::count_if(state->sockets, [&](const auto &other) { return other->who.sessionId == who.sessionId; });
    if (ofSession >= mostSocketsOfSession)
        co_return wire.close(tooManySockets, "This session has too many of these.");
    const auto socket = std::make_shared<Socket>(state, state->room.hub, wire, who, std::move(bearer));
    state->sockets.insert(socket);
    if (!std::exchange(state->checking, true))
        boost::asio::co_spawn(state->room.executor, checkAll(state), boost::asio::detached);
    // What moves from here on is told; what moved before, the client reads after the greeting.
    const bool known = co_await readHead(state, socket);
    if (known) {
        socket->told = true;
        wire.send(said("hello"));
    } else {
        wire.close(1013, "Try again later.");
    }
    for (;;) {
        auto message = co_await wire.receive();
        if (!message)
            break;
        co_await obey(state, socket, std::move(*message));
    }
    socket->wire = nullptr;
    state->sockets.erase(socket);
    if (state->sockets.empty())
        state->pause.cancel();
}

Task<bool> Events::readHead(std::shared_ptr<State> state, std::shared_ptr<Socket> socket)
{
    auto rows = co_await state->room.pool.query("SELECT head FROM user_feed WHERE user_id = $1", socket->user());
    if (!rows || rows->empty())
        co_return false;
    socket->seen(rows->front().integer("head"));
    co_return true;
}

Task<void> Events::obey(std::shared_ptr<State> state, std::shared_ptr<Socket> socket, std::string message)
{
    const auto token = freshToken(message);
    if (!token)
        co_return socket->wire->close(1003, "This is not understood.");
    Request asking;
    asking.headers = {{"authorization", "Bearer " + *token}};
    auto who = co_await state->room.guard.authenticate(asking);
    if (!who && who.error().status != 401)
        co_return socket->wire->close(1013, "Try again later.");
    if (!who || who->sessionId != socket->who.sessionId || who->userId != socket->who.userId)
        co_return socket->wire->close(sessionEnded, "This token does not belong here.");
    socket->who = *who;
    socket->bearer = "Bearer " + *token;
    socket->checked = std::chrono::steady_clock::now();
    socket->wire->send(said("token_accepted"));
}

// Ends the socket when its session or token has ended; a database that is away ends nothing.
Task<void> Events::check(std::shared_ptr<State> state, std::shared_ptr<Socket> socket)
{
    Request asking;
    asking.headers = {{"authorization", socket->bearer}};
    const std::string asked = socket->bearer;
    auto who = co_await state->room.guard.authenticate(asking);
    socket->m_checking = false;
    socket->checked = std::chrono::steady_clock::now();
    if (who || who.error().status != 401 || socket->wire == nullptr)
        co_return;
    if (asked == socket->bearer) // else a fresh one came meanwhile
        socket->wire->close(sessionEnded, "Sign in again, or open this with a fresh token.");
}

// Runs while there are sockets: a few at a time, each every twenty seconds.
Task<void> Events::checkAll(std::shared_ptr<State> state)
{
    while (!state->ended && !state->sockets.empty()) {
        state->pause.expires_after(breath);
        co_await state->pause.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        const auto due = std::chrono::steady_clock::now() - checkEvery;
        std::vector<std::shared_ptr<Socket>> old;
        std::ranges::copy_if(state->sockets, std::back_inserter(old),
                             [due](const auto &socket) { return socket->checked < due; });
        for (const auto &socket : old) {
            if (!state->ended && socket->wire != nullptr)
                co_await check(state, socket);
        }
    }
    state->checking = false;
}

} // namespace learnlab::server::files
