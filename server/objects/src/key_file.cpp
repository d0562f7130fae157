#include "key_file.h"

#include "disk.h"

#include <server/support/bytes.h>

#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;

namespace {

constexpr std::size_t keyBytes = 32;

Result<void> makeKey(const std::filesystem::path &path)
{
    auto temporary = path;
    temporary += "." + support::toHex(support::randomBytes(8));
    auto file = createNew(temporary);
    if (!file)
        return fail(std::move(file.error()));
    auto written = writeAll(*file, support::toHex(support::randomBytes(keyBytes)) + "\n");
    if (written)
        written = syncData(*file);
    // A link, not a rename: of two servers that start at once, one key wins.
    if (written && ::link(temporary.c_str(), path.c_str()) != 0 && errno != EEXIST)
        written = fail(diskProblem("link", errno));
    removeQuietly(temporary);
    return written;
}

} // namespace

Result<std::string> readOrMakeKey(const std::string &path)
{
    auto file = openToRead(path);
    if (!file && file.error().code == "object_missing") {
        if (auto made = makeKey(path); !made)
            return fail(std::move(made.error()));
        file = openToRead(path);
    }
    if (!file)
        return fail(std::move(file.error()));
    std::string text;
    auto read = readAll(*file, [&](std::string_view bytes) -> Result<void> {
        text += bytes.substr(0, 4 * keyBytes);
        return {};
    });
    if (!read)
        return fail(std::move(read.error()));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    std::string key = support::fromHex(text).value_or(std::string());
    if (key.size() != keyBytes)
        return fail(support::unavailable("The key file of the object store holds no key.").withCause(path));
    return key;
}

} // namespace learnlab::server::objects
