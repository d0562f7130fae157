#include <server/http/server.h>

#include "request_head.h"
#include "session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <sys/socket.h>
#include <unordered_map>
#include <unordered_set>

namespace learnlab::server::http {
namespace {

using boost::asio::ip::tcp;
constexpr auto tupled = boost::asio::as_tuple(boost::asio::use_awaitable);

// For who gets no session: written at once or not at all.
void refuse(tcp::socket &socket, const std::string &why)
{
    const Response response = problemResponse(support::unavailable(why, 5));
    const std::string text = responseHead(response, newRequestId(), true) + std::get<std::string>(response.body);
    ::send(socket.native_handle(), text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

struct Server::Inner : std::enable_shared_from_this<Server::Inner>
{
    Inner(boost::asio::io_context &context, const Router &router, support::Logger &log, ServerOptions options)
        : loop(context),
          acceptor(context),
          drainTimer(context),
          host(std::make_shared<SessionHost>(SessionHost{router, log, std::move(options), false, 0, 0, {}, {}}))
    {}

    // Only while this lives: sessions may outlive the server when they are cut.
    void knowSessions()
    {
        host->gone = [weak = weak_from_this()](Session *session) {
            if (const auto self = weak.lock()) {
                self->forget(session);
            }
        };
    }

    using Reader = double (*)(const Inner &);

    // The metrics may outlive the server.
    std::function<double()> reader(Reader read)
    {
        return [weak = weak_from_this(), read] {
            const auto self = weak.lock();
            return self ? read(*self) : 0;
        };
    }

    void tellNumbers()
    {
        if (host->options.metrics == nullptr)
            return;
        support::Metrics &metrics = *host->options.metrics;
        metrics.gauge("learnlab_http_connections", "Open connections.",
                      reader([](const Inner &self) { return double(self.sessions.size()); }));
        metrics.gauge("learnlab_http_waiting", "Long polls that have not been answered.",
                      reader([](const Inner &self) { return double(self.host->waiting); }));
        metrics.gauge("learnlab_http_websockets", "Open WebSockets.",
                      reader([](const Inner &self) { return double(self.host->webSockets); }));
        metrics.counterOf("learnlab_http_connections_refused_total", "Connections refused because there were too many.",
                          reader([](const Inner &self) { return double(self.refused); }));
    }

    void tellWhenDrained()
    {
        if (!drained || !sessions.empty())
            return;
        drainTimer.cancel();
        boost::asio::post(loop, std::exchange(drained, nullptr));
    }

    void take(tcp::socket socket)
    {
        boost::system::error_code error;
        const auto endpoint = socket.remote_endpoint(error);
        const std::string peer = error ? "unknown" : endpoint.address().to_string();
        const auto address = support::Address::parse(peer);
        const bool proxy = address && support::anyContains(host->options.trustedProxies, *address);
        std::string prefix = proxy ? std::string() : support::addressPrefix(peer);
        const bool full = sessions.size() >= host->options.connections;
        const auto others = perAddress.find(prefix);
        const bool crowded = others != perAddress.end() && others->second >= host->options.connectionsPerAddress;
        if (full || crowded) {
            ++refused;
            if (!host->tls) // nobody would understand it before the handshake
                refuse(socket, full ? "Too many connections." : "Too many connections from this address.");
            return;
        }
        if (!prefix.empty())
            ++perAddress[prefix];
        auto session = std::make_shared<Session>(std::move(socket), peer, std::move(prefix), host);
        sessions.insert(session.get());
        boost::asio::co_spawn(loop, Session::run(std::move(session)), boost::asio::detached);
    }

    void forget(Session *session)
    {
        sessions.erase(session);
        const auto counted = perAddress.find(session->prefix());
        if (counted != perAddress.end() && --counted->second == 0)
            perAddress.erase(counted);
        tellWhenDrained();
    }

    static Task<void> accept(std::shared_ptr<Inner> self)
    {
        boost::asio::steady_timer pause(self->loop);
        while (self->acceptor.is_open()) {
            auto [error, socket] = co_await self->acceptor.async_accept(tupled);
            if (!error) {
                self->take(std::move(socket));
            } else if (self->acceptor.is_open()) { // out of descriptors: others must end first
                self->host->log.warning("accept_failed", {{"cause", error.message()}});
                pause.expires_after(std::chrono::milliseconds(100));
                co_await pause.async_wait(tupled);
            }
        }
    }

    boost::asio::io_context &loop;
    tcp::acceptor acceptor;
    boost::asio::steady_timer drainTimer;
    std::shared_ptr<SessionHost> host;
    std::unordered_set<Session *> sessions;
    std::unordered_map<std::string, std::size_t> perAddress; // by prefix
    std::uint64_t refused = 0;
    std::function<void()> drained;
};

Server::Server(boost::asio::io_context &loop, const Router &router, support::Logger &log, ServerOptions options)
    : m_inner(std::make_shared<Inner>(loop, router, log, std::move(options)))
{
    m_inner->knowSessions();
    m_inner->tellNumbers();
}

Server::~Server()
{
    boost::system::error_code ignored;
    m_inner->acceptor.close(ignored);
}

Result<std::uint16_t> Server::listen()
{
    // sendfile has no flag against it: a client that left must not end the process.
    std::signal(SIGPIPE, SIG_IGN);
    if (auto loaded = reloadTls(); !loaded)
        return support::fail(std::move(loaded.error()));
    const std::string &name = m_inner->host->options.host;
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(name == "localhost" ? "127.0.0.1" : name, error);
    if (error)
        return support::fail(support::problem(400, "bad_configuration", "listen: " + name + " is not an IP address."));
    const tcp::endpoint endpoint(address, m_inner->host->options.port);
    auto &acceptor = m_inner->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(1024, error);
    if (error)
        return support::fail(support::problem(400, "bad_configuration", "listen: " + error.message() + "."));
    const std::uint16_t port = acceptor.local_endpoint(error).port();
    boost::asio::co_spawn(m_inner->loop, Inner::accept(m_inner), boost::asio::detached);
    return port;
}

Result<void> Server::reloadTls()
{
    SessionHost &host = *m_inner->host;
    if (!host.options.tls)
        return {};
    auto loaded = loadTls(*host.options.tls);
    if (!loaded)
        return support::fail(std::move(loaded.error()));
    host.tls = std::move(*loaded);
    return {};
}

void Server::drain(std::chrono::milliseconds most, std::function<void()> done)
{
    boost::system::error_code ignored;
    m_inner->acceptor.close(ignored);
    m_inner->host->draining = true;
    m_inner->drained = std::move(done);
    for (Session *session : m_inner->sessions)
        session->drain();
    m_inner->drainTimer.expires_after(most);
    m_inner->drainTimer.async_wait([inner = m_inner](boost::system::error_code error) {
        if (error || !inner->drained)
            return;
        for (Session *session : inner->sessions)
            session->cut();
        boost::asio::post(inner->loop, std::exchange(inner->drained, nullptr));
    });
    m_inner->tellWhenDrained();
}

std::size_t Server::connectionCount() const
{
    return m_inner->sessions.size();
}

} // namespace learnlab::server::http
