#pragma once
// A transaction as one function: begun, committed when the body succeeds, rolled back when it fails, repeated when
// PostgreSQL asks for that (serialization failure 40001, deadlock 40P01) or the connection was lost before the commit.
//
//   auto done = co_await transact(pool, [&](Connection &db) -> Task<Result<Folder>> { … });
//
// The body may run several times: it must not keep effects outside the database. No store or network call inside.

#include <server/store/pool.h>

#include <type_traits>

namespace learnlab::server::store {

enum class Isolation { ReadCommitted, RepeatableRead, RepeatableReadOnly };

// What PostgreSQL said no to, by SQLSTATE.
[[nodiscard]] bool isUniqueViolation(const Problem &problem, std::string_view constraint = {}); // empty: any
[[nodiscard]] bool isRepeatable(const Problem &problem); // 40001, 40P01, or lost before the commit was sent

namespace detail {
[[nodiscard]] Task<Result<void>> begin(Connection &db, Isolation isolation);
[[nodiscard]] Task<Result<void>> commit(Connection &db);
[[nodiscard]] Task<void> rollback(Connection &db);
[[nodiscard]] Task<void> pauseBeforeRepeat(int attempt);
inline constexpr int mostAttempts = 6;

template <typename T>
struct TaskResult;
template <typename T>
struct TaskResult<Task<Result<T>>>
{
    using Type = Result<T>;
};
} // namespace detail

template <typename Body>
using BodyResult = typename detail::TaskResult<std::invoke_result_t<Body &, Connection &>>::Type;

template <typename Body>
[[nodiscard]] Task<BodyResult<Body>> transact(Pool &pool, Body body, Isolation isolation = Isolation::ReadCommitted)
{
    for (int attempt = 1;; ++attempt) {
        Problem why;
        {
            auto lease = co_await pool.acquire();
            if (!lease)
                co_return support::fail(std::move(lease.error()));
            Connection &db = **lease;
            auto begun = co_await detail::begin(db, isolation);
            if (begun) {
                BodyResult<Body> answer = co_await body(db);
                if (answer) {
                    auto committed = co_await detail::commit(db);
                    if (committed)
                        co_return answer;
                    why = std::move(committed.error());
                } else {
                    why = std::move(answer.error());
                    co_await detail::rollback(db);
                }
            } else {
                why = std::move(begun.error());
            }
        }
        if (attempt >= detail::mostAttempts || !isRepeatable(why))
            co_return support::fail(std::move(why));
        co_await detail::pauseBeforeRepeat(attempt);
    }
}

} // namespace learnlab::server::store
