#include "http_client.h"

#include <server/support/bytes.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <deque>

namespace learnlab::server::objects {

using support::fail;

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using Clock = std::chrono::steady_clock;

constexpr auto asResult = asio::as_tuple(asio::use_awaitable);
constexpr std::uint32_t longestHead = 32 << 10;

Problem lost(std::string_view what, const boost::system::error_code &error)
{
    return support::unavailable("The server's storage does not answer.", 5)
        .withCause(std::string(what) + ": " + error.message());
}

using Secure = asio::ssl::stream<beast::tcp_stream>;

struct Link
{
    std::unique_ptr<beast::tcp_stream> plain; // one of the two
    std::unique_ptr<Secure> secure;
    Clock::time_point idleSince;
};

struct Conversation
{
    Reply reply;
    bool keep = false;
};

bhttp::request<bhttp::span_body<const char>> requestFor(const Exchange &exchange, const Endpoint &endpoint)
{
    bhttp::request<bhttp::span_body<const char>> request;
    request.version(11);
    request.method_string(exchange.method);
    request.target(exchange.target);
    request.set(bhttp::field::host, endpoint.authority);
    for (const auto &[name, value] : exchange.headers)
        request.set(name, value);
    request.body() = {exchange.body.data(), exchange.body.size()};
    if (!exchange.body.empty() || exchange.method == "PUT" || exchange.method == "POST")
        request.content_length(exchange.body.size());
    return request;
}

template <typename Stream>
Task<Result<Conversation>> converse(Stream &stream, const Exchange &exchange, const Endpoint &endpoint)
{
    auto request = requestFor(exchange, endpoint);
    auto &lowest = beast::get_lowest_layer(stream);
    lowest.expires_after(exchange.time);
    auto [notSent, sent] = co_await bhttp::async_write(stream, request, asResult);
    // Who refuses may answer before it has read everything, and close.
    beast::flat_buffer buffer;
    bhttp::response_parser<bhttp::string_body> parser;
    parser.header_limit(longestHead);
    parser.body_limit(exchange.mostBytes);
    parser.skip(exchange.method == "HEAD");
    lowest.expires_after(exchange.time);
    auto [notRead, read] = co_await bhttp::async_read(stream, buffer, parser, asResult);
    lowest.expires_never();
    if (notRead)
        co_return fail(notSent ? lost("send", notSent) : lost("receive", notRead));
    Conversation done;
    done.keep = parser.keep_alive() && !notSent && buffer.size() == 0;
    auto response = parser.release();
    done.reply.status = response.result_int();
    for (const auto &field : response)
        done.reply.headers.emplace_back(support::asciiLower(field.name_string()), field.value());
    done.reply.body = std::move(response.body());
    co_return done;
}

} // namespace

std::string_view Reply::header(std::string_view lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

namespace {

// A place in the queue, left however the wait ends.
template <typename Owner>
struct Place
{
    Owner &owner;
    std::unique_ptr<asio::steady_timer> timer;
    explicit Place(Owner &whose)
        : owner(whose),
          timer(std::make_unique<asio::steady_timer>(whose.executor, asio::steady_timer::time_point::max()))
    {
        owner.waiting.push_back(timer.get());
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    ~Place() { std::erase(owner.waiting, timer.get()); }
};

// One of the connections that there may be, given back however the call ends.
template <typename Owner>
struct Turn
{
    std::shared_ptr<Owner> owner;
    explicit Turn(std::shared_ptr<Owner> whose) : owner(std::move(whose)) {}
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    ~Turn() { owner->endTurn(); }
};

} // namespace

struct HttpClient::Inner
{
    Inner(asio::any_io_executor loop, HttpClientOptions wanted)
        : executor(std::move(loop)), options(std::move(wanted)), tls(asio::ssl::context::tls_client)
    {}

    [[nodiscard]] Result<void> prepareTls();
    [[nodiscard]] Task<Result<void>> takeTurn();
    void endTurn();
    [[nodiscard]] std::unique_ptr<Link> takeIdle();
    [[nodiscard]] Task<Result<std::unique_ptr<Link>>> connect();
    [[nodiscard]] Task<Result<asio::ip::tcp::resolver::results_type>> resolve();
    [[nodiscard]] Task<Result<void>> shakeHands(Link &link);
    [[nodiscard]] Task<Result<Reply>> attempt(std::unique_ptr<Link> link, const Exchange &exchange);

    asio::any_io_executor executor;
    HttpClientOptions options;
    asio::ssl::context tls;
    std::deque<std::unique_ptr<Link>> idle; // the latest at the end
    std::deque<asio::steady_timer *> waiting;
    std::size_t taken = 0;
};

Result<void> HttpClient::Inner::prepareTls()
{
    if (!options.endpoint.tls)
        return {};
    boost::system::error_code error;
    if (options.caFile.empty())
        tls.set_default_verify_paths(error);
    else
        tls.load_verify_file(options.caFile, error);
    if (!error)
        tls.set_verify_mode(asio::ssl::verify_peer, error);
    if (error)
        return fail(support::unavailable("The CA file of the object store cannot be read.").withCause(error.message()));
    return {};
}

Task<Result<void>> HttpClient::Inner::takeTurn()
{
    if (taken >= options.connections) {
        if (waiting.size() >= options.mostWaiting)
            co_return fail(support::unavailable("The server is busy.").withCause("too many calls wait for the store"));
        const Place<Inner> place(*this);
        co_await place.timer->async_wait(asResult); // cancelled by the turn that is handed on
        co_return Result<void>();
    }
    ++taken;
    co_return Result<void>();
}

void HttpClient::Inner::endTurn()
{
    if (waiting.empty()) {
        --taken;
        return;
    }
    auto *next = waiting.front();
    waiting.pop_front();
    next->cancel();
}

std::unique_ptr<Link> HttpClient::Inner::takeIdle()
{
    while (!idle.empty() && Clock::now() - idle.front()->idleSince > options.keepTime)
        idle.pop_front();
    if (idle.empty())
        return nullptr;
    auto link = std::move(idle.back());
    idle.pop_back();
    return link;
}

Task<Result<asio::ip::tcp::resolver::results_type>> HttpClient::Inner::resolve()
{
    const auto resolver = std::make_shared<asio::ip::tcp::resolver>(executor);
    asio::steady_timer timer(executor, options.connectTime);
    timer.async_wait([resolver](boost::system::error_code error) {
        if (!error)
            resolver->cancel();
    });
    const std::string &name = options.connectTo.empty() ? options.endpoint.host : options.connectTo;
    auto [error, found] = co_await resolver->async_resolve(name, options.endpoint.port, asResult);
    timer.cancel();
    if (error)
        co_return fail(lost("resolve", error));
    co_return found;
}

Task<Result<void>> HttpClient::Inner::shakeHands(Link &link)
{
    link.secure = std::make_unique<Secure>(std::move(*link.plain), tls);
    link.plain.reset();
    SSL_ctrl(link.secure->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
             options.endpoint.host.data());
    boost::system::error_code error;
    link.secure->set_verify_callback(asio::ssl::host_name_verification(options.endpoint.host), error);
    if (error)
        co_return fail(lost("tls", error));
    auto [refused] = co_await link.secure->async_handshake(asio::ssl::stream_base::client, asResult);
    if (refused)
        co_return fail(lost("tls", refused));
    co_return Result<void>();
}

Task<Result<std::unique_ptr<Link>>> HttpClient::Inner::connect()
{
    auto found = co_await resolve();
    if (!found)
        co_return fail(std::move(found.error()));
    auto link = std::make_unique<Link>();
    link->plain = std::make_unique<beast::tcp_stream>(executor);
    auto &stream = *link->plain;
    stream.expires_after(options.connectTime);
    auto [error, address] = co_await stream.async_connect(*found, asResult);
    if (error)
        co_return fail(lost("connect", error));
    boost::system::error_code ignored;
    stream.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    if (options.endpoint.tls) {
        auto agreed = co_await shakeHands(*link);
        if (!agreed)
            co_return fail(std::move(agreed.error()));
    }
    co_return link;
}

Task<Result<Reply>> HttpClient::Inner::attempt(std::unique_ptr<Link> link, const Exchange &exchange)
{
    Result<Conversation> done;
    if (link->secure)
        done = co_await converse(*link->secure, exchange, options.endpoint);
    else
        done = co_await converse(*link->plain, exchange, options.endpoint);
    if (!done)
        co_return fail(std::move(done.error()));
    if (done->keep) {
        link->idleSince = Clock::now();
        idle.push_back(std::move(link));
    }
    co_return std::move(done->reply);
}

Result<std::unique_ptr<HttpClient>> HttpClient::create(asio::any_io_executor executor, HttpClientOptions options)
{
    auto inner = std::make_shared<Inner>(std::move(executor), std::move(options));
    if (auto ready = inner->prepareTls(); !ready)
        return fail(std::move(ready.error()));
    return std::unique_ptr<HttpClient>(new HttpClient(std::move(inner)));
}

HttpClient::~HttpClient()
{
    m_inner->idle.clear();
}

const Endpoint &HttpClient::endpoint() const
{
    return m_inner->options.endpoint;
}

Task<Result<Reply>> HttpClient::send(const Exchange &exchange)
{
    const auto inner = m_inner;
    auto granted = co_await inner->takeTurn();
    if (!granted)
        co_return fail(std::move(granted.error()));
    const Turn<Inner> turn(inner);
    if (auto kept = inner->takeIdle()) {
        auto answer = co_await inner->attempt(std::move(kept), exchange);
        if (answer)
            co_return answer;
        inner->idle.clear(); // the others are as old
    }
    auto link = co_await inner->connect();
    if (!link)
        co_return fail(std::move(link.error()));
    co_return co_await inner->attempt(std::move(*link), exchange);
}

} // namespace learnlab::server::objects
