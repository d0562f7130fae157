#pragma once
// libpq on Asio: waits for the connection's socket without blocking, within a deadline. Loop thread only.

#include "addresses.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <libpq-fe.h>

#include <chrono>
#include <memory>

namespace learnlab::server::store {

using support::Result;
using support::Task;

class Wire
{
public:
    explicit Wire(boost::asio::any_io_executor executor);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    // To the first of the hosts that `url` names which answers in its share of the time, and is what `url` wants.
    [[nodiscard]] Task<Result<void>> connect(std::string url, std::chrono::milliseconds most);
    // Sends what the libpq call left in its buffer and takes the answers; the last one, or the one that failed, is
    // returned. After each `silence` the host is asked for a sign of life on a connection of its own, which a database
    // that is busy gives and a machine that hangs does not: TCP cannot tell, its kernel may still take what is sent.
    struct Patience
    {
        std::chrono::milliseconds most;
        std::chrono::milliseconds silence;
    };
    [[nodiscard]] Task<Result<PGresult *>> finishCommand(Patience patience);
    [[nodiscard]] bool fellSilent() const { return m_fellSilent; } // the host gave none
    // Until the other side says something unasked, interrupt() is called or the time is over.
    enum class Input { Came, Nothing, Interrupted, Lost };
    [[nodiscard]] Task<Input> awaitInput(std::chrono::milliseconds most);
    void interrupt(); // only what waits in awaitInput()
    [[nodiscard]] PGconn *connection() const { return m_connection; }
    void close();

private:
    enum class Ready { Reading, Writing, Both };
    [[nodiscard]] Task<Result<void>> connectTo(Words address, std::chrono::milliseconds most);
    [[nodiscard]] Task<bool> wait(Ready what); // false at the deadline
    [[nodiscard]] Task<bool> waitPatiently(Ready what);
    [[nodiscard]] Task<bool> hostAnswers();
    [[nodiscard]] Task<bool> flush();
    void watchSocket();
    void startDeadline(std::chrono::milliseconds most);
    void endDeadline();
    [[nodiscard]] bool isLate() const { return m_running && m_running->passed; }

    boost::asio::posix::stream_descriptor m_socket;
    boost::asio::steady_timer m_deadline;
    // Shared with the deadline's handler, which may run when this is gone or does something else.
    struct Deadline
    {
        Wire *owner = nullptr;
        bool passed = false;
    };
    std::shared_ptr<Deadline> m_running;
    PGconn *m_connection = nullptr;
    Words m_address; // of m_connection
    std::chrono::milliseconds m_reachTime{0};
    bool m_reached = false; // somebody takes connections there
    std::chrono::milliseconds m_silence{0};
    std::chrono::steady_clock::time_point m_end; // of all patience with the command
    bool m_fellSilent = false;
    bool m_awaitsInput = false;
    bool m_interrupted = false;
};

} // namespace learnlab::server::store
