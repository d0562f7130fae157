// WS /ws?token=: says which files came. The token is in the address because a browser's WebSocket takes no header; no
// log holds a query.

#include "inner.h"

#include <server/http/websocket.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json/serialize.hpp>

namespace learnlab::server::api1 {

namespace {

constexpr int mostSocketsOfSession = 8;
constexpr std::int64_t mostNotices = 100; // of one move of the feed; a list is what many are for
constexpr std::uint16_t policyViolation = 1008;

struct Listener
{
    Api1::Inner &inner;
    http::WebSocket *wire; // null when the conversation is over
    Principal who;
    std::string bearer; // a secret
    std::int64_t seen = 0;
    bool looking = false;
    bool again = false;
};

std::string notice(const Api1::Inner &inner, const store::Row &row)
{
    const boost::json::object body{{"type", "file_uploaded"},
                                   {"message", "File uploaded: " + row.text("filename")},
                                   {"file", fileJson(inner, row)}};
    return boost::json::serialize(body);
}

// What came since the last look. False when the session has ended.
Task<bool> lookOnce(std::shared_ptr<Listener> listener)
{
    Request asking;
    asking.headers = {{"authorization", listener->bearer}};
    auto who = co_await listener->inner.context.guard.authenticate(asking);
    if (!who)
        co_return who.error().status != 401; // a database that is away ends nothing
    static const std::string select =
        "SELECT files.revision, files.is_deleted, " + std::string(fileColumns) +
        "WHERE files.user_id = $1 AND files.revision > $2 ORDER BY files.revision LIMIT $3";
    auto rows = co_await listener->inner.context.pool.query(select, listener->who.userId, listener->seen, mostNotices);
    if (!rows)
        co_return true;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        listener->seen = row.integer("revision");
        const bool fresh = row.view("created_at") == row.view("updated_at"); // not a rename, a move or a return
        if (fresh && !row.boolean("is_deleted") && listener->wire != nullptr)
            listener->wire->send(notice(listener->inner, row));
    }
    if (rows->size() == std::size_t(mostNotices))
        listener->again = true;
    co_return true;
}

Task<void> look(std::shared_ptr<Listener> listener)
{
    bool well = true;
    while (well && listener->again && listener->wire != nullptr) {
        listener->again = false;
        well = co_await lookOnce(listener);
    }
    listener->looking = false;
    if (!well && listener->wire != nullptr)
        listener->wire->close(policyViolation, "Sign in again.");
}

void startLooking(const std::shared_ptr<Listener> &listener)
{
    listener->again = true;
    if (listener->wire == nullptr || std::exchange(listener->looking, true))
        return;
    boost::asio::co_spawn(listener->inner.context.executor, look(listener), boost::asio::detached);
}

Task<bool> readHead(std::shared_ptr<Listener> listener)
{
    auto rows = co_await listener->inner.context.pool.query("SELECT head FROM user_feed WHERE user_id = $1",
                                                            listener->who.userId);
    if (!rows || rows->empty())
        co_return false;
    listener->seen = rows->front().integer("head");
    co_return true;
}

Task<void> converse(Api1::Inner &inner, http::WebSocket &wire, Principal who, std::string bearer)
{
    int &open = inner.sockets[who.sessionId];
    if (open >= mostSocketsOfSession)
        co_return wire.close(1013, "This session has too many of these.");
    ++open;
    const auto listener = std::make_shared<Listener>(Listener{inner, &wire, who, std::move(bearer)});
    const bool known = co_await readHead(listener);
    if (!known)
        wire.close(1013, "Try again later.");
    const std::weak_ptr<Listener> weak = listener;
    const std::function<void()> moved = [weak] {
        if (const auto alive = weak.lock())
            startLooking(alive);
    };
    const auto watch = inner.context.files.watch(who.userId, moved);
    for (;;) {
        auto message = co_await wire.receive();
        if (!message)
            break;
        if (*message == "ping")
            wire.send("pong");
    }
    listener->wire = nullptr;
    if (--inner.sockets[who.sessionId] == 0)
        inner.sockets.erase(who.sessionId);
}

} // namespace

Answer openNotices(Api1::Inner &inner, Request &request)
{
    Request asking;
    const auto token = request.queryValue("token");
    std::string bearer = token ? "Bearer " + std::string(*token) : std::string(request.header("authorization"));
    asking.headers = {{"authorization", bearer}};
    auto who = co_await inner.context.guard.authenticate(asking);
    if (!who)
        co_return fail(std::move(who.error()));
    const http::Conversation conversation = [&inner, principal = *who, bearer](http::WebSocket &wire) {
        return converse(inner, wire, principal, bearer);
    };
    co_return http::upgrade(request, conversation);
}

} // namespace learnlab::server::api1
