#include "commands.h"

#include "about.h"
#include "front.h"
#include "open_store.h"
#include "schema.h"
#include "workshop.h"

#include <server/api1/api1.h>
#include <server/auth/routes.h>
#include <server/files/files.h>
#include <server/http/server.h>
#include <server/links/links.h>
#include <server/maintenance/maintain.h>
#include <server/receipts/receipts.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace learnlab::server::app {
namespace {

using support::Config;
using support::Result;
using support::Task;

constexpr unsigned graceAfterDrain = 15; // seconds, then the process is ended

store::PoolOptions poolOptions(const Config &config)
{
    store::PoolOptions options;
    options.url = config.databaseUrl;
    options.connections = static_cast<std::size_t>(config.dbConnections);
    return options;
}

bool isLoopback(const std::string &host)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(host, error);
    return host == "localhost" || (!error && address.is_loopback());
}

// Everything that serves, in the order of its making. Lives until the loop has nothing left to do.
class Program
{
public:
    Program(const Config &config, auth::KeyRing keys, receipts::SigningKey receiptKey)
        : m_config(config),
          m_receiptKey(std::move(receiptKey)),
          m_log(config.logLevel, config.logFormat),
          m_pool(m_loop.get_executor(), poolOptions(config)),
          m_tokens(std::move(keys)),
          m_passwords(config.bcryptCost, bcryptThreads(config), static_cast<std::size_t>(config.bcryptQueue)),
          m_sessions(m_pool, m_tokens, {config.accessSeconds, config.refreshSeconds}),
          m_accounts(m_pool, m_passwords),
          m_throttle(m_pool),
          m_audit(config),
          m_services{m_accounts,
                     m_sessions,
                     m_throttle,
                     m_config,
                     m_audit.log(),
                     m_metrics,
                     [this](const support::Uuid &user) { m_files->wake(user); }},
          m_disk(4, 10000),
          m_about{m_config, m_pool, m_tokens.keys().serverId(), {}},
          m_server(m_loop, m_router, m_log, serverOptions(config, m_metrics)),
          m_signals(m_loop, SIGTERM, SIGINT),
          m_hangups(m_loop, SIGHUP),
          m_hourly(m_loop)
    {}

    int run()
    {
        boost::asio::co_spawn(m_loop, start(), boost::asio::detached);
        m_loop.run();
        return m_exitCode;
    }

private:
    Task<void> start()
    {
        auto started = co_await open();
        if (!started) {
            // What passes by itself is tried again by whoever started us; a wrong setting does not mend itself.
            const int wrongSetting = refuse(started.error().detail);
            m_exitCode = started.error().status == 503 ? 1 : wrongSetting;
            end();
            co_return;
        }
        m_signals.async_wait([this](boost::system::error_code error, int) {
            if (!error)
                drain();
        });
        awaitHangup();
        boost::asio::co_spawn(m_loop, maintainEveryHour(), boost::asio::detached);
    }

    // Certificates and log files were replaced.
    void awaitHangup()
    {
        m_hangups.async_wait([this](boost::system::error_code error, int) {
            if (error)
                return;
            auto reloaded = m_server.reloadTls();
            if (reloaded)
                reloaded = m_audit.open();
            if (reloaded)
                m_log.info("reloaded");
            else
                m_log.error("reload_failed", {{"cause", reloaded.error().detail}});
            awaitHangup();
        });
    }

    Task<Result<void>> open()
    {
        if (auto well = m_audit.open(); !well)
            co_return support::fail(std::move(well.error()));
        if (auto well = co_await checkSchema(m_pool); !well)
            co_return support::fail(std::move(well.error()));
        if (auto well = co_await openContents(); !well)
            co_return well;
        m_files = std::make_unique<files::Files>(files::FilesContext{
            m_pool,
            m_sessions,
            *m_objects.store,
            m_config,
            m_loop.get_executor(),
            m_log,
            {links::Links::columns(), [this](const store::Row &row) { return m_links->json(row); }}});
        addAboutRoutes(m_router, m_about);
        addMetricsRoute(m_router, {m_config, m_metrics, m_pool, m_passwords});
        auth::registerRoutes(m_router, m_services);
        if (m_objects.directory)
            objects::addObjectRoutes(m_router, *m_objects.directory);
        m_files->addRoutes(m_router);
        openLinks();
        if (auto well = co_await openReceipts(); !well)
            co_return well;
        m_api1 = std::make_unique<api1::Api1>(api1::Api1Context{m_pool, m_sessions, m_files->direct(), *m_objects.store,
                                                                m_config, m_loop.get_executor(), LEARNLAB_VERSION});
        m_api1->addRoutes(m_router);
        for (const auto &[method, pattern] : m_router.routes())
            m_log.debug("route", {{"method", method}, {"pattern", pattern}});
        co_return announce();
    }

    void openLinks()
    {
        const auto contents = [this] { return m_about.objectsUrl.empty() ? m_about.publicUrl : m_about.objectsUrl; };
        const auto feedMoved = [this](const support::Uuid &user) { m_files->wake(user); };
        m_links = std::make_unique<links::Links>(links::LinksContext{
            m_pool, m_sessions, m_passwords, m_throttle, *m_objects.store, m_config, m_tokens.keys(), m_audit.log(),
            m_metrics, [this] { return m_about.publicUrl; }, contents, feedMoved});
        m_links->addRoutes(m_router);
    }

    // A service is looked at before it is trusted with anything.
    Task<Result<void>> openContents()
    {
        auto opened = openStore(m_config, m_loop.get_executor(), m_disk, [this] { return m_about.publicUrl; });
        if (!opened)
            co_return support::fail(std::move(opened.error()));
        m_objects = std::move(*opened);
        if (!m_objects.s3)
            co_return Result<void>();
        auto probed = co_await m_objects.store->probe();
        if (!probed) {
            m_log.error("object_store_refused", {{"cause", probed.error().cause.text}});
            co_return probed;
        }
        m_about.objectsUrl = m_objects.s3->publicAddress();
        m_log.info("object_store", {{"endpoint", m_config.s3Endpoint},
                                    {"bucket", m_config.s3Bucket},
                                    {"clock_skew_seconds", m_objects.s3->clockSkew().count()}});
        co_return Result<void>();
    }

    Task<Result<void>> openReceipts()
    {
        const receipts::ReceiptsContext context{
            m_pool, m_sessions, *m_objects.store, m_log, m_metrics, m_loop.get_executor(), m_about.serverId};
        m_receipts = std::make_unique<receipts::Receipts>(context, m_receiptKey);
        m_receipts->addRoutes(m_router);
        co_return co_await m_receipts->start();
    }

    Result<void> announce()
    {
        const auto port = m_server.listen();
        if (!port)
            return support::fail(port.error());
        const bool bracketed = m_config.listenHost.find(':') != std::string::npos;
        const std::string address = (m_config.tlsCertificateFile.empty() ? "http://" : "https://") +
                                    (bracketed ? "[" + m_config.listenHost + "]" : m_config.listenHost) + ":" +
                                    std::to_string(*port);
        m_about.publicUrl = m_config.publicUrl.empty() ? address : m_config.publicUrl;
        m_log.info("listening",
                   {{"address", address}, {"public_url", m_about.publicUrl}, {"version", LEARNLAB_VERSION}});
        std::printf("listening %s\n", address.c_str());
        std::fflush(stdout);
        return {};
    }

    void drain()
    {
        m_log.info("draining", {{"connections", m_server.connectionCount()}});
        m_signals.cancel();
        m_signals.clear(); // a second signal ends at once
        ::alarm(static_cast<unsigned>(m_config.drainSeconds) + graceAfterDrain);
        m_server.drain(std::chrono::seconds(m_config.drainSeconds), [this] {
            m_log.info("drained");
            end();
        });
    }

    void end()
    {
        m_ending = true;
        m_signals.cancel();
        m_hangups.cancel();
        m_hourly.cancel();
        if (m_files)
            m_files->stop();
        if (m_receipts)
            m_receipts->stop();
        m_pool.close();
    }

    void countJob(const maintenance::JobReport &report)
    {
        m_metrics
            .counter("learnlab_maintenance_jobs_total", "Jobs of the server's own maintenance.",
                     {{"maintenance", std::string(maintenance::name(report.job))},
                      {"result", report.failed ? "failed" : "done"}})
            .add();
    }

    // All but the comparison of rows and objects, which reads both to the end: `learnlab-server maintain` does that.
    Task<void> maintainEveryHour()
    {
        using maintenance::Job;
        maintenance::Pass pass;
        pass.jobs = {Job::Sessions, Job::Uploads, Job::Trash, Job::Users, Job::Records, Job::Objects};
        const auto changed = [this](const support::Uuid &user) { m_files->wake(user); };
        const maintenance::Upkeep upkeep{m_pool, *m_objects.store, m_config, changed};
        while (!m_ending) {
            auto reports = co_await maintenance::maintain(upkeep, pass);
            if (reports) {
                for (const auto &report : *reports) {
                    countJob(report);
                    if (report.failed && !m_ending)
                        m_log.warning("maintenance_failed",
                                      {{"job", maintenance::name(report.job)}, {"cause", report.failed->cause.text}});
                }
            } else if (reports.error().code != "busy" && !m_ending) {
                m_log.warning("maintenance_failed", {{"cause", reports.error().cause.text}});
            }
            auto forgotten = co_await m_throttle.forgetOld();
            if (!forgotten && !m_ending)
                m_log.warning("maintenance_failed",
                              {{"job", "login_failures"}, {"cause", forgotten.error().cause.text}});
            if (m_ending)
                co_return;
            m_hourly.expires_after(std::chrono::hours(1));
            co_await m_hourly.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        }
    }

    const Config &m_config;
    const receipts::SigningKey m_receiptKey;
    support::Logger m_log;
    boost::asio::io_context m_loop{1};
    store::Pool m_pool;
    auth::Tokens m_tokens;
    auth::Passwords m_passwords;
    auth::Sessions m_sessions;
    auth::Accounts m_accounts;
    auth::LoginThrottle m_throttle;
    AuditTrail m_audit;
    support::Metrics m_metrics;
    auth::Services m_services;
    support::Workers m_disk;
    About m_about;
    OpenedStore m_objects;
    std::unique_ptr<files::Files> m_files;
    std::unique_ptr<links::Links> m_links;
    std::unique_ptr<receipts::Receipts> m_receipts;
    std::unique_ptr<api1::Api1> m_api1;
    http::Router m_router;
    http::Server m_server;
    boost::asio::signal_set m_signals;
    boost::asio::signal_set m_hangups;
    boost::asio::steady_timer m_hourly;
    bool m_ending = false;
    int m_exitCode = 0;
};

} // namespace

std::string complaintAbout(const Config &config)
{
    if (config.databaseUrl.empty())
        return "database_url is missing.";
    if (auto complaint = complaintAboutStore(config); !complaint.empty())
        return complaint;
    if (config.authKeyFile.empty())
        return "auth.key_file is missing.";
    if (config.publicUrl.empty() && !isLoopback(config.listenHost))
        return "public_url is missing: clients have to be told an address when listen is not on loopback.";
    if (config.tlsCertificateFile.empty() != config.tlsKeyFile.empty())
        return "tls.certificate_file and tls.key_file belong together: one of them is missing.";
    if (config.registration == support::Registration::Domains && config.registrationDomains.empty())
        return "registration.domains is missing.";
    if (config.registration == support::Registration::Invitation && config.registrationInvitationFile.empty())
        return "registration.invitation_file is missing.";
    return {};
}

int serve(const Config &config)
{
    if (const std::string complaint = complaintAbout(config); !complaint.empty())
        return refuse(complaint);
    auto keys = auth::KeyRing::load(config.authKeyFile);
    if (!keys)
        return refuse(keys.error().detail);
    auto receiptKey = receipts::SigningKey::load(receiptKeyFile(config));
    if (!receiptKey)
        return refuse(receiptKey.error().detail);
    Program program(config, std::move(*keys), std::move(*receiptKey));
    return program.run();
}

} // namespace learnlab::server::app
