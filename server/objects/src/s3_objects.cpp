#include "s3_objects.h"

#include "bad_key.h"
#include "digests.h"

#include <algorithm>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t mostKeysOfRemoval = 1000;

} // namespace

Task<Result<Listing>> S3Objects::page(std::string prefix, std::string after, std::size_t most)
{
    S3Call call;
    call.query = {{"list-type", "2"},
                  {"prefix", prefix},
                  {"max-keys", std::to_string(std::clamp<std::size_t>(most, 1, 1000))},
                  {"encoding-type", "url"}};
    if (!after.empty())
        call.query.emplace_back("start-after", after);
    auto answer = co_await m_client.require(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    auto listing = readListing(answer->reply.body);
    if (!listing)
        co_return fail(storeBabbles("listing"));
    co_return std::move(*listing);
}

Task<Result<Listing>> S3Objects::list(std::string prefix, std::string after, std::size_t most)
{
    for (;;) {
        auto listing = co_await page(prefix, after, most);
        if (!listing)
            co_return fail(std::move(listing.error()));
        if (!listing->objects.empty())
            after = listing->objects.back().key;
        std::erase_if(listing->objects, [](const StoredObject &object) { return !isKeyText(object.key); });
        if (!listing->objects.empty() || !listing->more)
            co_return listing;
    }
}

Task<Result<std::string>> S3Objects::read(std::string key, std::int64_t offset, std::size_t length)
{
    if (!isKeyText(key))
        co_return fail(badKey());
    auto block = co_await readForeign(std::move(key), offset, length);
    if (!block)
        co_return fail(std::move(block.error()));
    co_return std::move(block->bytes);
}

Task<Result<ForeignBlock>> S3Objects::readForeign(std::string key, std::int64_t offset, std::size_t length)
{
    const auto last = offset + static_cast<std::int64_t>(std::clamp<std::size_t>(length, 1, ObjectStore::largestBlock));
    S3Call call;
    call.key = key;
    call.headers = {{"range", "bytes=" + std::to_string(offset) + "-" + std::to_string(last - 1)}};
    call.slow = true;
    auto answer = co_await m_client.send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    if (answer->missing())
        co_return fail(problem(409, "object_missing", "The bytes are not here."));
    if (answer->status == 416 || length == 0)
        co_return ForeignBlock();
    if (!answer->good())
        co_return fail(storeRefuses(*answer));
    if (answer->status != 206) // the whole, and there is more of it than was asked for, or it is from the start
        co_return fail(storeBabbles("range"));
    std::string etag(answer->reply.header("etag"));
    co_return ForeignBlock{std::move(answer->reply.body), std::move(etag)};
}

Task<Result<StoredObject>> S3Objects::writeBytes(std::string key, std::string bytes, std::string sha256)
{
    if (!isKeyText(key))
        co_return fail(badKey());
    S3Call call;
    call.method = "PUT";
    call.key = key;
    call.headers = {{"content-type", "application/octet-stream"}};
    call.body = std::move(bytes);
    call.sha256 = std::move(sha256);
    call.slow = true;
    auto answer = co_await m_client.require(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    co_return StoredObject{key, static_cast<std::int64_t>(call.body.size()), m_client.options().now() + m_client.skew(),
                           std::string(answer->reply.header("etag"))};
}

Task<Result<std::vector<NotRemoved>>> S3Objects::removeSome(std::span<const std::string> keys)
{
    S3Call call;
    call.method = "POST";
    call.query = {{"delete", ""}};
    call.body = writeRemoval(keys);
    call.headers = {{"content-md5", md5Base64(call.body)}, {"content-type", "application/xml"}};
    call.slow = true;
    auto answer = co_await m_client.require(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    auto left = readNotRemoved(answer->reply.body);
    if (!left)
        co_return fail(storeBabbles("removal"));
    std::erase_if(*left, [](const NotRemoved &one) { return one.code == "NoSuchKey"; });
    co_return std::move(*left);
}

Task<Result<std::vector<Result<void>>>> S3Objects::removeMany(std::vector<std::string> keys)
{
    std::vector<Result<void>> results(keys.size());
    std::vector<std::string> known;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (isKeyText(keys[i]))
            known.push_back(keys[i]);
        else
            results[i] = fail(badKey());
    }
    for (std::size_t at = 0; at < known.size(); at += mostKeysOfRemoval) {
        const auto some = std::span(known).subspan(at).first(std::min(mostKeysOfRemoval, known.size() - at));
        auto left = co_await removeSome(some);
        if (!left)
            co_return fail(std::move(left.error()));
        for (const auto &one : *left) {
            const auto where = std::ranges::find(keys, one.key);
            if (where != keys.end())
                results[static_cast<std::size_t>(where - keys.begin())] = fail(
                    support::unavailable("The object could not be removed.").withCause("the store says " + one.code));
        }
    }
    co_return results;
}

} // namespace learnlab::server::objects
