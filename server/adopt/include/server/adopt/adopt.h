#pragma once
// Takes the users, sessions and files of an existing LearnLab database over into ours, whatever its columns look like:
// texts of 255 characters or without bound, times with and without a zone (UTC is meant), twins of names and of e-mail
// addresses. The source is only read, in one snapshot. Rows keep their ids, so that running it again goes on where it
// stopped. Objects stay where they are: rows name the same keys. One command's own loop.

#include <server/objects/object_store.h>
#include <server/store/pool.h>

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <vector>

namespace learnlab::server::adopt {

using support::Result;
using support::Task;

struct Tally
{
    std::int64_t found = 0;
    std::int64_t adopted = 0; // now, or with a dry run: would be
    std::int64_t there = 0;   // from an earlier run
    std::int64_t refused = 0; // cannot be kept; each has a finding
};

// What was changed on the way or could not be kept, by kind.
struct Finding
{
    std::int64_t count = 0;
    std::vector<std::string> examples; // ids with a few words; no addresses, no tokens
};

struct Report
{
    bool applied = false;
    Tally users;
    Tally sessions;
    Tally files;
    Tally contents; // adopted: read, their digests are known now
    std::map<std::string, Finding> findings;

    [[nodiscard]] bool complete() const { return users.refused + sessions.refused + files.refused == 0; }
    [[nodiscard]] boost::json::object json() const;
    void note(const std::string &what, const std::string &example);
};

// `apply`: else everything is tried in one transaction that is rolled back. 400 adopt_impossible with a sentence when
// the source is no such database, or one of ours already.
[[nodiscard]] Task<Result<Report>> adopt(store::Pool &from, store::Pool &to, bool apply);

// Reads the contents of adopted files where they lie and notes their digests: from then on API 2 hands them out. Goes
// on where it was interrupted.
[[nodiscard]] Task<Result<void>> readContents(store::Pool &pool, objects::ObjectStore &objects, Report &report);

} // namespace learnlab::server::adopt
