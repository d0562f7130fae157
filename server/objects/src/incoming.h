#pragma once
// What arrives: bodies into private temporary files, digest checked as they come, then parts by name.

#include "disk.h"
#include "layout.h"
#include <server/support/sha256.h>

namespace learnlab::server::objects {

// One body on its way to the disk. Blocking calls, one at a time, from any thread. An unfinished one leaves nothing.
class IncomingBody
{
public:
    [[nodiscard]] static Result<std::unique_ptr<IncomingBody>> create(const Layout &layout, const ObjectKey &key,
                                                                      Part part);
    ~IncomingBody();
    IncomingBody(const IncomingBody &) = delete;
    IncomingBody &operator=(const IncomingBody &) = delete;

    [[nodiscard]] Result<void> add(std::string_view bytes);
    // 400 digest_mismatch unless the bytes are exactly those that were stated; then the part is there.
    [[nodiscard]] Result<void> finish();

private:
    IncomingBody(std::filesystem::path folder, Part part);
    std::filesystem::path m_folder;
    Part m_part;
    std::filesystem::path m_temporary;
    http::FileHandle m_file;
    support::Sha256 m_digest;
    std::int64_t m_written = 0;
    bool m_finished = false;
};

// The parts that are there as files of their own, by number, with their sizes.
[[nodiscard]] std::vector<Part> listLooseParts(const Layout &layout, const ObjectKey &key);
// The parts that are there, joined or loose.
[[nodiscard]] std::vector<Part> listParts(const Layout &layout, const ObjectKey &key);

} // namespace learnlab::server::objects
