#pragma once
// What the serving program shows to strangers and to whoever watches over it: limits and certificates of the listener,
// the audit log, and GET /metrics.

#include <server/auth/passwords.h>
#include <server/http/server.h>
#include <server/store/pool.h>
#include <server/support/config.h>
#include <server/support/metrics.h>

#include <memory>

namespace learnlab::server::app {

[[nodiscard]] http::ServerOptions serverOptions(const support::Config &config, support::Metrics &metrics);
[[nodiscard]] std::size_t bcryptThreads(const support::Config &config);

// Sign-ins, refusals and administration, one line each: to audit.file, or into the log.
class AuditTrail
{
public:
    explicit AuditTrail(const support::Config &config);
    ~AuditTrail();
    AuditTrail(const AuditTrail &) = delete;
    AuditTrail &operator=(const AuditTrail &) = delete;

    // Makes the file if need be, mode 0600. Again after it was moved away.
    [[nodiscard]] support::Result<void> open();
    [[nodiscard]] support::Logger &log() { return m_log; }

private:
    void write(std::string_view line) const;
    const support::Config &m_config;
    http::FileHandle m_file;
    support::Logger m_log;
};

// What an administrator did to a user at the command line: a line in audit.file, where there is one.
void auditAdministration(const support::Config &config, const std::string &what, const std::string &user);

// All of them outlive the router and the metrics.
struct Watched
{
    const support::Config &config;
    support::Metrics &metrics;
    store::Pool &pool;
    const auth::Passwords &passwords;
};

// For loopback and the addresses of metrics.allow; nothing is there for others.
void addMetricsRoute(http::Router &router, const Watched &watched);

} // namespace learnlab::server::app
