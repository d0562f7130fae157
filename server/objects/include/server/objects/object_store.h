#pragma once
// Where contents live, behind one interface: a directory of this machine, or S3. Bytes go between the client and the
// store by addresses that the server signs; completion is the point from which they are durable. Loop thread only;
// owner: the composition root. Failures: 503 unavailable when the store is lost, 503 store_full when it is full, 409
// object_missing, 422 digest_mismatch.

#include <server/http/message.h>
#include <server/objects/object_key.h>
#include <server/support/time.h>

#include <chrono>
#include <span>

namespace learnlab::server::objects {

using support::Problem;
using support::Result;
using support::Task;

struct Part
{
    int number = 1; // from 1
    std::int64_t size = 0;
    std::string sha256; // lower-case hex; empty where a store does not tell it
};

// An upload that gets its place in the store.
struct Beginning
{
    ObjectKey key;
    bool multipart = false;
    bool repeated = false; // was begun before, or may have been
};

struct ReceivedPart
{
    Part part;
    std::string etag;
};

struct Arrived
{
    std::vector<ReceivedPart> parts; // by number
    bool complete = false;           // the object is there already, whatever the table says
};

// An address and the headers that must be sent with it. Both are secrets: never stored, never logged.
struct Address
{
    std::string url;
    http::Pairs headers;
};

struct Completion
{
    ObjectKey key;
    std::int64_t size = 0;
    std::string sha256;        // of the whole, as the client states it
    std::int64_t partSize = 0; // 0: sent as one
    // What the store answered to the client's PUTs, if the client says: of the one body, or of the parts from the
    // first. Another tag is another body.
    std::string etag;
    std::vector<std::string> partEtags;
};

struct Completed
{
    std::string etag;      // of the object, quotes included
    bool verified = false; // the digest of the whole is proved: the store enforced it, or the bytes were read
};

struct Download
{
    ObjectKey key;
    std::string filename;        // what a browser is told
    std::string etag;            // the content that the address is good for
    std::string foreignKey = {}; // of an object that another system made, in place of `key`: S3 alone
};

// An object as a listing tells it.
struct StoredObject
{
    std::string key;
    std::int64_t size = 0;
    support::Time modified;
    std::string etag; // empty where telling it would mean reading
};

struct Listing
{
    std::vector<StoredObject> objects; // in the order of their keys, byte by byte
    bool more = false;
};

// Objects by their keys, for backup, maintenance and whoever reads contents. Keys as texts: two segments or more of
// letters, digits, `-`, `_` and `.`, none beginning with a dot; any other is refused with 400 bad_key. What is on its
// way (parts, temporary files) is not an object and never seen here.
class ObjectPile
{
public:
    virtual ~ObjectPile() = default;

    // Keys that begin with `prefix` and come after `after`, at most `most` (1 to 1000): the next page is asked for with
    // the last key of this one. What is written or removed meanwhile may be missing or not; nothing else is.
    [[nodiscard]] virtual Task<Result<Listing>> list(std::string prefix, std::string after, std::size_t most) = 0;
    // The bytes from `offset` on, `length` (at most largestBlock) of them, fewer at the object's end only, none behind
    // it. An object is never seen half written.
    [[nodiscard]] virtual Task<Result<std::string>> read(std::string key, std::int64_t offset, std::size_t length) = 0;
    // The content of a local file, or bytes, under this key, in place of what is there: wholly or not at all, durable
    // on return. The file must not change meanwhile. Bytes that are lost or bent on the way are noticed.
    [[nodiscard]] virtual Task<Result<StoredObject>> writeFile(std::string key, std::string path) = 0;
    [[nodiscard]] virtual Task<Result<StoredObject>> writeBytes(std::string key, std::string bytes) = 0;
    // Any number of keys. A result for each, in order; what is not there counts as removed.
    [[nodiscard]] virtual Task<Result<std::vector<Result<void>>>> removeMany(std::vector<std::string> keys) = 0;

    static constexpr std::size_t largestBlock = 16 << 20;
};

// A piece of an object that another system made.
struct ForeignBlock
{
    std::string bytes;
    std::string etag; // of the object, quotes included
};

class ObjectStore : public ObjectPile
{
public:
    // As read(), for an object that another system made, by a key of any shape. Only a service can hold such.
    [[nodiscard]] virtual Task<Result<ForeignBlock>> readForeign(std::string /*key*/, std::int64_t /*offset*/,
                                                                 std::size_t /*length*/)
    {
        co_return support::fail(support::problem(409, "object_missing", "The bytes are not here."));
    }
    // Makes room for uploads; a repeat is harmless. Bytes are refused before and after an upload's life.
    [[nodiscard]] virtual Task<Result<void>> begin(std::vector<Beginning> uploads) = 0;
    // For an upload that comes as one body.
    [[nodiscard]] virtual Address putAddress(const ObjectKey &key, const Part &part,
                                             std::chrono::seconds lifetime) const = 0;
    // For parts of one that comes in many, in the order asked for.
    [[nodiscard]] virtual Task<Result<std::vector<Address>>> partAddresses(ObjectKey key, std::vector<Part> parts,
                                                                           std::chrono::seconds lifetime) = 0;
    [[nodiscard]] virtual Task<Result<Arrived>> arrived(ObjectKey key, bool multipart) = 0;
    // Results in order. Success: the object is there under its key, durable, of this size, and of this digest as far as
    // `verified` says; a repeat after a crash succeeds too.
    [[nodiscard]] virtual Task<Result<std::vector<Result<Completed>>>> complete(std::vector<Completion> batch) = 0;
    // Everything that arrived goes, the object included: the caller knows that no row refers to it.
    [[nodiscard]] virtual Task<Result<void>> remove(ObjectKey key) = 0;
    // The tag that readers will meet. `stored`: what complete() answered, empty for what was completed before tags were
    // kept.
    [[nodiscard]] virtual std::string etag(std::string_view stored, std::string_view sha256) const = 0;
    [[nodiscard]] virtual std::string getAddress(const Download &download, std::chrono::seconds lifetime) const = 0;

    // Whether the store can be worked with: it is there and may be listed, written, read and emptied, its clock agrees,
    // and it refuses a wrong body at a signed address. The detail of a failure is a sentence for an administrator.
    [[nodiscard]] virtual Task<Result<void>> probe() = 0;

    // Removes what crashes and late clients left on its way, older than any upload that is still open. Now and then.
    [[nodiscard]] virtual Task<Result<void>> tidy() { co_return Result<void>(); }
};

} // namespace learnlab::server::objects
