#include "loop_server.h"

#include <boost/asio/post.hpp>

#include <future>

namespace learnlab::server::http {

ServerOptions LoopServer::quick()
{
    ServerOptions options;
    options.bodyBytes = 1 << 20;
    options.headerBytes = 4 << 10;
    options.connections = 50;
    options.idle = std::chrono::seconds(20);
    options.headerTime = std::chrono::seconds(20);
    options.bodyTime = std::chrono::seconds(20);
    return options;
}

LoopServer::LoopServer(ServerOptions options)
    : m_log(support::LogLevel::Debug, support::LogFormat::Json,
            [this](std::string_view line) {
                const std::scoped_lock lock(m_mutex);
                m_text += line;
            }),
      m_server(std::make_unique<Server>(m_loop, router, m_log, std::move(options)))
{}

bool LoopServer::start()
{
    const auto port = m_server->listen();
    m_port = port.value_or(0);
    m_thread = std::thread([this] { m_loop.run(); });
    return port.has_value();
}

LoopServer::~LoopServer()
{
    if (!m_thread.joinable())
        return;
    if (!m_drained)
        drain(std::chrono::milliseconds(0));
    m_thread.join();
}

std::string LoopServer::log() const
{
    const std::scoped_lock lock(m_mutex);
    return m_text;
}

bool LoopServer::reloadTls()
{
    std::promise<bool> done;
    boost::asio::post(m_loop, [this, &done] { done.set_value(m_server->reloadTls().has_value()); });
    return done.get_future().get();
}

void LoopServer::drain(std::chrono::milliseconds most)
{
    boost::asio::post(m_loop, [this, most] { m_server->drain(most, [this] { m_drained = true; }); });
}

} // namespace learnlab::server::http
