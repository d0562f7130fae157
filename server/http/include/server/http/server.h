#pragma once
// The listener and its connections: HTTP/1.1 on Asio, with limits before memory, timeouts before patience, and a drain.
// Lives on the loop thread; owner: the composition root. Must outlive io_context::run().

#include <server/http/router.h>
#include <server/http/tls.h>
#include <server/support/address.h>
#include <server/support/metrics.h>

#include <chrono>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace learnlab::server::http {

struct ServerOptions
{
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::optional<TlsFiles> tls; // without: plain HTTP
    std::uint64_t bodyBytes = 4 << 20;
    std::uint32_t headerBytes = 16 << 10;
    std::size_t connections = 10000;
    std::size_t connectionsPerAddress = 1000; // of one IPv4 address or IPv6 /64; trusted proxies are exempt
    std::vector<support::AddressRange> trustedProxies;
    std::chrono::milliseconds idle{75000};       // between requests, and between two pieces of a body
    std::chrono::milliseconds headerTime{15000}; // from the first byte of a request to the end of its header
    std::chrono::milliseconds bodyTime{60000};   // for a whole buffered body
    std::uint64_t leastRate = 1024;              // bytes per second of a body, either way, once `grace` was waited
    std::chrono::milliseconds grace{30000};
    std::vector<std::string> corsOrigins;        // in lower case: web pages that may call
    support::Metrics *metrics = nullptr; // outlives the server
};

class Server
{
public:
    Server(boost::asio::io_context &loop, const Router &router, support::Logger &log, ServerOptions options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] Result<std::uint16_t> listen(); // the bound port; accepting starts
    // Reads certificate and key again, for connections from now on. On a problem the old ones stay.
    [[nodiscard]] Result<void> reloadTls();
    // Stops accepting, closes idle connections, asks waiting handlers to answer, lets running requests end. Calls
    // `done` once when the last connection is gone or the time is up (then they are cut).
    void drain(std::chrono::milliseconds most, std::function<void()> done);
    [[nodiscard]] std::size_t connectionCount() const;

private:
    struct Inner;
    std::shared_ptr<Inner> m_inner;
};

} // namespace learnlab::server::http
