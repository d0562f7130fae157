#include "spool.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace learnlab::server::api1 {

using support::fail;
using support::Result;
using support::Task;

namespace {

constexpr std::string_view prefix = "learnlab-form-";

int writeOut(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

} // namespace

Spool::Spool(support::Workers &disk, std::string folder) : m_disk(disk), m_folder(std::move(folder)) {}

Spool::~Spool()
{
    if (m_file)
        ::unlink(m_path.c_str());
}

void Spool::add(std::string_view bytes)
{
    m_digest.add(bytes);
    m_size += static_cast<std::int64_t>(bytes.size());
    m_gathered.append(bytes);
}

Task<Result<void>> Spool::settle()
{
    if (m_gathered.size() <= mostInMemory)
        co_return Result<void>();
    co_return co_await write();
}

Task<Result<void>> Spool::finish()
{
    if (!m_file || m_gathered.empty())
        co_return Result<void>();
    co_return co_await write();
}

Task<Result<void>> Spool::write()
{
    if (!m_file) {
        m_path = m_folder + "/" + std::string(prefix) + "XXXXXX";
        m_file = http::FileHandle(::mkostemp(m_path.data(), O_CLOEXEC));
        if (!m_file)
            co_return fail(support::unavailable("There is no room for this upload just now.")
                               .withCause(m_folder + ": " + std::strerror(errno)));
    }
    // The file outlives the job: whoever waits here holds this object.
    std::function<int()> work = [file = m_file.get(), bytes = std::exchange(m_gathered, {})] {
        return writeOut(file, bytes);
    };
    auto done = co_await m_disk.run<int>(std::move(work));
    if (!done)
        co_return fail(std::move(done.error()));
    if (*done == ENOSPC || *done == EDQUOT)
        co_return fail(
            support::problem(503, "store_full", "The server has no room for this upload.").withRetryAfter(60));
    if (*done != 0)
        co_return fail(support::unavailable("The upload could not be kept.").withCause(std::strerror(*done)));
    co_return Result<void>();
}

void removeOldSpools(const std::string &folder)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(folder, ignored)) {
        const auto age = fs::file_time_type::clock::now() - entry.last_write_time(ignored);
        if (!ignored && age > std::chrono::hours(24) && entry.path().filename().string().starts_with(prefix))
            fs::remove(entry.path(), ignored);
    }
}

} // namespace learnlab::server::api1
