#pragma once
// Threads for what would hold the loop up: password hashing, fsync, large reads. Bounded: when too much waits, work is
// refused with 503 instead of queued. Owner: the composition root, one object per kind of work.

#include <server/support/result.h>

#include <functional>
#include <memory>

namespace learnlab::server::support {

class Workers
{
public:
    // nice: how much less of a processor than others they may claim, 0 to 19.
    Workers(std::size_t threads, std::size_t mostWaiting, int nice = 0);
    ~Workers(); // waits for what runs
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    // Runs `work` on a worker and resumes on the caller's executor. `work` must own what it uses and not throw.
    template <typename T>
    [[nodiscard]] Task<Result<T>> run(std::function<T()> work)
    {
        auto answer = std::make_shared<std::optional<T>>();
        // Locals, here and in callers: g++ 12 destroys temporaries of a co_await expression twice.
        std::function<void()> job = [answer, work = std::move(work)] { answer->emplace(work()); };
        auto done = co_await runErased(std::move(job));
        if (!done)
            co_return fail(std::move(done.error()));
        co_return std::move(**answer);
    }

    [[nodiscard]] std::size_t taken() const; // waiting or running
    [[nodiscard]] std::uint64_t refused() const;

private:
    struct Inner;
    [[nodiscard]] Task<Result<void>> runErased(std::function<void()> work);
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::support
