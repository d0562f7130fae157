#include "session.h"

#include "client_address.h"
#include "compress.h"
#include "cross_origin.h"
#include "request_head.h"
#include "websocket_stream.h"

#include <server/support/bytes.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/read.hpp>

namespace learnlab::server::http {
namespace {

constexpr auto asTuple = boost::asio::as_tuple(boost::asio::use_awaitable);
constexpr std::size_t lingerBytes = 16 << 20;
constexpr std::chrono::milliseconds lingerTime{2000};
constexpr std::size_t mostPipelined = 100;

// Counts for as long as it lives.
class Counted
{
public:
    explicit Counted(std::size_t &count) : m_count(count) { ++m_count; }
    ~Counted() { --m_count; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    std::size_t &m_count;
};

} // namespace

struct Session::Exchange
{
    Parser parser;
    Request request;
    std::optional<RequestBody> body;
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
    std::string code; // of the problem that was answered
    bool keepAlive = false;
};

Session::Session(boost::asio::ip::tcp::socket socket, std::string peer, std::string prefix,
                 std::shared_ptr<SessionHost> host)
    : m_wire(std::move(socket), host->tls),
      m_host(std::move(host)),
      m_buffer(m_host->options.headerBytes + (128U << 10)),
      m_watchdog(m_wire.socket()),
      m_peer(std::move(peer)),
      m_prefix(std::move(prefix))
{
    boost::system::error_code error;
    m_wire.socket().set_option(boost::asio::ip::tcp::no_delay(true), error);
    m_wire.socket().native_non_blocking(true, error);
}

Session::~Session()
{
    m_host->gone(this);
}

Task<void> Session::run(std::shared_ptr<Session> self)
{
    // One co_await a statement: g++ 12 does not short-circuit two of them in one condition.
    bool open = co_await self->open();
    while (open) {
        open = co_await self->waitForRequest();
        if (open)
            open = co_await self->serveOne();
    }
    self->m_wire.close();
}

Task<bool> Session::open()
{
    if (!m_wire.encrypted())
        co_return true;
    m_watchdog.expect(m_host->options.headerTime);
    const auto error = co_await m_wire.handshake();
    m_watchdog.rest();
    co_return !error;
}

void Session::drain()
{
    m_stop.request_stop();
    if (m_idle)
        cut();
}

void Session::cut()
{
    m_stop.request_stop();
    boost::system::error_code ignored;
    m_wire.socket().cancel(ignored);
    m_wire.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
}

Task<bool> Session::waitForRequest()
{
    if (m_buffer.size() > 0) {
        ++m_pipelined;
        co_return true;
    }
    m_pipelined = 0;
    if (m_host->draining)
        co_return false;
    m_idle = true;
    m_watchdog.expect(m_host->options.idle);
    const auto [error, count] = co_await m_wire.async_read_some(m_buffer.prepare(4096), asTuple);
    m_buffer.commit(count);
    m_idle = false;
    co_return !error && count > 0;
}

Task<bool> Session::serveOne()
{
    Exchange exchange;
    exchange.parser.header_limit(m_host->options.headerBytes);
    exchange.parser.body_limit(boost::none);
    m_watchdog.expect(m_host->options.headerTime);
    const auto [error, count] =
        co_await boost::beast::http::async_read_header(m_wire, m_buffer, exchange.parser, asTuple);
    if (error)
        co_return co_await refuseHeader(error);
    m_watchdog.rest();
    m_stop = std::stop_source();
    if (m_host->draining)
        m_stop.request_stop();
    Response response = co_await answer(exchange);
    if (response.conversation)
        co_return co_await converse(exchange, std::move(response));
    co_return co_await reply(exchange, std::move(response));
}

Task<Response> Session::answer(Exchange &exchange)
{
    Request &request = exchange.request;
    request.peer = m_peer;
    request.log = &m_host->log;
    request.stop = m_stop.get_token();
    auto head = takeHead(exchange.parser, request);
    const BodyLimits unread = bodyLimits(0, false);
    if (!head) {
        exchange.body.emplace(m_wire, m_buffer, exchange.parser, m_watchdog, unread);
        co_return failure(exchange, head.error());
    }
    ClientAddress client = clientAddress(request.headers, m_peer, m_wire.encrypted(), m_host->options.trustedProxies);
    request.peer = std::move(client.text);
    request.secure = client.secure;
    exchange.keepAlive = head->keepAlive;
    if (auto preflight = answerPreflight(request, m_host->options.corsOrigins)) {
        exchange.body.emplace(m_wire, m_buffer, exchange.parser, m_watchdog, unread);
        co_return std::move(*preflight);
    }
    auto match = m_host->router.match(request.method, head->rawPath);
    if (!match) {
        exchange.body.emplace(m_wire, m_buffer, exchange.parser, m_watchdog, unread);
        co_return failure(exchange, match.error());
    }
    const std::uint64_t most = match->route->options.bodyLimit.value_or(m_host->options.bodyBytes);
    exchange.body.emplace(m_wire, m_buffer, exchange.parser, m_watchdog, bodyLimits(most, head->expectsContinue));
    request.path = std::move(match->path);
    request.pathValues = std::move(match->pathValues);
    request.routeName = match->route->name;
    if (exchange.body->contentLength().value_or(0) > most)
        co_return failure(exchange, support::problem(413, "too_large", "The body is larger than this address takes."));
    co_return co_await dispatch(exchange, *match);
}

Task<Response> Session::dispatch(Exchange &exchange, const RouteMatch &match)
{
    Request &request = exchange.request;
    if (match.route->options.streaming) {
        request.stream = &*exchange.body;
    } else {
        auto body = co_await exchange.body->readAll(m_host->options.bodyTime);
        if (!body)
            co_return failure(exchange, body.error());
        request.body = std::move(*body);
    }
    std::optional<Counted> waiting;
    if (match.route->options.longPoll) {
        watchForHangup();
        waiting.emplace(m_host->waiting);
    }
    Result<Response> result = support::fail(support::internal({}));
    try {
        result = co_await match.route->handler(request);
    } catch (const std::exception &thrown) {
        result = support::fail(support::internal(thrown.what()));
    }
    boost::system::error_code ignored;
    if (match.route->options.longPoll)
        m_wire.socket().cancel(ignored);
    if (!result)
        co_return failure(exchange, result.error());
    co_await compressIfWorthwhile(request, *result);
    co_return std::move(*result);
}

// A connection that becomes readable while its request is being answered has either pipelined or ended.
void Session::watchForHangup()
{
    m_wire.socket().async_wait(boost::asio::ip::tcp::socket::wait_read,
                               [self = shared_from_this(), stop = m_stop](boost::system::error_code error) mutable {
                                   if (!error && self->m_wire.hungUp())
                                       stop.request_stop();
                               });
}

// From here on the connection is a WebSocket, until its end.
Task<bool> Session::converse(Exchange &exchange, Response response)
{
    const Conversation conversation = std::move(response.conversation);
    if (m_buffer.size() > 0) { // it has to wait for our 101
        const Problem problem = support::malformed("Nothing may follow before the upgrade is answered.");
        exchange.keepAlive = false;
        co_return co_await reply(exchange, failure(exchange, problem));
    }
    m_buffer = boost::beast::flat_buffer(m_buffer.max_size());
    m_watchdog.rest();
    WebSocketStream socket(m_wire);
    const Counted counted(m_host->webSockets);
    bool accepted = false;
    try {
        accepted = co_await socket.run(exchange.parser, exchange.request.id, conversation, m_stop.get_token());
    } catch (const std::exception &thrown) {
        m_host->log.error("conversation_failed",
                          {{"request", exchange.request.id}, {"cause", std::string_view(thrown.what())}});
    }
    logExchange(exchange, accepted ? 101 : 400, 0);
    co_return false;
}

Task<bool> Session::reply(Exchange &exchange, Response response)
{
    const bool unread = !exchange.body->finished();
    const bool close =
        response.close || unread || m_host->draining || !exchange.keepAlive || m_pipelined >= mostPipelined;
    const int status = response.status;
    allowOrigin(exchange.request, m_host->options.corsOrigins, response);
    const Outcome outcome = co_await writeResponse(writing(), std::move(response), exchange.request.id,
                                                   exchange.request.method == "HEAD", close);
    logExchange(exchange, status, outcome.bytes);
    if (!outcome.whole)
        co_return false;
    if (close)
        co_await linger();
    co_return !close;
}

Task<bool> Session::refuseHeader(boost::system::error_code error)
{
    namespace http = boost::beast::http;
    const bool late = m_watchdog.passed();
    const bool ended = error == http::error::end_of_stream || error == http::error::partial_message;
    const bool foreign = error.category() != http::make_error_code(http::error::end_of_stream).category();
    if (ended || (foreign && !late))
        co_return false;
    Problem problem = support::malformed("This is not a well-formed HTTP/1.1 request.");
    if (late)
        problem = support::problem(408, "timeout", "The request did not arrive in time.");
    else if (error == http::error::header_limit || error == http::error::buffer_overflow)
        problem = support::problem(431, "too_large", "The header is larger than this server takes.");
    Exchange exchange;
    exchange.request.id = newRequestId();
    exchange.request.routeName = "malformed";
    exchange.code = problem.code;
    const Outcome outcome =
        co_await writeResponse(writing(), problemResponse(problem), exchange.request.id, false, true);
    logExchange(exchange, problem.status, outcome.bytes);
    if (outcome.whole)
        co_await linger();
    co_return false;
}

// Closing while the client still sends would reset the connection and lose the answer on its way.
Task<void> Session::linger()
{
    m_watchdog.expect(lingerTime);
    co_await m_wire.sayGoodbye();
    std::string sink(64 << 10, '\0');
    for (std::size_t taken = 0; taken < lingerBytes;) {
        const auto [error, count] = co_await m_wire.socket().async_read_some(boost::asio::buffer(sink), asTuple);
        if (error)
            break;
        taken += count;
    }
    m_watchdog.rest();
}

Response Session::failure(Exchange &exchange, const Problem &problem) const
{
    exchange.code = problem.code;
    if (problem.status >= 500) {
        m_host->log.write(problem.status == 500 ? support::LogLevel::Error : support::LogLevel::Warning,
                          "request_failed",
                          {{"request", exchange.request.id},
                           {"route", exchange.request.routeName},
                           {"code", problem.code},
                           {"state", problem.cause.state},
                           {"object", problem.cause.object},
                           {"cause", problem.cause.text}});
    }
    return problemResponse(problem);
}

void Session::logExchange(const Exchange &exchange, int status, std::uint64_t bytes) const
{
    countExchange(exchange, status, bytes);
    const auto taken = std::chrono::steady_clock::now() - exchange.begun;
    m_host->log.info("request", {{"request", exchange.request.id},
                                 {"method", exchange.request.method},
                                 {"route", exchange.request.routeName},
                                 {"status", status},
                                 {"code", exchange.code},
                                 {"bytes", bytes},
                                 {"us", std::chrono::duration_cast<std::chrono::microseconds>(taken).count()},
                                 {"peer", exchange.request.peer.empty() ? m_peer : exchange.request.peer}});
}

namespace {

// Names of routes and methods come from our own table; anything else is counted as one.
Meters metersOf(support::Metrics &metrics, const std::string &method, const std::string &route, int status)
{
    Meters meters;
    meters.answered = &metrics.counter("learnlab_http_requests_total", "Requests answered.",
                                       {{"method", method}, {"route", route}, {"status", std::to_string(status)}});
    meters.seconds = &metrics.histogram("learnlab_http_request_seconds", "From the header to the end of the answer.",
                                        {{"route", route}});
    meters.sentBytes = &metrics.counter("learnlab_http_sent_bytes_total", "Bodies of answers.");
    meters.receivedBytes = &metrics.counter("learnlab_http_received_bytes_total", "Bodies of requests.");
    return meters;
}

} // namespace

void Session::countExchange(const Exchange &exchange, int status, std::uint64_t bytes) const
{
    if (m_host->options.metrics == nullptr)
        return;
    const std::string &route = exchange.request.routeName;
    const std::string method = route.starts_with('/') ? exchange.request.method : "other";
    std::string key = std::to_string(status);
    key.append(" ").append(method).append(" ").append(route);
    auto known = m_host->meters.find(key);
    if (known == m_host->meters.end())
        known = m_host->meters.emplace(std::move(key), metersOf(*m_host->options.metrics, method, route, status)).first;
    const Meters &meters = known->second;
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - exchange.begun;
    meters.answered->add();
    meters.seconds->observe(taken.count());
    meters.sentBytes->add(bytes);
    if (exchange.body)
        meters.receivedBytes->add(exchange.body->taken());
}

WriteContext Session::writing()
{
    const ServerOptions &options = m_host->options;
    return {m_wire, m_watchdog, options.idle, Pace{options.leastRate, options.grace, {}, 0}};
}

BodyLimits Session::bodyLimits(std::uint64_t most, bool expectsContinue) const
{
    const ServerOptions &options = m_host->options;
    return {most, options.idle, expectsContinue, Pace{options.leastRate, options.grace, {}, 0}};
}

} // namespace learnlab::server::http
