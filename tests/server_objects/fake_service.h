#pragma once
// Something that listens where a store should be. It answers as it is told, request by request, on a thread of its own.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class FakeService
{
public:
    enum class After { Keep, Close, Hang };
    struct Answer
    {
        std::string bytes; // as they go over the wire
        After after = After::Keep;
    };
    // Asked for each request, in the order of their coming; `head` is the request's line and header.
    using Script = std::function<Answer(int number, const std::string &head)>;

    explicit FakeService(Script script);
    ~FakeService();
    FakeService(const FakeService &) = delete;
    FakeService &operator=(const FakeService &) = delete;

    [[nodiscard]] std::string address() const; // http://127.0.0.1:PORT
    [[nodiscard]] int requests() const;
    [[nodiscard]] int connections() const;
    [[nodiscard]] std::vector<std::string> heads() const;

    static Answer respond(int status, const std::string &body, const std::string &headers = {});

private:
    using Socket = boost::asio::ip::tcp::socket;
    void accept();
    void receive(const std::shared_ptr<Socket> &socket, const std::shared_ptr<std::string> &buffer);
    void answer(const std::shared_ptr<Socket> &socket, const std::shared_ptr<std::string> &buffer, std::size_t size);

    Script m_script;
    boost::asio::io_context m_loop;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::vector<std::shared_ptr<Socket>> m_hanging;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_heads;
    int m_connections = 0;
    std::thread m_thread;
};
