#include "completing.h"

#include "incoming.h"
#include <server/support/sha256.h>

#include <span>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t mostOpenFiles = 100; // of one batch at a time
constexpr std::size_t fewFiles = 16;

Problem wrongDigest()
{
    return problem(422, "digest_mismatch", "The bytes that are here are not those that were stated.");
}

Result<void> verify(const http::FileHandle &file, std::int64_t size, const std::string &sha256)
{
    auto there = fileSize(file);
    if (!there)
        return fail(std::move(there.error()));
    if (*there != size)
        return fail(wrongDigest());
    support::Sha256 digest;
    auto read = readAll(file, [&](std::string_view bytes) -> Result<void> {
        digest.add(bytes);
        return {};
    });
    if (!read)
        return read;
    if (digest.hex() != sha256)
        return fail(wrongDigest());
    return {};
}

// A file that is ready to become the object, and where it is.
struct Ready
{
    http::FileHandle file;
    std::filesystem::path path;
    bool inFolder = true; // there may be one of the upload
};

Result<Ready> readySingle(const Layout &layout, Witnessed &witnessed, const Completion &item)
{
    const auto path = partPath(layout, item.key, {1, item.size, item.sha256});
    auto file = openToRead(path);
    if (!file) {
        const bool another = file.error().code == "object_missing" && !listParts(layout, item.key).empty();
        return fail(another ? wrongDigest() : std::move(file.error()));
    }
    if (!witnessed.take(path)) {
        if (auto same = verify(*file, item.size, item.sha256); !same) {
            if (same.error().code == "digest_mismatch")
                removeQuietly(path); // torn by a crash: to be sent again
            return fail(std::move(same.error()));
        }
    }
    return Ready{std::move(*file), path};
}

Result<Ready> readyMultipart(Joins &joins, const Completion &item)
{
    const auto join = joins.of(item.key);
    auto file = join->finish(item);
    if (!file)
        return fail(std::move(file.error()));
    return Ready{std::move(*file), join->path()};
}

// What this process wrote and digested a moment ago, as most are.
std::optional<Ready> readyWitnessed(const Layout &layout, Witnessed &witnessed, const Completion &item)
{
    if (item.partSize > 0)
        return std::nullopt;
    auto path = layout.single(item.key, item.sha256);
    if (!witnessed.take(path))
        return std::nullopt;
    auto file = openToRead(path);
    if (!file)
        return std::nullopt;
    return Ready{std::move(*file), std::move(path), false};
}

// The whole item up to the data's durability. Nothing: the object is there already, from an attempt whose rows were
// lost.
Result<std::optional<Ready>> prepare(const Layout &layout, Witnessed &witnessed, Joins &joins, const Completion &item)
{
    if (auto ready = readyWitnessed(layout, witnessed, item))
        return ready;
    if (auto object = openToRead(layout.object(item.key)); object) {
        if (auto same = verify(*object, item.size, item.sha256); !same)
            return fail(std::move(same.error()));
        return std::optional<Ready>();
    }
    auto ready = item.partSize > 0 ? readyMultipart(joins, item) : readySingle(layout, witnessed, item);
    if (!ready)
        return fail(std::move(ready.error()));
    return std::optional<Ready>(std::move(*ready));
}

Result<void> place(const Layout &layout, const Completion &item, const Ready &ready)
{
    if (item.partSize > 0)
        ::fchmod(ready.file.get(), 0400); // never changed from here on
    const auto object = layout.object(item.key);
    if (::rename(ready.path.c_str(), object.c_str()) == 0)
        return {};
    if (auto made = makeFolders(layout.batchFolder(item.key)); !made) // the first of its batch
        return made;
    return renameFile(ready.path, object);
}

struct Placed
{
    Result<void> result;
    bool inFolder = true;
};

// Data first, then names. Adds what became of each. `ordered`: a name cannot be durable without what was written
// before.
void placeSome(const Layout &layout, Witnessed &witnessed, Joins &joins, std::span<const Completion> items,
               std::vector<Placed> &placed, bool &ordered)
{
    std::vector<Result<std::optional<Ready>>> ready;
    for (const auto &item : items)
        ready.push_back(prepare(layout, witnessed, joins, item));
    std::vector<const http::FileHandle *> files;
    for (const auto &item : ready) {
        if (item && *item)
            files.push_back(&(*item)->file);
    }
    ordered = ordered && !files.empty() && keepsOrder(*files.front());
    // Of many, all that the file system has is the quicker way.
    const auto written = ordered && files.size() < fewFiles ? writeOut(files) : syncData(files);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!ready[i])
            placed.push_back({fail(std::move(ready[i].error()))});
        else if (*ready[i] && !written)
            placed.push_back({fail(written.error())});
        else if (*ready[i])
            placed.push_back({place(layout, items[i], **ready[i]), (*ready[i])->inFolder});
        else
            placed.push_back({});
    }
}

void leave(const Layout &layout, Joins &joins, const Completion &item)
{
    joins.forget(item.key);
    // None as a rule, or empty: one call instead of looking through it.
    if (::rmdir(layout.incoming(item.key).c_str()) != 0 && errno != ENOENT)
        removeQuietly(layout.incoming(item.key));
}

} // namespace

void Witnessed::add(const std::filesystem::path &part)
{
    const std::scoped_lock lock(m_mutex);
    m_parts.insert(part.native());
}

bool Witnessed::take(const std::filesystem::path &part)
{
    const std::scoped_lock lock(m_mutex);
    return m_parts.erase(part.native()) > 0;
}

std::vector<Result<void>> completeBatch(const Layout &layout, Witnessed &witnessed, Joins &joins,
                                        const std::vector<Completion> &batch)
{
    std::vector<Placed> placed;
    bool ordered = true;
    for (std::size_t at = 0; at < batch.size(); at += mostOpenFiles)
        placeSome(layout, witnessed, joins,
                  std::span(batch).subspan(at).first(std::min(mostOpenFiles, batch.size() - at)), placed, ordered);
    std::set<std::filesystem::path> folders;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!placed[i].result)
            continue;
        folders.insert(layout.batchFolder(batch[i].key));
        if (!ordered) // else it takes with it what was done to those around it
            folders.insert({layout.userFolder(batch[i].key), layout.users()});
    }
    Result<void> synced;
    for (const auto &folder : folders) {
        if (synced)
            synced = syncFolder(folder);
    }
    std::vector<Result<void>> results;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        auto &result = placed[i].result;
        if (result && !synced)
            result = fail(synced.error());
        if (result && placed[i].inFolder)
            leave(layout, joins, batch[i]);
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace learnlab::server::objects
