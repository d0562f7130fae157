#include <server/receipts/keys.h>

#include "ed25519.h"

#include <server/support/bytes.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::server::receipts {
namespace {

support::Failure unusable(const std::string &path, const std::string &what)
{
    return support::fail(support::problem(400, "bad_configuration", "receipts.key_file: " + path + " " + what));
}

bool writeWhole(int file, std::string_view text)
{
    return ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
}

// Of two servers that start at once the second finds the first one's file: a link, not a rename.
Result<void> makeKeyFile(const std::string &path)
{
    if (::access(path.c_str(), F_OK) == 0)
        return {};
    const std::string line = "r" + support::toHex(support::randomBytes(4)) + " " +
                             support::toBase64Url(support::randomBytes(keyBytes)) + " " +
                             support::formatTime(support::systemNow()) + "\n";
    const std::string draft = path + "." + support::toHex(support::randomBytes(6));
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return unusable(path, "cannot be made: " + std::string(std::strerror(errno)) + ".");
    const bool written = writeWhole(file, line);
    ::close(file);
    const bool linked = written && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
    ::unlink(draft.c_str());
    if (!linked)
        return unusable(path, "cannot be written.");
    return {};
}

bool isId(const std::string &id)
{
    return !id.empty() && id.size() <= 16 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

} // namespace

Result<SigningKey> SigningKey::load(const std::string &path)
{
    if (auto made = makeKeyFile(path); !made)
        return support::fail(std::move(made.error()));
    struct stat about
    {};
    if (::stat(path.c_str(), &about) != 0)
        return unusable(path, "cannot be read.");
    if ((about.st_mode & 077) != 0)
        return unusable(path, "may be read by others: its mode must be 0600.");
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        SigningKey key;
        std::string encoded;
        std::string since;
        if (!(words >> key.id) || key.id.front() == '#')
            continue;
        words >> encoded >> since;
        key.seed = support::fromBase64Url(encoded).value_or("");
        const auto from = support::parseTime(since);
        if (!isId(key.id) || key.seed.size() != keyBytes || !from)
            return unusable(path, "has a line that is not `id seed time`.");
        key.from = *from;
        return key;
    }
    return unusable(path, "holds no key.");
}

} // namespace learnlab::server::receipts
