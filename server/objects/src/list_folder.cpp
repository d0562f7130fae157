#include "list_folder.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace learnlab::server::objects {

using support::fail;

// A folder with the slash that its keys have: sorted like that, the walk's order is the order of the keys.
struct FolderLister::Entry
{
    std::string name;
    bool folder = false;
};

Result<Listing> FolderLister::list()
{
    if (auto walked = walk({}); !walked)
        return fail(std::move(walked.error()));
    return std::move(m_listing);
}

// Some key that begins with `folder` can also begin with the prefix and come after m_after.
bool FolderLister::mayHold(const std::string &folder) const
{
    const auto shared = std::min(folder.size(), m_prefix.size());
    if (folder.compare(0, shared, m_prefix, 0, shared) != 0)
        return false;
    return m_after < folder || m_after.starts_with(folder);
}

bool FolderLister::isWanted(const std::string &key) const
{
    return isKeyText(key) && key.starts_with(m_prefix) && key > m_after;
}

Result<std::vector<FolderLister::Entry>> FolderLister::entries(const std::string &folder) const
{
    std::vector<Entry> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(m_root / folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code vanished;
        const auto name = entry->path().filename().native();
        const auto status = entry->symlink_status(vanished);
        const bool isFolder = std::filesystem::is_directory(status);
        if (vanished || !(isFolder || std::filesystem::is_regular_file(status)))
            continue;
        if (folder.empty() && (!isFolder || name == "incoming"))
            continue;
        found.push_back({isFolder ? name + "/" : name, isFolder});
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(diskProblem("list", error.value()));
    std::ranges::sort(found, {}, &Entry::name);
    return found;
}

void FolderLister::add(std::string key)
{
    struct stat status = {};
    if (::stat((m_root / key).c_str(), &status) != 0)
        return; // removed meanwhile
    if (m_listing.objects.size() == m_most) {
        m_listing.more = true;
        return;
    }
    const support::Time modified{std::chrono::seconds(status.st_mtim.tv_sec) +
                                 std::chrono::microseconds(status.st_mtim.tv_nsec / 1000)};
    m_listing.objects.push_back({std::move(key), status.st_size, modified, {}});
}

Result<void> FolderLister::walk(const std::string &folder)
{
    auto found = entries(folder);
    if (!found)
        return fail(std::move(found.error()));
    for (const auto &entry : *found) {
        if (m_listing.more)
            break;
        auto key = folder + entry.name;
        if (entry.folder && mayHold(key)) {
            if (auto walked = walk(key); !walked)
                return walked;
        } else if (!entry.folder && isWanted(key)) {
            add(std::move(key));
        }
    }
    return {};
}

} // namespace learnlab::server::objects
