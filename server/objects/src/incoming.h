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
    [[nodiscard]] std::filesystem::path path() const; // where finish() puts it

private:
    IncomingBody(const Layout &layout, const ObjectKey &key, Part part);
    [[nodiscard]] Result<void> open();
    const Layout m_layout;
    const ObjectKey m_key;
    Part m_part;
    bool m_single = false; // an upload of one body, without a folder
    std::filesystem::path m_temporary;
    http::FileHandle m_file;
    support::Sha256 m_digest;
    std::int64_t m_written = 0;
    bool m_finished = false;
};

// A body that came in one piece, for what is left to do once its bytes are here: the same, with less of the disk's
// time. Answers where it lies.
[[nodiscard]] Result<std::filesystem::path> storeWhole(const Layout &layout, const ObjectKey &key, const Part &part,
                                                       std::string_view bytes);
// The parts that are there as files of their own, by number, with their sizes.
[[nodiscard]] std::vector<Part> listLooseParts(const Layout &layout, const ObjectKey &key);
// Whether the upload is an object, or was given up: it takes no bytes.
[[nodiscard]] bool hasEnded(const Layout &layout, const ObjectKey &key);
// Gives it up: what is there of it goes, and what comes late is refused.
void endUpload(const Layout &layout, const ObjectKey &key);
// What nobody will ask for again: see ObjectStore::tidy().
void tidyIncoming(const Layout &layout);
// Where this part is, if it is there as a file of its own.
[[nodiscard]] std::filesystem::path partPath(const Layout &layout, const ObjectKey &key, const Part &part);
// The parts that are there, joined or loose.
[[nodiscard]] std::vector<Part> listParts(const Layout &layout, const ObjectKey &key);

} // namespace learnlab::server::objects
