#pragma once
// Finished objects below the root of the directory store, by their keys as texts: listed, read, written and removed for
// backup and maintenance. Blocking: for worker threads.

#include "layout.h"

namespace learnlab::server::objects {

// The tag of a content in this store: its digest, quoted.
[[nodiscard]] std::string tagOf(std::string_view sha256);

// As ObjectStore promises.
[[nodiscard]] Result<Listing> listObjects(const Layout &layout, const std::string &prefix, const std::string &after,
                                          std::size_t most);
[[nodiscard]] Result<std::string> readObject(const Layout &layout, const std::string &key, std::int64_t offset,
                                             std::size_t length);
[[nodiscard]] Result<StoredObject> copyObject(const Layout &layout, const std::string &key,
                                              const std::filesystem::path &from);
struct NewObject
{
    std::string key;
    std::string bytes;
};
// Together: what the disk must flush for each of them it flushes once for all.
[[nodiscard]] std::vector<Result<StoredObject>> writeObjects(const Layout &layout,
                                                             const std::vector<NewObject> &objects);
[[nodiscard]] std::vector<Result<void>> removeObjects(const Layout &layout, const std::vector<std::string> &keys);
[[nodiscard]] Result<void> probeFolder(const Layout &layout);

} // namespace learnlab::server::objects
