// Every call of the router with any query and body, by a signed-in user, on a database that is not there: all that
// stands before the first question to it.
#include "side.h"

#include <server/auth/routes.h>
#include <server/files/files.h>
#include <server/objects/directory_store.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <filesystem>
#include <map>
#include <unistd.h>

namespace learnlab::fuzz {

using namespace server;

namespace {

class Everybody : public auth::Guard
{
public:
    support::Task<support::Result<auth::Principal>> authenticate(const http::Request &) override
    {
        co_return auth::Principal{support::Uuid{}, support::Uuid{}, 1};
    }
};

store::PoolOptions nowhere()
{
    store::PoolOptions options;
    options.url = "postgresql:///none?host=/nonexistent";
    return options;
}

class Stage
{
public:
    Stage()
    {
        auto opened = objects::DirectoryStore::open(
            {m_folder.string(), {}, [] { return std::string("http://127.0.0.1"); }}, m_disk);
        promise(opened.has_value());
        m_objects = std::move(*opened);
        m_files = std::make_unique<files::Files>(
            files::FilesContext{m_pool, m_everybody, *m_objects, m_config, m_loop.get_executor(), m_log});
        auth::registerRoutes(m_router, m_services);
        objects::addObjectRoutes(m_router, *m_objects);
        m_files->addRoutes(m_router);
        for (const auto &[method, pattern] : m_router.routes()) {
            if (!pattern.starts_with("/objects/")) // those stream their body
                m_routes.emplace(method + " " + pattern, std::pair(method, pattern));
        }
    }

    ~Stage()
    {
        m_files->stop();
        m_pool.close();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    void call(std::string_view input)
    {
        const auto line = input.find('\n');
        const std::string_view target = input.substr(0, line);
        const auto mark = target.find('?');
        const auto route = m_routes.find(target.substr(0, mark));
        auto pairs = http::parseQuery(mark == std::string_view::npos ? "" : target.substr(mark + 1));
        if (route == m_routes.end() || !pairs)
            return;
        const auto &[method, pattern] = route->second;
        std::string path = pattern;
        if (const auto at = path.find("{id}"); at != std::string::npos)
            path.replace(at, 4, "0190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5f6");
        const auto match = m_router.match(method, path);
        promise(match.has_value());
        http::Request request;
        request.method = method;
        request.path = match->path;
        request.pathValues = match->pathValues;
        request.routeName = pattern;
        request.query = std::move(*pairs);
        request.peer = "127.0.0.1";
        request.body = line == std::string_view::npos ? std::string_view() : input.substr(line + 1);
        request.log = &m_log;
        const auto status = finish(match->route->handler(request));
        promise(status != 500);
    }

private:
    int finish(support::Task<support::Result<http::Response>> task)
    {
        std::optional<int> status;
        boost::asio::co_spawn(m_loop, std::move(task),
                              [&status](std::exception_ptr thrown, support::Result<http::Response> answer) {
                                  promise(thrown == nullptr);
                                  status = answer ? answer->status : answer.error().status;
                              });
        m_loop.restart();
        while (!status && m_loop.run_one() > 0) {
        }
        return status.value_or(500);
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("learnlab-fuzz-" + std::to_string(::getpid()));
    support::Config m_config;
    support::Logger m_log{support::LogLevel::Error, support::LogFormat::Text, [](std::string_view) {}};
    support::Metrics m_metrics;
    boost::asio::io_context m_loop{1};
    store::Pool m_pool{m_loop.get_executor(), nowhere()};
    auth::Tokens m_tokens{auth::KeyRing({auth::SigningKey{"k1", std::string(32, 'f')}})};
    auth::Passwords m_passwords{4, 1, 4};
    auth::Sessions m_sessions{m_pool, m_tokens, {}};
    auth::Accounts m_accounts{m_pool, m_passwords};
    auth::LoginThrottle m_throttle{m_pool};
    auth::Services m_services{
        m_accounts, m_sessions, m_throttle, m_config, m_log, m_metrics, [](const support::Uuid &) {}};
    Everybody m_everybody;
    support::Workers m_disk{1, 10};
    std::unique_ptr<objects::DirectoryStore> m_objects;
    std::unique_ptr<files::Files> m_files;
    http::Router m_router;
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> m_routes; // "GET /auth/me"
};

} // namespace

void calls(std::string_view input)
{
    static Stage stage;
    stage.call(input);
}

} // namespace learnlab::fuzz
