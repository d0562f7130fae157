#include "fake_service.h"

#include <boost/asio/write.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;

FakeService::FakeService(Script script)
    : m_script(std::move(script)), m_acceptor(m_loop, tcp::endpoint(asio::ip::address_v4::loopback(), 0))
{
    accept();
    m_thread = std::thread([this] { m_loop.run(); });
}

FakeService::~FakeService()
{
    m_loop.stop();
    m_thread.join();
}

std::string FakeService::address() const
{
    return "http://127.0.0.1:" + std::to_string(m_acceptor.local_endpoint().port());
}

int FakeService::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_heads.size());
}

int FakeService::connections() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connections;
}

std::vector<std::string> FakeService::heads() const
{
    const std::scoped_lock lock(m_mutex);
    return m_heads;
}

FakeService::Answer FakeService::respond(int status, const std::string &body, const std::string &headers)
{
    return {"HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                headers + "\r\n" + body,
            After::Keep};
}

void FakeService::accept()
{
    m_acceptor.async_accept([this](boost::system::error_code error, Socket socket) {
        if (error)
            return;
        {
            const std::scoped_lock lock(m_mutex);
            ++m_connections;
        }
        receive(std::make_shared<Socket>(std::move(socket)), std::make_shared<std::string>());
        accept();
    });
}

void FakeService::receive(const std::shared_ptr<Socket> &socket, const std::shared_ptr<std::string> &buffer)
{
    const auto end = buffer->find("\r\n\r\n");
    if (end != std::string::npos) {
        const auto length = buffer->find("Content-Length: ");
        const auto body = length < end ? std::stoul(buffer->substr(length + 16)) : 0;
        if (buffer->size() >= end + 4 + body) {
            answer(socket, buffer, end + 4 + body);
            return;
        }
    }
    const auto piece = std::make_shared<std::string>(65536, '\0');
    socket->async_read_some(asio::buffer(*piece),
                            [this, socket, buffer, piece](boost::system::error_code error, std::size_t count) {
                                if (error)
                                    return;
                                buffer->append(*piece, 0, count);
                                receive(socket, buffer);
                            });
}

void FakeService::answer(const std::shared_ptr<Socket> &socket, const std::shared_ptr<std::string> &buffer,
                         std::size_t size)
{
    const auto head = buffer->substr(0, buffer->find("\r\n\r\n"));
    int number = 0;
    {
        const std::scoped_lock lock(m_mutex);
        number = static_cast<int>(m_heads.size());
        m_heads.push_back(head);
    }
    const auto reply = m_script(number, head);
    buffer->erase(0, size);
    boost::system::error_code ignored;
    asio::write(*socket, asio::buffer(reply.bytes), ignored);
    if (reply.after == After::Keep)
        receive(socket, buffer);
    else if (reply.after == After::Hang)
        m_hanging.push_back(socket);
}
