#include <server/auth/keys.h>

#include <server/support/bytes.h>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::server::auth {
namespace {

constexpr std::size_t secretBytes = 32;

support::Problem keyFileProblem(const std::string &path, const std::string &what)
{
    return support::problem(400, "bad_configuration", "auth.key_file: " + path + " " + what);
}

// Whoever comes second finds the first one's file.
support::Result<void> makeIfAbsent(const std::string &path)
{
    if (::access(path.c_str(), F_OK) == 0)
        return {};
    const std::string line = "k" + support::toHex(support::randomBytes(3)) + " " +
                             support::toBase64Url(support::randomBytes(secretBytes)) + "\n";
    const std::string draft = path + "." + support::toHex(support::randomBytes(6));
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return support::fail(keyFileProblem(path, "cannot be made: " + std::string(std::strerror(errno)) + "."));
    const bool written =
        ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
    ::close(file);
    const bool linked = written && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
    ::unlink(draft.c_str());
    if (!linked)
        return support::fail(keyFileProblem(path, "cannot be written."));
    return {};
}

bool isKeyId(const std::string &id)
{
    return !id.empty() && id.size() <= 16 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

} // namespace

support::Result<KeyRing> KeyRing::load(const std::string &path)
{
    if (auto made = makeIfAbsent(path); !made)
        return support::fail(std::move(made.error()));
    struct stat about
    {};
    if (::stat(path.c_str(), &about) != 0)
        return support::fail(keyFileProblem(path, "cannot be read."));
    if ((about.st_mode & 077) != 0)
        return support::fail(keyFileProblem(path, "may be read by others: its mode must be 0600."));
    std::ifstream file(path);
    std::vector<SigningKey> keys;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        SigningKey key;
        std::string encoded;
        if (!(words >> key.id) || key.id.front() == '#')
            continue;
        words >> encoded;
        key.secret = support::fromBase64Url(encoded).value_or("");
        if (!isKeyId(key.id) || key.secret.size() != secretBytes)
            return support::fail(keyFileProblem(path, "has a line that is not `kid secret`."));
        keys.push_back(std::move(key));
    }
    if (keys.empty())
        return support::fail(keyFileProblem(path, "holds no key."));
    return KeyRing(std::move(keys));
}

const SigningKey *KeyRing::find(std::string_view id) const
{
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const SigningKey &key) { return key.id == id; });
    return found == m_keys.end() ? nullptr : &*found;
}

support::Uuid KeyRing::serverId() const
{
    const std::string digest = support::hmacSha256(m_keys.back().secret, "learnlab server id");
    support::Uuid id;
    std::memcpy(id.bytes.data(), digest.data(), id.bytes.size());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

} // namespace learnlab::server::auth
