#pragma once
// Where contents live, behind one interface: a directory of this machine, later S3. Bytes go between the client and the
// store by addresses that the server signs; completion is the point from which they are durable. Loop thread only;
// owner: the composition root. Failures: 503 unavailable when the store is lost or full, 409 object_missing, 422
// digest_mismatch.

#include <server/http/message.h>
#include <server/objects/object_key.h>

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
    std::string sha256; // lower-case hex
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
};

struct Download
{
    ObjectKey key;
    std::string filename; // what a browser is told
    std::string etag;     // the content that the address is good for
};

class ObjectStore
{
public:
    virtual ~ObjectStore() = default;

    // Makes room for an upload; a repeat is harmless. Bytes are refused before and after its life.
    [[nodiscard]] virtual Task<Result<void>> begin(std::vector<ObjectKey> keys) = 0;
    [[nodiscard]] virtual Address putAddress(const ObjectKey &key, const Part &part,
                                             std::chrono::seconds lifetime) const = 0;
    [[nodiscard]] virtual Task<Result<Arrived>> arrived(ObjectKey key) = 0;
    // Results in order. Success: the object is there under its key, durable, of this size and digest; a repeat after a
    // crash succeeds too.
    [[nodiscard]] virtual Task<Result<std::vector<Result<void>>>> complete(std::vector<Completion> batch) = 0;
    // Everything that arrived goes, the object included: the caller knows that no row refers to it.
    [[nodiscard]] virtual Task<Result<void>> remove(ObjectKey key) = 0;
    [[nodiscard]] virtual std::string etag(std::string_view sha256) const = 0; // of a completed object
    [[nodiscard]] virtual std::string getAddress(const Download &download, std::chrono::seconds lifetime) const = 0;
};

} // namespace learnlab::server::objects
