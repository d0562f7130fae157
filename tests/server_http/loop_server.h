#pragma once
// A real server on a thread of its own, with routes of the test's making, and what it logged.

#include <server/http/server.h>

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <mutex>
#include <thread>

namespace learnlab::server::http {

class LoopServer
{
public:
    explicit LoopServer(ServerOptions options = quick());
    ~LoopServer();

    [[nodiscard]] static ServerOptions quick(); // short patience
    // Before start().
    Router router;
    [[nodiscard]] bool start();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string log() const;
    void drain(std::chrono::milliseconds most);
    [[nodiscard]] bool reloadTls(); // waits for it
    [[nodiscard]] bool drained() const { return m_drained; }
    boost::asio::io_context &loop() { return m_loop; }

private:
    mutable std::mutex m_mutex;
    std::string m_text;
    support::Logger m_log;
    boost::asio::io_context m_loop{1};
    std::unique_ptr<Server> m_server;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_drained = false;
    std::thread m_thread;
};

} // namespace learnlab::server::http
