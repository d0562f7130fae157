#include "watchdog.h"

namespace learnlab::server::http {

using Clock = std::chrono::steady_clock;

struct Watchdog::State
{
    explicit State(boost::asio::ip::tcp::socket &watched) : socket(&watched), timer(watched.get_executor()) {}
    boost::asio::ip::tcp::socket *socket; // null when it is gone
    boost::asio::steady_timer timer;
    Clock::time_point deadline = Clock::time_point::max();
    Clock::time_point armed = Clock::time_point::max();
    bool passed = false;
};

Watchdog::Watchdog(boost::asio::ip::tcp::socket &socket) : m_state(std::make_shared<State>(socket)) {}

Watchdog::~Watchdog()
{
    m_state->socket = nullptr;
    m_state->timer.cancel();
}

void Watchdog::expect(std::chrono::milliseconds most)
{
    m_state->passed = false;
    m_state->deadline = Clock::now() + most;
    if (m_state->deadline < m_state->armed)
        arm(m_state);
}

void Watchdog::rest()
{
    m_state->deadline = Clock::time_point::max();
}

bool Watchdog::passed() const
{
    return m_state->passed;
}

void Watchdog::arm(const std::shared_ptr<State> &state)
{
    state->armed = state->deadline;
    state->timer.expires_at(state->armed);
    state->timer.async_wait([state](boost::system::error_code error) {
        if (error || state->socket == nullptr)
            return;
        state->armed = Clock::time_point::max();
        if (state->deadline == Clock::time_point::max())
            return;
        if (Clock::now() < state->deadline) {
            arm(state);
            return;
        }
        state->passed = true;
        state->deadline = Clock::time_point::max();
        boost::system::error_code ignored;
        state->socket->cancel(ignored);
    });
}

} // namespace learnlab::server::http
