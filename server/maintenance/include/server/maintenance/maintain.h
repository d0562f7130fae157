#pragma once
// What has to be done to a running system again and again: one pass over the jobs, in small steps under the lock of one
// user's feed each. Safe beside servers and beside another pass: only one works at a time, the other says so. What
// fails now is tried again by the next pass. Loop thread; owner: the caller.

#include <server/objects/object_store.h>
#include <server/store/pool.h>
#include <server/support/config.h>

#include <functional>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

enum class Job {
    Sessions, // past their time
    Uploads,  // that nothing is heard of, whoever began them
    Trash,    // past its retention
    Users,    // whose time to think it over has passed
    Records,  // results of operations, tombstones, ended uploads, kept for a while only
    Objects,  // in the deletion queue
    Reconcile // rows against objects: reported, mended on request only
};
inline constexpr std::array allJobs{Job::Sessions, Job::Uploads, Job::Trash,    Job::Users,
                                    Job::Records,  Job::Objects, Job::Reconcile};
[[nodiscard]] std::string_view name(Job job);
[[nodiscard]] std::optional<Job> jobNamed(std::string_view name);

// How long somebody who had their account deleted may change their mind.
inline constexpr int daysOfGrace = 30;
// How long results of operations and tombstones are kept: a client that was away for longer reads its feed anew.
inline constexpr int daysOfRecords = 180;

struct Upkeep
{
    store::Pool &pool; // one of its connections is held for the whole pass
    objects::ObjectStore &objects;
    const support::Config &config;
    std::function<void(const Uuid &user)> changed = [](const Uuid &) {}; // the user's feed has moved
};

struct Pass
{
    std::vector<Job> jobs{allJobs.begin(), allJobs.end()};
    bool dryRun = false; // say what would be done
    bool mend = false;   // Reconcile may change something
};

// What a job did, by name and in the order of saying: {"removed", 12}. `findings` are for an administrator to look at.
struct JobReport
{
    Job job = Job::Sessions;
    std::vector<std::pair<std::string, std::int64_t>> counts;
    std::vector<std::string> findings; // the first of them; the counts tell how many there are
    std::optional<Problem> failed;     // the job's rest was left to the next pass

    void count(std::string_view what, std::int64_t more);
    [[nodiscard]] std::int64_t counted(std::string_view what) const;
};

// 409 busy when another pass is at work.
[[nodiscard]] Task<Result<std::vector<JobReport>>> maintain(Upkeep upkeep, Pass pass);

} // namespace learnlab::server::maintenance
