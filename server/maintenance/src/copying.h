#pragma once
// An object from one store to another, or just read, with its size and digest checked before anything is written.

#include <server/objects/object_store.h>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

struct ObjectPlace
{
    objects::ObjectPile &store;
    std::string key;
};

struct Content
{
    std::int64_t size = 0;
    std::string sha256; // empty: not known
};

// 409 object_missing, 422 digest_mismatch when the source is not what `wanted` says: nothing was written. Large ones
// pass through a file in `spool`. Answers the digest and what the other store says of it.
struct CopiedObject
{
    std::string sha256;
    objects::StoredObject stored;
};
[[nodiscard]] Task<Result<CopiedObject>> copyObject(ObjectPlace from, ObjectPlace to, Content wanted,
                                                    std::string spool);
// The digest of what is there; failures as above.
[[nodiscard]] Task<Result<std::string>> checkObject(ObjectPlace place, Content wanted);
// An object as a local file that must not be there yet.
[[nodiscard]] Task<Result<void>> fetchObject(ObjectPlace from, Content wanted, std::string path);

// Whether a failure is about this object alone, so that the others can go on.
[[nodiscard]] bool isOfObject(const Problem &problem);

// A local file's size and digest.
[[nodiscard]] Result<Content> contentOfFile(const std::string &path);

} // namespace learnlab::server::maintenance
