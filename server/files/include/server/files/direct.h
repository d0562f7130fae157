#pragma once
// What another dialect of the API needs of files: the same rules, without the steps that API 2 lets its clients take.
// Loop thread only.

#include <server/objects/object_store.h>

#include <boost/json/object.hpp>

#include <functional>
#include <memory>

namespace learnlab::server::files {

struct Room;

// A content that this server brought to the store itself, to become a file in the root of a user.
struct BroughtFile
{
    support::Uuid user;
    objects::ObjectKey key; // the object is there, durable
    std::string filename;   // lawful; numbered when it is taken
    std::int64_t size = 0;
    std::string sha256; // as the server read it
    std::string etag;   // as the store told it
    std::optional<std::string> mimeType;
};

class Direct
{
public:
    explicit Direct(Room &room); // outlives this
    ~Direct();
    Direct(const Direct &) = delete;
    Direct &operator=(const Direct &) = delete;

    // The row of the file, as the feed tells it. Those of one user that come meanwhile share a transaction. 507
    // quota_exceeded, with which the object is nobody's.
    [[nodiscard]] support::Task<support::Result<boost::json::object>> add(BroughtFile file);
    // Into the trash. 404 for what is not there, or in the trash.
    [[nodiscard]] support::Task<support::Result<void>> trash(support::Uuid user, support::Uuid file);
    // Called whenever the user's feed moved, or a session ended, while the answer lives.
    [[nodiscard]] std::shared_ptr<void> watch(support::Uuid user, std::function<void()> moved);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::files
