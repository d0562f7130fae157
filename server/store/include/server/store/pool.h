#pragma once
// The server's connections to PostgreSQL: opened when needed, kept, replaced when lost. Loop thread only; owner: the
// composition root; must outlive every Lease.

#include <server/store/connection.h>

#include <chrono>
#include <memory>

namespace learnlab::server::store {

struct PoolOptions
{
    std::string url;
    std::size_t connections = 10;
    std::size_t mostWaiting = 2000;              // more are refused with 503
    std::chrono::milliseconds waitTime{10000};   // for a free connection, then 503
    std::chrono::milliseconds connectTime{5000}; // shared by the hosts that the address names
    std::chrono::milliseconds silenceTime{5000}; // of a statement; then its host must take a connection, or is given up
};

// How many connections there are, and who waits for one.
struct PoolUse
{
    std::size_t lent = 0;
    std::size_t idle = 0;
    std::size_t waiting = 0;
};

class Pool;

// A connection on loan; goes back when this ends. One that is lost or inside a transaction is closed instead.
class Lease
{
public:
    Lease(Lease &&) noexcept = default;
    Lease &operator=(Lease &&) noexcept = delete;
    ~Lease();
    Connection *operator->() const { return m_connection.get(); }
    Connection &operator*() const { return *m_connection; }

private:
    friend class Pool;
    Lease(std::shared_ptr<void> pool, std::unique_ptr<Connection> connection)
        : m_pool(std::move(pool)), m_connection(std::move(connection))
    {}
    std::shared_ptr<void> m_pool;
    std::unique_ptr<Connection> m_connection;
};

class Pool
{
public:
    Pool(boost::asio::any_io_executor executor, PoolOptions options);
    ~Pool();
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;

    [[nodiscard]] Task<Result<Lease>> acquire();
    // One statement on any connection. Repeated once when a kept connection turns out to be lost and `sql` is a SELECT.
    template <typename... Values>
    [[nodiscard]] Task<Result<Rows>> query(std::string_view sql, Values &&...values)
    {
        Params params;
        params.reserve(sizeof...(values));
        (params.emplace_back(std::forward<Values>(values)), ...);
        return run(std::string(sql), std::move(params));
    }
    [[nodiscard]] Task<Result<Rows>> run(std::string sql, Params params);
    [[nodiscard]] PoolUse use() const;
    void close(); // refuses from now on and closes what is idle

private:
    friend class Lease;
    struct Inner;
    [[nodiscard]] static Task<Result<std::unique_ptr<Connection>>> openPlace(std::shared_ptr<Inner> inner);
    std::shared_ptr<Inner> m_inner;
};

} // namespace learnlab::server::store
