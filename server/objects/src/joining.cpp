#include "joining.h"

#include "incoming.h"

#include <server/support/bytes.h>

#include <algorithm>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::int64_t mostAtOnce = 1 << 20; // read into memory

std::string logLine(const Part &part)
{
    return std::to_string(part.number) + " " + std::to_string(part.size) + " " + part.sha256 + "\n";
}

std::int64_t sizeOf(const std::vector<Part> &parts)
{
    std::int64_t size = 0;
    for (const auto &part : parts)
        size += part.size;
    return size;
}

// For appending; made when absent.
Result<http::FileHandle> openToAppend(const std::filesystem::path &path)
{
    http::FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file)
        return fail(errno == ENOENT ? problem(409, "upload_state", "This upload takes no more bytes.")
                                    : diskProblem("open", errno));
    return file;
}

Result<void> rewriteLog(const std::filesystem::path &path, const std::vector<Part> &parts)
{
    removeQuietly(path);
    auto file = createNew(path);
    if (!file)
        return fail(std::move(file.error()));
    std::string lines;
    for (const auto &part : parts)
        lines += logLine(part);
    return writeAll(*file, lines);
}

} // namespace

std::vector<Part> readJoinedLog(const Layout &layout, const ObjectKey &key)
{
    std::vector<Part> parts;
    auto file = openToRead(layout.joinedLog(key));
    if (!file)
        return parts;
    std::string text;
    auto read = readAll(*file, [&](std::string_view bytes) -> Result<void> {
        text += bytes;
        return {};
    });
    if (!read)
        return parts;
    text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
    std::istringstream lines(text);
    Part part;
    while (lines >> part.number >> part.size >> part.sha256) {
        if (part.number != static_cast<int>(parts.size()) + 1 || part.size < 0 ||
            !support::isLowerHexDigest(part.sha256))
            break;
        parts.push_back(part);
    }
    return parts;
}

// The file, open and locked against other processes: as long as they take to append a part.
Result<http::FileHandle> Join::hold(Patience patience) const
{
    constexpr int mostTries = 1000;
    constexpr std::chrono::milliseconds between{10};
    auto file = openToAppend(path());
    for (int tries = 1; file && ::flock(file->get(), LOCK_EX | LOCK_NB) != 0; ++tries) {
        if (patience == Patience::None || tries == mostTries)
            return fail(support::unavailable("The server is busy with this upload."));
        std::this_thread::sleep_for(between);
    }
    if (!file)
        return file;
    // Another one may have made it the object meanwhile.
    struct stat opened = {};
    struct stat there = {};
    if (::fstat(file->get(), &opened) != 0 || ::stat(path().c_str(), &there) != 0 || opened.st_ino != there.st_ino)
        return fail(problem(409, "upload_state", "This upload takes no more bytes."));
    return file;
}

// With what other processes have joined since; anew where it does not go on from what is known here.
Result<void> Join::catchUp()
{
    if (!m_loaded)
        return load();
    const auto logged = readJoinedLog(m_layout, m_key);
    auto file = openToRead(path());
    if (!file)
        return fail(std::move(file.error()));
    const auto there = fileSize(*file);
    const auto same = [](const Part &one, const Part &other) {
        return one.number == other.number && one.size == other.size && one.sha256 == other.sha256;
    };
    const bool goesOn =
        logged.size() >= m_parts.size() && std::equal(m_parts.begin(), m_parts.end(), logged.begin(), same);
    std::string lines;
    for (const auto &part : logged)
        lines += logLine(part);
    std::error_code error;
    const bool torn = std::filesystem::file_size(m_layout.joinedLog(m_key), error) != lines.size() || error;
    if (!goesOn || torn || !there || *there != sizeOf(logged)) {
        m_loaded = false;
        return load();
    }
    for (std::size_t i = m_parts.size(); i < logged.size(); ++i) {
        for (std::int64_t left = logged[i].size; left > 0;) {
            const auto bytes = readAt(*file, m_size, static_cast<std::size_t>(std::min(left, mostAtOnce)));
            if (!bytes || bytes->empty()) {
                m_loaded = false;
                return bytes ? load() : fail(bytes.error());
            }
            m_digest.add(*bytes);
            m_size += static_cast<std::int64_t>(bytes->size());
            left -= static_cast<std::int64_t>(bytes->size());
        }
        m_parts.push_back(logged[i]);
    }
    return {};
}

// What an earlier process joined, or nothing yet. The file may hold more than the log tells, or, torn, less.
Result<void> Join::load()
{
    m_parts = readJoinedLog(m_layout, m_key);
    auto file = openToAppend(path());
    if (!file)
        return fail(std::move(file.error()));
    auto there = fileSize(*file);
    if (!there)
        return fail(std::move(there.error()));
    while (!m_parts.empty() && sizeOf(m_parts) > *there)
        m_parts.pop_back();
    return rewind(m_parts.size());
}

Result<void> Join::rewind(std::size_t parts)
{
    m_loaded = false;
    m_parts.resize(parts);
    m_size = sizeOf(m_parts);
    m_digest = support::Sha256();
    auto file = openToAppend(path());
    if (!file)
        return fail(std::move(file.error()));
    if (::ftruncate(file->get(), m_size) != 0)
        return fail(diskProblem("ftruncate", errno));
    if (auto logged = rewriteLog(m_layout.joinedLog(m_key), m_parts); !logged)
        return logged;
    auto read = readAll(*file, [&](std::string_view bytes) -> Result<void> {
        m_digest.add(bytes);
        return {};
    });
    m_loaded = read.has_value();
    return read;
}

Result<void> Join::append(const Part &part)
{
    m_loaded = false; // until the part is there as a whole
    auto from = openToRead(m_layout.part(m_key, part));
    if (!from)
        return fail(std::move(from.error()));
    auto file = openToAppend(path());
    if (!file)
        return fail(std::move(file.error()));
    auto copied = readAll(*from, [&](std::string_view bytes) {
        m_digest.add(bytes);
        return writeAll(*file, bytes);
    });
    if (!copied)
        return copied;
    auto log = openToAppend(m_layout.joinedLog(m_key));
    if (!log)
        return fail(std::move(log.error()));
    if (auto logged = writeAll(*log, logLine(part)); !logged)
        return logged;
    startWriting(*file);
    removeQuietly(m_layout.part(m_key, part));
    m_parts.push_back(part);
    m_size += part.size;
    m_loaded = true;
    return {};
}

Result<void> Join::appendNext()
{
    for (;;) {
        const auto loose = listLooseParts(m_layout, m_key);
        const auto next = std::ranges::find(loose, static_cast<int>(m_parts.size()) + 1, &Part::number);
        if (next == loose.end())
            return {};
        if (auto appended = append(*next); !appended)
            return appended;
    }
}

void Join::advance()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock)
        return;
    // Who holds it finds this part too, or who completes does.
    const auto held = hold(Patience::None);
    if (held && catchUp()) [[maybe_unused]]
        const auto later = appendNext();
}

// A part that was joined came anew with other bytes: the file goes back to before it.
Result<void> Join::forgetReplaced()
{
    for (const auto &part : listLooseParts(m_layout, m_key)) {
        const auto at = static_cast<std::size_t>(part.number) - 1;
        if (at >= m_parts.size())
            continue;
        if (m_parts[at].sha256 == part.sha256)
            removeQuietly(m_layout.part(m_key, part));
        else
            return rewind(at);
    }
    return {};
}

// The whole is wrong. Parts that do not have their own digests were torn by a power cut: back to before the first.
Result<void> Join::findTorn()
{
    auto file = openToRead(path());
    if (!file)
        return fail(std::move(file.error()));
    std::size_t at = 0;
    std::int64_t left = m_parts.empty() ? 0 : m_parts.front().size;
    support::Sha256 digest;
    std::optional<std::size_t> torn;
    auto read = readAll(*file, [&](std::string_view bytes) -> Result<void> {
        while (!bytes.empty() && at < m_parts.size() && !torn) {
            const auto take = std::min<std::int64_t>(left, static_cast<std::int64_t>(bytes.size()));
            digest.add(bytes.substr(0, static_cast<std::size_t>(take)));
            bytes.remove_prefix(static_cast<std::size_t>(take));
            left -= take;
            if (left > 0)
                continue;
            if (std::exchange(digest, support::Sha256()).hex() != m_parts[at].sha256)
                torn = at;
            else if (++at < m_parts.size())
                left = m_parts[at].size;
        }
        return {};
    });
    if (!read)
        return read;
    return torn ? rewind(*torn) : Result<void>();
}

Result<http::FileHandle> Join::finish(const Completion &wanted)
{
    const std::scoped_lock lock(m_mutex);
    auto held = hold(Patience::Some);
    if (!held)
        return held;
    if (auto known = catchUp(); !known)
        return fail(std::move(known.error()));
    if (auto looked = forgetReplaced(); !looked)
        return fail(std::move(looked.error()));
    if (auto joined = appendNext(); !joined)
        return fail(std::move(joined.error()));
    const auto count = static_cast<std::size_t>((wanted.size + wanted.partSize - 1) / wanted.partSize);
    if (m_parts.size() < count)
        return fail(problem(409, "object_missing", "Part " + std::to_string(m_parts.size() + 1) + " is not here."));
    if (m_size != wanted.size || m_digest.hex() != wanted.sha256) {
        if (auto looked = findTorn(); !looked)
            return fail(std::move(looked.error()));
        return fail(problem(422, "digest_mismatch", "The bytes that are here are not those that were stated."));
    }
    return held;
}

std::shared_ptr<Join> Joins::of(const ObjectKey &key)
{
    const std::scoped_lock lock(m_mutex);
    auto &join = m_joins[key];
    if (!join)
        join = std::make_shared<Join>(m_layout, key);
    return join;
}

std::shared_ptr<Join> Joins::existing(const ObjectKey &key)
{
    const std::scoped_lock lock(m_mutex);
    const auto at = m_joins.find(key);
    return at == m_joins.end() ? nullptr : at->second;
}

void Joins::forget(const ObjectKey &key)
{
    const std::scoped_lock lock(m_mutex);
    m_joins.erase(key);
}

} // namespace learnlab::server::objects
