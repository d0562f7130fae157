#include "objects_on_disk.h"

#include "bad_key.h"
#include "disk.h"
#include "list_folder.h"
#include <server/support/sha256.h>

#include <server/support/bytes.h>

#include <cerrno>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

// Keys never name what is on its way.
bool isObjectKey(const std::string &key)
{
    return isKeyText(key) && !key.starts_with("incoming/");
}

// A file beside the objects that becomes one by being renamed; unless it does, nothing is left of it.
class Emerging
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Emerging>> create(const Layout &layout)
    {
        auto emerging = std::make_unique<Emerging>();
        emerging->m_path = layout.incoming() / ("w" + support::toHex(support::randomBytes(12)));
        auto file = createNew(emerging->m_path, readOnly);
        if (!file)
            return fail(std::move(file.error()));
        emerging->m_file = std::move(*file);
        return emerging;
    }
    Emerging() = default;
    Emerging(const Emerging &) = delete;
    Emerging &operator=(const Emerging &) = delete;
    ~Emerging()
    {
        if (m_file && !m_placed)
            removeQuietly(m_path);
    }

    [[nodiscard]] Result<void> add(std::string_view bytes)
    {
        m_digest.add(bytes);
        m_size += static_cast<std::int64_t>(bytes.size());
        return writeAll(m_file, bytes);
    }

    [[nodiscard]] const http::FileHandle &file() const { return m_file; }

    // Once its data can no longer be missing behind its name. That is durable when the folders are, too.
    [[nodiscard]] Result<StoredObject> place(const Layout &layout, const std::string &key)
    {
        const auto to = layout.root / key;
        if (::rename(m_path.c_str(), to.c_str()) != 0) {
            if (auto made = makeFolders(to.parent_path()); !made) // the first of its folder
                return fail(std::move(made.error()));
            if (auto renamed = renameFile(m_path, to); !renamed)
                return fail(std::move(renamed.error()));
        }
        m_placed = true;
        return StoredObject{key, m_size, support::systemNow(), tagOf(m_digest.hex())};
    }

private:
    std::filesystem::path m_path;
    http::FileHandle m_file;
    support::Sha256 m_digest;
    std::int64_t m_size = 0;
    bool m_placed = false;
};

Result<std::unique_ptr<Emerging>> emergeFrom(const Layout &layout, const std::string &key, std::string_view bytes)
{
    if (!isObjectKey(key))
        return fail(badKey());
    auto emerging = Emerging::create(layout);
    if (!emerging)
        return emerging;
    if (auto added = (*emerging)->add(bytes); !added)
        return fail(std::move(added.error()));
    return emerging;
}

struct Placing
{
    std::string key;
    Result<std::unique_ptr<Emerging>> emerging;
};

// `alone`: a folder takes all with it that happened before.
Result<void> syncFoldersOf(const Layout &layout, const std::vector<Result<StoredObject>> &placed, bool alone)
{
    std::set<std::filesystem::path> folders;
    for (const auto &object : placed) {
        if (!object)
            continue;
        auto at = (layout.root / object->key).parent_path();
        folders.insert(at);
        while (!alone && at != layout.root) {
            at = at.parent_path();
            folders.insert(at);
        }
    }
    for (const auto &folder : folders) {
        if (auto synced = syncFolder(folder); !synced)
            return synced;
    }
    return {};
}

// Data first, then names, then the folders: each for all of them together. A result for each. Where a journal keeps the
// order the disk is waited for once, at the end.
std::vector<Result<StoredObject>> placeAll(const Layout &layout, const std::vector<Placing> &placing)
{
    std::vector<const http::FileHandle *> files;
    for (const auto &one : placing) {
        if (one.emerging)
            files.push_back(&(*one.emerging)->file());
    }
    const bool ordered = !files.empty() && keepsOrder(*files.front());
    const auto written = ordered ? writeOut(files) : syncData(files);
    std::vector<Result<StoredObject>> results;
    for (const auto &one : placing) {
        if (!one.emerging)
            results.push_back(fail(one.emerging.error()));
        else if (!written)
            results.push_back(fail(written.error()));
        else
            results.push_back((*one.emerging)->place(layout, one.key));
    }
    const auto named = syncFoldersOf(layout, results, ordered);
    for (auto &result : results) {
        if (result && !named)
            result = fail(named.error());
    }
    return results;
}

Result<void> removeObject(const Layout &layout, const std::string &key, std::set<std::filesystem::path> &emptied)
{
    if (!isObjectKey(key))
        return fail(badKey());
    const auto path = layout.root / key;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
        return fail(diskProblem("unlink", errno));
    emptied.insert(path.parent_path());
    return {};
}

} // namespace

std::string tagOf(std::string_view sha256)
{
    return "\"" + std::string(sha256) + "\"";
}

Result<Listing> listObjects(const Layout &layout, const std::string &prefix, const std::string &after, std::size_t most)
{
    FolderLister lister(layout.root, prefix, after, std::clamp<std::size_t>(most, 1, 1000));
    return lister.list();
}

Result<std::string> readObject(const Layout &layout, const std::string &key, std::int64_t offset, std::size_t length)
{
    if (!isObjectKey(key))
        return fail(badKey());
    auto file = openToRead(layout.root / key);
    if (!file)
        return fail(std::move(file.error()));
    return readAt(*file, offset, std::min(length, ObjectStore::largestBlock));
}

Result<StoredObject> copyObject(const Layout &layout, const std::string &key, const std::filesystem::path &from)
{
    if (!isObjectKey(key))
        return fail(badKey());
    auto source = openToRead(from);
    if (!source)
        return fail(std::move(source.error()));
    auto emerging = Emerging::create(layout);
    if (!emerging)
        return fail(std::move(emerging.error()));
    auto copied = readAll(*source, [&](std::string_view bytes) { return (*emerging)->add(bytes); });
    if (!copied)
        return fail(std::move(copied.error()));
    std::vector<Placing> placing;
    placing.push_back({key, std::move(emerging)});
    return std::move(placeAll(layout, placing).front());
}

std::vector<Result<StoredObject>> writeObjects(const Layout &layout, const std::vector<NewObject> &objects)
{
    std::vector<Placing> placing;
    for (const auto &object : objects)
        placing.push_back({object.key, emergeFrom(layout, object.key, object.bytes)});
    return placeAll(layout, placing);
}

std::vector<Result<void>> removeObjects(const Layout &layout, const std::vector<std::string> &keys)
{
    std::vector<Result<void>> results;
    std::set<std::filesystem::path> emptied;
    for (const auto &key : keys)
        results.push_back(removeObject(layout, key, emptied));
    for (const auto &folder : emptied) {
        // The folder of a batch, then that of a user; those that hold something stay.
        for (auto at = folder; at != layout.root && at != layout.users(); at = at.parent_path()) {
            if (::rmdir(at.c_str()) != 0)
                break;
        }
    }
    return results;
}

Result<void> probeFolder(const Layout &layout)
{
    const std::string key = "probe/" + support::toHex(support::randomBytes(8));
    const auto written = writeObjects(layout, {{key, "probe"}});
    if (!written.front())
        return fail(written.front().error());
    auto read = readObject(layout, key, 0, 16);
    auto removed = removeObjects(layout, {key});
    if (!read)
        return fail(std::move(read.error()));
    if (!removed.front())
        return removed.front();
    if (*read != "probe")
        return fail(support::unavailable("The server's storage does not keep what it is given."));
    return {};
}

} // namespace learnlab::server::objects
