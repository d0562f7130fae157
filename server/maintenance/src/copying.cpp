#include "copying.h"

#include <server/support/sha256.h>

#include <server/support/bytes.h>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace learnlab::server::maintenance {

namespace {

using objects::ObjectPile;
using support::fail;

constexpr std::size_t blockSize = ObjectPile::largestBlock;

Problem mismatch(const std::string &key)
{
    return support::problem(422, "digest_mismatch", key + " does not have the content that its row tells.");
}

Problem spoolFailed(const std::string &path)
{
    return support::problem(503, errno == ENOSPC || errno == EDQUOT ? "store_full" : "unavailable",
                            path + " cannot be written: there is no room left, or the disk does not answer.");
}

// Hands over the whole object, block by block, and checks it on the way.
class BlockReader
{
public:
    BlockReader(const ObjectPlace &place, const Content &wanted) : m_place(place), m_wanted(wanted) {}

    // Nothing behind the last block.
    Task<Result<std::optional<std::string>>> next()
    {
        if (m_done)
            co_return std::nullopt;
        auto block = co_await m_place.store.read(m_place.key, m_offset, blockSize);
        if (!block)
            co_return fail(std::move(block.error()));
        m_offset += static_cast<std::int64_t>(block->size());
        m_done = block->size() < blockSize;
        m_digest.add(*block);
        if (m_offset > m_wanted.size || (m_done && !isRight()))
            co_return fail(mismatch(m_place.key));
        co_return std::move(*block);
    }
    [[nodiscard]] std::string sha256() const { return m_digest.hex(); }

private:
    [[nodiscard]] bool isRight() const
    {
        return m_offset == m_wanted.size && (m_wanted.sha256.empty() || m_wanted.sha256 == m_digest.hex());
    }

    const ObjectPlace &m_place;
    const Content &m_wanted;
    support::Sha256 m_digest;
    std::int64_t m_offset = 0;
    bool m_done = false;
};

// A file that goes with this object.
class SpoolFile
{
public:
    explicit SpoolFile(const std::string &folder) : m_path(folder + "/spool-" + support::toHex(support::randomBytes(8)))
    {}
    ~SpoolFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    SpoolFile(const SpoolFile &) = delete;
    SpoolFile &operator=(const SpoolFile &) = delete;
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

Task<Result<std::string>> fetchTo(const ObjectPlace &from, const Content &wanted, const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        co_return fail(spoolFailed(path));
    ::close(descriptor);
    std::ofstream file(path, std::ios::binary);
    BlockReader reader(from, wanted);
    for (;;) {
        auto block = co_await reader.next();
        if (!block)
            co_return fail(std::move(block.error()));
        if (!*block)
            break;
        errno = 0;
        if (!file.write((*block)->data(), static_cast<std::streamsize>((*block)->size())))
            co_return fail(spoolFailed(path));
    }
    errno = 0;
    file.close();
    if (file.fail())
        co_return fail(spoolFailed(path));
    co_return reader.sha256();
}

Task<Result<CopiedObject>> copyLarge(const ObjectPlace &from, const ObjectPlace &to, const Content &wanted,
                                     const std::string &spool)
{
    const SpoolFile file(spool);
    auto digest = co_await fetchTo(from, wanted, file.path());
    if (!digest)
        co_return fail(std::move(digest.error()));
    auto written = co_await to.store.writeFile(to.key, file.path());
    if (!written)
        co_return fail(std::move(written.error()));
    co_return CopiedObject{std::move(*digest), std::move(*written)};
}

} // namespace

Task<Result<CopiedObject>> copyObject(ObjectPlace from, ObjectPlace to, Content wanted, std::string spool)
{
    if (wanted.size >= static_cast<std::int64_t>(blockSize))
        co_return co_await copyLarge(from, to, wanted, spool);
    BlockReader reader(from, wanted);
    auto block = co_await reader.next();
    if (!block)
        co_return fail(std::move(block.error()));
    std::string bytes = std::move(**block);
    auto written = co_await to.store.writeBytes(to.key, std::move(bytes));
    if (!written)
        co_return fail(std::move(written.error()));
    co_return CopiedObject{reader.sha256(), std::move(*written)};
}

Task<Result<std::string>> checkObject(ObjectPlace place, Content wanted)
{
    BlockReader reader(place, wanted);
    for (;;) {
        auto block = co_await reader.next();
        if (!block)
            co_return fail(std::move(block.error()));
        if (!*block)
            co_return reader.sha256();
    }
}

Task<Result<void>> fetchObject(ObjectPlace from, Content wanted, std::string path)
{
    auto digest = co_await fetchTo(from, wanted, path);
    if (!digest)
        co_return fail(std::move(digest.error()));
    co_return Result<void>();
}

bool isOfObject(const Problem &problem)
{
    return problem.code == "object_missing" || problem.code == "digest_mismatch" || problem.code == "bad_key";
}

Result<Content> contentOfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(support::unavailable(path + " cannot be read."));
    Content content;
    support::Sha256 digest;
    std::string block(std::size_t{1} << 20U, '\0');
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
        const auto count = static_cast<std::size_t>(file.gcount());
        digest.add(std::string_view(block).substr(0, count));
        content.size += static_cast<std::int64_t>(count);
    }
    content.sha256 = digest.hex();
    return content;
}

} // namespace learnlab::server::maintenance
