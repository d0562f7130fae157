#pragma once
// The parts of an upload become one file while the others are still on their way, so that little is left to do at
// completion: each part is appended when its turn comes, and the digest of the whole grows with it.
//
//   incoming/<user>/<upload>/joined       the parts so far, in order
//   incoming/<user>/<upload>/joined.log   a line for each: number, size, digest
//
// Several servers may share the folder, and parts of one upload come to any of them: who appends holds a lock of the
// file, and first takes note of what the others appended.
//
// Nothing is synced on the way. A crash of this program loses nothing; after a power cut the digest of the whole tells,
// and the log tells from which part on it is to be sent again.

#include "disk.h"
#include "layout.h"
#include <server/support/sha256.h>

#include <map>
#include <memory>
#include <mutex>

namespace learnlab::server::objects {

class Join
{
public:
    Join(const Layout &layout, const ObjectKey &key) : m_layout(layout), m_key(key) {}

    // Appends what is next in order; at once when another thread is at it. Failures are met again by finish().
    void advance();
    // The whole, verified, as a file at path(), locked while it is open. 409 object_missing names the first part that
    // is not here.
    [[nodiscard]] Result<http::FileHandle> finish(const Completion &wanted);
    [[nodiscard]] std::filesystem::path path() const { return m_layout.joined(m_key); }

private:
    enum class Patience { None, Some };
    [[nodiscard]] Result<http::FileHandle> hold(Patience patience) const;
    [[nodiscard]] Result<void> catchUp();
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> appendNext();
    [[nodiscard]] Result<void> append(const Part &part);
    [[nodiscard]] Result<void> rewind(std::size_t parts);
    [[nodiscard]] Result<void> forgetReplaced();
    [[nodiscard]] Result<void> findTorn();

    const Layout m_layout;
    const ObjectKey m_key;
    std::mutex m_mutex;
    bool m_loaded = false;
    std::vector<Part> m_parts; // joined so far
    std::int64_t m_size = 0;
    support::Sha256 m_digest;
};

// The joins of uploads that are under way. Any thread.
class Joins
{
public:
    explicit Joins(Layout layout) : m_layout(std::move(layout)) {}
    [[nodiscard]] std::shared_ptr<Join> of(const ObjectKey &key);
    [[nodiscard]] std::shared_ptr<Join> existing(const ObjectKey &key); // null when nothing was joined by this process
    void forget(const ObjectKey &key);

private:
    const Layout m_layout;
    std::mutex m_mutex;
    std::map<ObjectKey, std::shared_ptr<Join>> m_joins;
};

// What the log tells; lines that a crash cut short are left out.
[[nodiscard]] std::vector<Part> readJoinedLog(const Layout &layout, const ObjectKey &key);

} // namespace learnlab::server::objects
