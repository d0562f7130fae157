#pragma once
// The bytes of a body on their way: in memory while they are few, then in a file that is gone with this object. Its
// digest is made on the way. Loop thread.

#include <server/http/message.h>
#include <server/support/sha256.h>
#include <server/support/workers.h>

namespace learnlab::server::api1 {

class Spool
{
public:
    static constexpr std::size_t mostInMemory = 1 << 20;

    // `folder`: where a large one lies meanwhile.
    Spool(support::Workers &disk, std::string folder);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    void add(std::string_view bytes);
    // Call it after each piece of the body: writes what has gathered when that is much. 503 store_full.
    [[nodiscard]] support::Task<support::Result<void>> settle();
    // At the end: all that is in a file is written.
    [[nodiscard]] support::Task<support::Result<void>> finish();

    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] std::string sha256() const { return m_digest.hex(); }
    [[nodiscard]] bool inMemory() const { return !m_file; }
    [[nodiscard]] std::string takeBytes() { return std::move(m_gathered); }
    [[nodiscard]] const std::string &path() const { return m_path; } // of the file, while this lives

private:
    [[nodiscard]] support::Task<support::Result<void>> write();
    support::Workers &m_disk;
    std::string m_folder;
    support::Sha256 m_digest;
    std::string m_gathered;
    std::int64_t m_size = 0;
    std::string m_path;
    http::FileHandle m_file;
};

// What a server that was killed left in the folder, a day ago or earlier.
void removeOldSpools(const std::string &folder);

} // namespace learnlab::server::api1
