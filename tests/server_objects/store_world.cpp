#include "store_world.h"

#include <server/support/bytes.h>

#include <QTest>

#include <random>

using namespace learnlab::server;
using namespace learnlab::server::objects;

std::string hexDigest(const std::string &bytes)
{
    return support::toHex(support::sha256(bytes));
}

std::string bytesOf(std::size_t size, unsigned seed)
{
    std::minstd_rand chance(seed);
    std::string bytes(size, '\0');
    for (auto &byte : bytes)
        byte = static_cast<char>(chance());
    return bytes;
}

ObjectKey newKey(const support::Uuid &batch)
{
    static const auto user = support::Uuid::random();
    return {user, batch, support::Uuid::random()};
}

S3Options optionsFor(const learnlab::testsupport::PrivateCeph &ceph)
{
    S3Options options;
    options.endpoint = ceph.endpoint().toStdString();
    options.bucket = "b" + support::toHex(support::randomBytes(8));
    options.accessKey = ceph.accessKey().toStdString();
    options.secretKey = ceph.secretKey().toStdString();
    return options;
}

StoreWorld::~StoreWorld() = default;

Reply StoreWorld::exchange(const std::string &url, Exchange exchange)
{
    const auto slash = url.find('/', 8);
    exchange.target = url.substr(slash);
    HttpClientOptions options;
    options.endpoint = Endpoint::parse(url.substr(0, slash)).value();
    options.connectTo = m_connectTo;
    const auto client = HttpClient::create(m_loop.get_executor(), options).value();
    auto reply = run(client->send(exchange));
    if (!reply) {
        qWarning("%s", reply.error().cause.text.c_str());
        return {};
    }
    return std::move(*reply);
}

Reply StoreWorld::put(const Address &address, const std::string &body)
{
    Exchange request;
    request.method = "PUT";
    request.headers = address.headers;
    request.body = body;
    return exchange(address.url, std::move(request));
}

Reply StoreWorld::get(const std::string &url, const http::Pairs &headers)
{
    Exchange request;
    request.method = "GET";
    request.headers = headers;
    return exchange(url, std::move(request));
}

DirectoryWorld::DirectoryWorld() : m_log(support::LogLevel::Error, support::LogFormat::Text)
{
    reopen();
}

void DirectoryWorld::reopen()
{
    // An earlier process has ended altogether before the next one starts.
    m_disk = std::make_unique<support::Workers>(2, 1000);
    m_loop.restart();
    m_loop.poll();
    m_server.reset();
    m_router = std::make_unique<http::Router>();
    DirectoryStoreOptions options;
    options.root = root().toStdString();
    options.keyFile = m_folder.filePath(QStringLiteral("key")).toStdString();
    options.publicUrl = [this] { return m_url; };
    auto store = DirectoryStore::open(std::move(options), *m_disk).value();
    addObjectRoutes(*m_router, *store);
    m_store = std::move(store);
    http::ServerOptions serving;
    serving.port = m_port;
    m_server = std::make_unique<http::Server>(m_loop, *m_router, m_log, serving);
    m_port = m_server->listen().value();
    m_url = "http://127.0.0.1:" + std::to_string(m_port);
}

S3World::S3World(S3Options options) : m_options(std::move(options))
{
    m_connectTo = m_options.connectTo;
    reopen();
}

void S3World::reopen()
{
    m_store = S3Store::open(m_loop.get_executor(), m_options, *m_disk).value();
}

S3Store &S3World::s3()
{
    return static_cast<S3Store &>(*m_store);
}
