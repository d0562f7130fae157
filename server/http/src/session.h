#pragma once
// One client's connection: request after request until it ends. Kept alive by its own coroutine; known to the server,
// which it tells when it is gone.

#include <server/http/server.h>

#include "request_body.h"
#include "response_writer.h"

#include <map>
#include <stop_token>

namespace learnlab::server::http {

class Session;

// Where an exchange is counted: found once for each method, route and status, not by their texts every time.
struct Meters
{
    support::Counter *answered = nullptr;
    support::Histogram *seconds = nullptr;
    support::Counter *sentBytes = nullptr;
    support::Counter *receivedBytes = nullptr;
};

// What all connections share. Outlives them (shared).
struct SessionHost
{
    const Router &router;
    support::Logger &log;
    ServerOptions options;
    bool draining = false;
    std::size_t waiting = 0;    // long polls that have not been answered
    std::size_t webSockets = 0; // open ones
    std::map<std::string, Meters, std::less<>> meters;
    std::function<void(Session *)> gone;
    std::shared_ptr<boost::asio::ssl::context> tls; // of the next connections; null: plain
};

class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(boost::asio::ip::tcp::socket socket, std::string peer, std::string prefix,
            std::shared_ptr<SessionHost> host);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] static Task<void> run(std::shared_ptr<Session> self);
    [[nodiscard]] const std::string &prefix() const { return m_prefix; } // of the peer's address; empty: not counted
    void drain(); // ends when idle, else after the running request, which is asked to hurry
    void cut();   // now

private:
    struct Exchange;

    [[nodiscard]] Task<bool> open();
    [[nodiscard]] Task<bool> waitForRequest();
    [[nodiscard]] Task<bool> serveOne(); // false: the connection ends
    [[nodiscard]] Task<Response> answer(Exchange &exchange);
    [[nodiscard]] Task<Response> dispatch(Exchange &exchange, const RouteMatch &match);
    [[nodiscard]] Task<bool> converse(Exchange &exchange, Response response);
    [[nodiscard]] Task<bool> reply(Exchange &exchange, Response response);
    [[nodiscard]] Task<bool> refuseHeader(boost::system::error_code error);
    [[nodiscard]] Task<void> linger();
    [[nodiscard]] Response failure(Exchange &exchange, const Problem &problem) const;
    void logExchange(const Exchange &exchange, int status, std::uint64_t bytes) const;
    void watchForHangup();
    [[nodiscard]] WriteContext writing();
    [[nodiscard]] BodyLimits bodyLimits(std::uint64_t most, bool expectsContinue) const;
    void countExchange(const Exchange &exchange, int status, std::uint64_t bytes) const;

    Wire m_wire;
    std::shared_ptr<SessionHost> m_host;
    boost::beast::flat_buffer m_buffer;
    Watchdog m_watchdog;
    std::stop_source m_stop; // of the running request
    std::string m_peer;
    std::string m_prefix;
    std::size_t m_pipelined = 0; // requests in a row that did not wait for the answer before them
    bool m_idle = true;
};

} // namespace learnlab::server::http
