#pragma once
// What a command that is not `serve` works with: a loop of its own, the database, the object store. Lives for the
// length of the command.

#include <server/objects/object_store.h>
#include <server/store/pool.h>
#include <server/support/config.h>
#include <server/support/workers.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <map>

namespace learnlab::server::app {

class Workshop
{
public:
    explicit Workshop(const support::Config &config);
    ~Workshop();
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    [[nodiscard]] store::Pool &pool() { return m_pool; }
    // 400 bad_configuration when the settings do not tell of a store, or it cannot be opened.
    [[nodiscard]] support::Result<std::unique_ptr<objects::ObjectStore>> openStore();
    // The same for a command on the running system, whose database has to be there with this program's schema.
    [[nodiscard]] support::Result<std::unique_ptr<objects::ObjectStore>> openSystem();
    // Where backups are: a folder, or s3://BUCKET[/PREFIX] of the service that s3.* names.
    [[nodiscard]] support::Result<std::unique_ptr<objects::ObjectPile>> openPlace(const std::string &place);
    // The same, to write there: what is not there is made, and it is tried whether writing works.
    [[nodiscard]] support::Result<std::unique_ptr<objects::ObjectPile>> makePlace(const std::string &place);
    // The schema is that of this program, and no restore is unfinished.
    [[nodiscard]] support::Result<void> checkDatabase();

    // Runs it to its end.
    template <typename T>
    [[nodiscard]] T run(support::Task<T> task)
    {
        std::optional<T> answer;
        boost::asio::co_spawn(m_loop, std::move(task), [&answer](std::exception_ptr thrown, T value) {
            if (thrown)
                std::rethrow_exception(thrown);
            answer.emplace(std::move(value));
        });
        m_loop.restart();
        while (!answer && m_loop.run_one() > 0) {
        }
        return std::move(*answer);
    }

    // The same with one more database, which is away again afterwards.
    template <typename Body>
    [[nodiscard]] auto runWith(const std::string &databaseUrl, Body body)
    {
        store::PoolOptions options;
        options.url = databaseUrl;
        options.connections = 1;
        store::Pool other(m_loop.get_executor(), options);
        auto answer = run(body(other));
        other.close();
        return answer;
    }

private:
    struct Place
    {
        std::unique_ptr<objects::ObjectStore> whole;
        std::string prefix;
    };
    [[nodiscard]] support::Result<Place> find(const std::string &place);
    [[nodiscard]] support::Result<std::unique_ptr<objects::ObjectStore>> openFolder(const std::string &folder);

    const support::Config &m_config;
    boost::asio::io_context m_loop{1};
    support::Workers m_disk;
    store::Pool m_pool;
};

// The files of secrets that have to be the same after a restore: what for, and where.
[[nodiscard]] std::map<std::string, std::string, std::less<>> keyFiles(const support::Config &config);
[[nodiscard]] std::string receiptKeyFile(const support::Config &config);
// Whether backups are there to be read: a service is asked later, a folder must exist.
[[nodiscard]] bool mayHoldBackups(const std::string &place);
// Free bytes where a path lies, or will lie; nothing for a place that is no path.
[[nodiscard]] std::optional<std::int64_t> freeBytesAt(const std::string &path);

} // namespace learnlab::server::app
