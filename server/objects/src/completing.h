#pragma once
// Parts become objects: joined, verified, made durable. The order is data, name, folders; rows come after all of that.

#include "disk.h"
#include "joining.h"
#include "layout.h"

#include <mutex>
#include <set>

namespace learnlab::server::objects {

// Which part files this process wrote and hashed itself. Others (a restart, a power cut between) are read again before
// they are trusted. Any thread.
class Witnessed
{
public:
    void add(const std::filesystem::path &part);
    [[nodiscard]] bool take(const std::filesystem::path &part); // true once

private:
    std::mutex m_mutex;
    std::set<std::string, std::less<>> m_parts;
};

// Blocking: for a worker thread. Results in the order of the batch.
[[nodiscard]] std::vector<Result<void>> completeBatch(const Layout &layout, Witnessed &witnessed, Joins &joins,
                                                      const std::vector<Completion> &batch);

} // namespace learnlab::server::objects
