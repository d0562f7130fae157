#include "front.h"

#include "vitals.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace learnlab::server::app {
namespace {

using http::Request;
using http::Response;
using support::Config;
using support::Result;
using support::Task;

bool mayRead(const Config &config, const std::string &peer)
{
    static const std::vector<support::AddressRange> loopback{*support::AddressRange::parse("127.0.0.0/8"),
                                                             *support::AddressRange::parse("::1")};
    const auto address = support::Address::parse(peer);
    return address && (support::anyContains(loopback, *address) || support::anyContains(config.metricsAllow, *address));
}

// Unfinished ones only: their partial index is small, however many uploads there were.
Task<Result<std::string>> uploadsText(store::Pool &pool)
{
    auto rows = co_await pool.query("SELECT state, count(*) AS count, sum(file_size)::bigint AS bytes FROM uploads "
                                    "WHERE state IN ('open', 'completing') GROUP BY state");
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    std::string counts = "# HELP learnlab_uploads Unfinished uploads.\n# TYPE learnlab_uploads gauge\n";
    std::string sizes = "# HELP learnlab_uploads_reserved_bytes What unfinished uploads have reserved.\n"
                        "# TYPE learnlab_uploads_reserved_bytes gauge\n";
    for (const std::string state : {"open", "completing"}) {
        std::int64_t count = 0;
        std::int64_t bytes = 0;
        for (std::size_t i = 0; i < rows->size(); ++i) {
            if ((*rows)[i].view("state") == state) {
                count = (*rows)[i].integer("count");
                bytes = (*rows)[i].integer("bytes");
            }
        }
        counts += "learnlab_uploads{state=\"" + state + "\"} " + std::to_string(count) + "\n";
        sizes += "learnlab_uploads_reserved_bytes{state=\"" + state + "\"} " + std::to_string(bytes) + "\n";
    }
    co_return counts + sizes;
}

// A database that is away is itself worth knowing: the rest is told all the same.
Task<Result<Response>> answerMetrics(Watched watched, std::string peer)
{
    if (!mayRead(watched.config, peer))
        co_return support::fail(support::notFound("There is nothing at this address."));
    auto uploads = co_await uploadsText(watched.pool);
    auto history = co_await chronicle(watched.pool);
    Response response;
    response.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}, {"Cache-Control", "no-store"}};
    response.body = watched.metrics.text() + uploads.value_or("") + history.value_or("") +
                    "# HELP learnlab_database_up Whether the database answered.\n# TYPE learnlab_database_up gauge\n" +
                    "learnlab_database_up " + (uploads ? "1" : "0") + "\n";
    co_return response;
}

void addGauges(const Watched &watched)
{
    support::Metrics &metrics = watched.metrics;
    const store::Pool &pool = watched.pool;
    const auth::Passwords &passwords = watched.passwords;
    const char *connections = "Connections to the database.";
    metrics.gauge("learnlab_database_connections", connections, [&pool] { return double(pool.use().lent); },
                  {{"state", "lent"}});
    metrics.gauge("learnlab_database_connections", connections, [&pool] { return double(pool.use().idle); },
                  {{"state", "idle"}});
    metrics.gauge("learnlab_database_waiting", "Requests that wait for a connection to the database.",
                  [&pool] { return double(pool.use().waiting); });
    metrics.gauge("learnlab_bcrypt_queue", "Passwords being checked or waiting for it.",
                  [&passwords] { return double(passwords.pending()); });
    metrics.counterOf("learnlab_bcrypt_refused_total", "Passwords not checked because too many were waiting.",
                      [&passwords] { return double(passwords.refused()); });
}

} // namespace

http::ServerOptions serverOptions(const Config &config, support::Metrics &metrics)
{
    http::ServerOptions options;
    options.host = config.listenHost;
    options.port = config.listenPort;
    if (!config.tlsCertificateFile.empty())
        options.tls = http::TlsFiles{config.tlsCertificateFile, config.tlsKeyFile};
    options.bodyBytes = config.bodyBytes;
    options.headerBytes = config.headerBytes;
    options.connections = static_cast<std::size_t>(config.connections);
    options.connectionsPerAddress = static_cast<std::size_t>(config.connectionsPerAddress);
    options.trustedProxies = config.trustedProxies;
    options.idle = std::chrono::seconds(config.idleSeconds);
    options.leastRate = static_cast<std::uint64_t>(config.leastRate);
    options.corsOrigins = config.corsOrigins;
    options.metrics = &metrics;
    return options;
}

std::size_t bcryptThreads(const Config &config)
{
    if (config.bcryptThreads > 0)
        return static_cast<std::size_t>(config.bcryptThreads);
    return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

AuditTrail::AuditTrail(const Config &config)
    : m_config(config),
      m_log(support::LogLevel::Info, config.auditFile.empty() ? config.logFormat : support::LogFormat::Json,
            [this](std::string_view line) { write(line); })
{}

AuditTrail::~AuditTrail() = default;

support::Result<void> AuditTrail::open()
{
    if (m_config.auditFile.empty())
        return {};
    http::FileHandle file(::open(m_config.auditFile.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!file)
        return support::fail(support::problem(400, "bad_configuration",
                                              "audit.file: " + m_config.auditFile +
                                                  " cannot be written: " + std::strerror(errno) + "."));
    m_file = std::move(file);
    return {};
}

// One write for a line: several servers may append to one file.
void AuditTrail::write(std::string_view line) const
{
    const int file = m_file ? m_file.get() : STDERR_FILENO;
    while (::write(file, line.data(), line.size()) < 0 && errno == EINTR) {
    }
}

void auditAdministration(const Config &config, const std::string &what, const std::string &user)
{
    AuditTrail trail(config);
    if (!config.auditFile.empty() && trail.open())
        trail.log().info("audit", {{"what", what}, {"user", user}, {"by_uid", ::getuid()}});
}

void addMetricsRoute(http::Router &router, const Watched &watched)
{
    addGauges(watched);
    addVitals(watched.metrics, watched.config);
    router.add("GET", "/metrics", [watched](Request &request) { return answerMetrics(watched, request.peer); });
}

} // namespace learnlab::server::app
