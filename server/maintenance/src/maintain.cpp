#include "jobs.h"

namespace learnlab::server::maintenance {

namespace {

struct Entry
{
    Job job;
    std::string_view name;
    Task<Result<void>> (*run)(Work &);
};

constexpr std::array entries{
    Entry{Job::Sessions, "sessions", removeSessions}, Entry{Job::Uploads, "uploads", giveUpUploads},
    Entry{Job::Trash, "trash", emptyTrash},           Entry{Job::Users, "users", removeUsers},
    Entry{Job::Records, "records", removeRecords},    Entry{Job::Objects, "objects", removeObjects},
    Entry{Job::Reconcile, "reconcile", reconcile}};

const Entry &entryOf(Job job)
{
    return *std::ranges::find(entries, job, &Entry::job);
}

// Held by the connection: it is free again when the process is gone, however that ended.
constexpr std::string_view takeTurn = "SELECT pg_try_advisory_lock(hashtext('learnlab maintain')) AS taken";
constexpr std::string_view endTurn = "SELECT pg_advisory_unlock(hashtext('learnlab maintain'))";

Task<Result<std::vector<JobReport>>> runJobs(Upkeep &upkeep, const Pass &pass)
{
    std::vector<JobReport> reports;
    for (const Job job : pass.jobs) {
        Work work{upkeep, pass, {}};
        work.report.job = job;
        auto done = co_await entryOf(job).run(work);
        if (!done)
            work.report.failed = std::move(done.error());
        reports.push_back(std::move(work.report));
    }
    co_return reports;
}

} // namespace

std::string_view name(Job job)
{
    return entryOf(job).name;
}

std::optional<Job> jobNamed(std::string_view name)
{
    const auto *const found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? std::nullopt : std::optional(found->job);
}

void JobReport::count(std::string_view what, std::int64_t more)
{
    for (auto &[known, number] : counts) {
        if (known == what) {
            number += more;
            return;
        }
    }
    counts.emplace_back(what, more);
}

std::int64_t JobReport::counted(std::string_view what) const
{
    const auto found = std::ranges::find_if(counts, [what](const auto &count) { return count.first == what; });
    return found == counts.end() ? 0 : found->second;
}

Task<Result<std::vector<JobReport>>> maintain(Upkeep upkeep, Pass pass)
{
    auto lease = co_await upkeep.pool.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    store::Connection &turn = **lease;
    auto taken = co_await turn.query(takeTurn);
    if (!taken)
        co_return fail(std::move(taken.error()));
    if (!taken->front().boolean("taken"))
        co_return fail(support::problem(409, "busy", "Another maintenance pass is at work."));
    auto reports = co_await runJobs(upkeep, pass);
    auto ended = co_await turn.query(endTurn);
    if (!ended)
        turn.abandon();
    co_return reports;
}

Task<Result<std::int64_t>> sweep(store::Pool &pool, std::string statement)
{
    std::int64_t removed = 0;
    for (;;) {
        auto rows = co_await pool.query(statement, stepSize);
        if (!rows)
            co_return fail(std::move(rows.error()));
        removed += static_cast<std::int64_t>(rows->affected());
        if (rows->affected() < static_cast<std::size_t>(stepSize))
            co_return removed;
    }
}

Task<Result<std::int64_t>> countRows(store::Pool &pool, std::string statement)
{
    auto rows = co_await pool.query(statement);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return rows->front().integer("n");
}

} // namespace learnlab::server::maintenance
