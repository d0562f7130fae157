#pragma once
// The patience with one socket. Setting a deadline costs no system call and no timer operation unless it is nearer than
// the armed one. When it passes, what the socket waits for is cancelled.

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace learnlab::server::http {

class Watchdog
{
public:
    explicit Watchdog(boost::asio::ip::tcp::socket &socket);
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    void expect(std::chrono::milliseconds most); // something within this time
    void rest();                                 // nothing is expected from the socket
    [[nodiscard]] bool passed() const;

private:
    struct State;
    static void arm(const std::shared_ptr<State> &state);
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::http
