#pragma once
// One PostgreSQL connection, driven by libpq without blocking. Loop thread only; owned by the pool, used through a
// Lease.

#include <server/store/rows.h>

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <memory>

namespace learnlab::server::store {

class Connection
{
public:
    explicit Connection(boost::asio::any_io_executor executor);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // silence: after it, while a statement is waited for, its host is asked for a sign of life, which may take `most`.
    [[nodiscard]] Task<Result<void>> open(std::string url, std::chrono::milliseconds most,
                                          std::chrono::milliseconds silence);
    // Prepares the statement on its first use. `co_await connection.query("SELECT … WHERE id = $1", id)`.
    // Failures: 503 unavailable when the database is lost or slow, else 500 with the SQLSTATE in cause.state.
    template <typename... Values>
    [[nodiscard]] Task<Result<Rows>> query(std::string_view sql, Values &&...values)
    {
        Params params;
        params.reserve(sizeof...(values));
        (params.emplace_back(std::forward<Values>(values)), ...);
        return run(std::string(sql), std::move(params));
    }
    // The same, answered in the database's own form: for pages of rows, where making text and reading it again is
    // most of the cost. What may be asked of such rows says Row.
    template <typename... Values>
    [[nodiscard]] Task<Result<Rows>> queryBinary(std::string_view sql, Values &&...values)
    {
        Params params;
        params.reserve(sizeof...(values));
        (params.emplace_back(std::forward<Values>(values)), ...);
        return run(std::string(sql), std::move(params), Form::Binary);
    }
    [[nodiscard]] Task<Result<Rows>> run(std::string sql, Params params, Form form = Form::Text);
    // Planned for these values, and the plan not kept: for what a plan from when its tables were nearly empty would go
    // through row by row.
    [[nodiscard]] Task<Result<Rows>> runAnew(std::string sql, Params params);
    // Several statements in one text, without parameters: BEGIN, COMMIT, SET.
    [[nodiscard]] Task<Result<Rows>> execute(std::string sql);

    [[nodiscard]] bool usable() const;            // open, idle and not told that it is lost
    [[nodiscard]] bool alive();                   // looks at the socket for a hang-up; call when idle
    [[nodiscard]] bool transactionFailed() const; // a statement failed in it: only a rollback is left
    [[nodiscard]] bool fellSilent() const;        // lost, because its host gave no sign of life
    void abandon();                               // close it now

private:
    struct Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::store
