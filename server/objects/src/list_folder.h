#pragma once
// Objects below a folder in the order of their keys, byte by byte, as S3 lists them. Blocking: for worker threads.

#include "disk.h"

#include <server/objects/object_store.h>

namespace learnlab::server::objects {

class FolderLister
{
public:
    FolderLister(std::filesystem::path root, std::string prefix, std::string after, std::size_t most)
        : m_root(std::move(root)), m_prefix(std::move(prefix)), m_after(std::move(after)), m_most(most)
    {}
    [[nodiscard]] Result<Listing> list(); // once

private:
    struct Entry;
    [[nodiscard]] bool mayHold(const std::string &folder) const;
    [[nodiscard]] bool isWanted(const std::string &key) const;
    [[nodiscard]] Result<std::vector<Entry>> entries(const std::string &folder) const;
    [[nodiscard]] Result<void> walk(const std::string &folder); // key prefix: empty or with a slash at its end
    void add(std::string key);

    const std::filesystem::path m_root;
    const std::string m_prefix;
    const std::string m_after;
    const std::size_t m_most;
    Listing m_listing;
};

} // namespace learnlab::server::objects
