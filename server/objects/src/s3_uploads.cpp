#include "s3_uploads.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t mostRemembered = 20000;

Problem missing(std::string detail = "The bytes are not here.")
{
    return problem(409, "object_missing", std::move(detail));
}

// The parts that make the object, or the number of the first that is not there.
tl::expected<std::vector<ReceivedPart>, int> partsOfWhole(const Completion &wanted,
                                                          const std::vector<ReceivedPart> &there)
{
    std::vector<ReceivedPart> whole;
    std::int64_t left = wanted.size;
    for (const auto &received : there) {
        if (left <= 0)
            break; // what is behind the end was never asked for
        const int number = static_cast<int>(whole.size()) + 1;
        if (received.part.number != number || received.part.size != std::min(left, wanted.partSize))
            return tl::unexpected(number);
        if (whole.size() < wanted.partEtags.size() &&
            !S3Uploads::isSameTag(wanted.partEtags[whole.size()], received.etag))
            return tl::unexpected(number);
        left -= received.part.size;
        whole.push_back(received);
    }
    if (left > 0)
        return tl::unexpected(static_cast<int>(whole.size()) + 1);
    return whole;
}

} // namespace

bool S3Uploads::isSameTag(std::string_view told, std::string_view there)
{
    const auto bare = [](std::string_view tag) {
        if (tag.starts_with('"'))
            tag.remove_prefix(1);
        if (tag.ends_with('"'))
            tag.remove_suffix(1);
        return tag;
    };
    return told.empty() || bare(told) == bare(there);
}

void S3Uploads::remember(const std::string &key, const std::string &id)
{
    if (m_ids.insert_or_assign(key, id).second)
        m_order.push_back(key);
    while (m_order.size() > mostRemembered) {
        m_ids.erase(m_order.front());
        m_order.pop_front();
    }
}

Task<Result<std::vector<OpenUpload>>> S3Uploads::openUploads(std::string key)
{
    S3Call call;
    call.query = {{"uploads", ""}, {"prefix", key}};
    auto answer = co_await m_client.require(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    auto uploads = readOpenUploads(answer->reply.body);
    if (!uploads)
        co_return fail(storeBabbles("uploads"));
    std::erase_if(*uploads, [&key](const OpenUpload &upload) { return upload.key != key; });
    co_return std::move(*uploads);
}

// Of several (two servers began it together) all servers take the same.
Task<Result<std::optional<std::string>>> S3Uploads::find(std::string key)
{
    if (const auto known = m_ids.find(key); known != m_ids.end())
        co_return std::optional<std::string>(known->second);
    auto uploads = co_await openUploads(key);
    if (!uploads)
        co_return fail(std::move(uploads.error()));
    if (uploads->empty())
        co_return std::optional<std::string>();
    const auto first = std::ranges::min_element(*uploads, [](const OpenUpload &a, const OpenUpload &b) {
        return std::tie(a.initiated, a.id) < std::tie(b.initiated, b.id);
    });
    remember(key, first->id);
    co_return std::optional<std::string>(first->id);
}

Task<Result<std::string>> beginMultipart(S3Client &client, std::string key)
{
    S3Call call;
    call.method = "POST";
    call.key = std::move(key);
    call.query = {{"uploads", ""}};
    call.headers = {{"content-type", "application/octet-stream"}};
    auto answer = co_await client.require(std::move(call));
    if (!answer)
        co_return fail(std::move(answer.error()));
    auto id = readUploadId(answer->reply.body);
    if (!id)
        co_return fail(storeBabbles("upload"));
    co_return std::move(*id);
}

Task<Result<std::string>> S3Uploads::create(std::string key)
{
    auto id = co_await beginMultipart(m_client, key);
    if (!id)
        co_return fail(std::move(id.error()));
    if (const auto known = m_ids.find(key); known != m_ids.end()) {
        // Another request of this program was quicker.
        const auto first = known->second;
        [[maybe_unused]] const auto gone = co_await abortOne(key, *id);
        co_return first;
    }
    remember(key, *id);
    co_return std::move(*id);
}

Task<Result<void>> S3Uploads::begin(std::string key, bool repeated)
{
    Result<std::string> id;
    if (repeated)
        id = co_await idOf(key);
    else
        id = co_await create(key);
    if (!id)
        co_return fail(std::move(id.error()));
    co_return Result<void>();
}

Task<Result<std::string>> S3Uploads::idOf(std::string key)
{
    auto known = co_await find(key);
    if (!known)
        co_return fail(std::move(known.error()));
    if (*known)
        co_return std::move(**known);
    co_return co_await create(key);
}

Task<Result<std::optional<S3Uploads::Parts>>> S3Uploads::listParts(std::string key, std::string id)
{
    Parts all;
    for (int after = 0;;) {
        S3Call call;
        call.key = key;
        call.query = {{"uploadId", id}, {"part-number-marker", std::to_string(after)}, {"max-parts", "1000"}};
        auto answer = co_await m_client.send(call);
        if (!answer)
            co_return fail(std::move(answer.error()));
        if (answer->missing()) {
            forget(key);
            co_return std::optional<Parts>();
        }
        if (!answer->good())
            co_return fail(storeRefuses(*answer));
        auto page = readParts(answer->reply.body);
        if (!page || (page->more && page->last <= after))
            co_return fail(storeBabbles("parts"));
        std::ranges::move(page->parts, std::back_inserter(all));
        if (!page->more)
            break;
        after = page->last;
    }
    std::ranges::sort(all, {}, [](const ReceivedPart &received) { return received.part.number; });
    co_return std::optional<Parts>(std::move(all));
}

Task<Result<std::optional<S3Uploads::Parts>>> S3Uploads::parts(std::string key)
{
    auto id = co_await find(key);
    if (!id)
        co_return fail(std::move(id.error()));
    if (!*id)
        co_return std::optional<Parts>();
    co_return co_await listParts(key, **id);
}

Task<Result<std::optional<StoredObject>>> S3Uploads::look(std::string key)
{
    S3Call call;
    call.method = "HEAD";
    call.key = key;
    auto answer = co_await m_client.send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    if (answer->missing())
        co_return std::optional<StoredObject>();
    if (!answer->good())
        co_return fail(storeRefuses(*answer));
    StoredObject object;
    object.key = key;
    object.etag = answer->reply.header("etag");
    const auto length = answer->reply.header("content-length");
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), object.size);
    if (error != std::errc() || end != length.data() + length.size() || object.size < 0)
        co_return fail(storeBabbles("length"));
    co_return std::optional<StoredObject>(std::move(object));
}

Task<Result<Completed>> S3Uploads::found(Completion wanted)
{
    auto object = co_await look(wanted.key.text());
    if (!object)
        co_return fail(std::move(object.error()));
    if (!*object)
        co_return fail(missing());
    if ((*object)->size != wanted.size || !isSameTag(wanted.etag, (*object)->etag))
        co_return fail(problem(422, "digest_mismatch", "The bytes that are here are not those that were stated."));
    co_return Completed{(*object)->etag, wanted.partSize == 0};
}

Task<Result<Completed>> S3Uploads::join(Completion wanted, std::string id, Parts parts)
{
    S3Call call;
    call.method = "POST";
    call.key = wanted.key.text();
    call.query = {{"uploadId", id}};
    call.body = writeCompletion(parts);
    call.slow = true;
    auto answer = co_await m_client.send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    // An earlier attempt came through and its answer was lost: the key tells.
    if (answer->missing()) {
        forget(call.key);
        co_return co_await found(wanted);
    }
    if (answer->code == "InvalidPart" || answer->code == "InvalidPartOrder")
        co_return fail(missing("A part was changed meanwhile."));
    if (!answer->good())
        co_return fail(storeRefuses(*answer));
    auto tag = readCompletedTag(answer->reply.body);
    if (!tag) {
        S3Answer refused = std::move(*answer);
        refused.code = readErrorCode(refused.reply.body);
        co_return fail(refused.code.empty() ? storeBabbles("completion") : storeRefuses(refused));
    }
    forget(call.key);
    if (tag->empty()) // some say it only when asked
        co_return co_await found(wanted);
    co_return Completed{std::move(*tag), false};
}

Task<Result<Completed>> S3Uploads::complete(Completion wanted)
{
    const auto key = wanted.key.text();
    auto id = co_await find(key);
    if (!id)
        co_return fail(std::move(id.error()));
    if (!*id)
        co_return co_await found(wanted);
    auto there = co_await listParts(key, **id);
    if (!there)
        co_return fail(std::move(there.error()));
    if (!*there)
        co_return co_await found(wanted);
    auto whole = partsOfWhole(wanted, **there);
    if (!whole)
        co_return fail(missing("Part " + std::to_string(whole.error()) + " is not here."));
    co_return co_await join(wanted, **id, std::move(*whole));
}

Task<Result<void>> S3Uploads::abortOne(std::string key, std::string id)
{
    S3Call call;
    call.method = "DELETE";
    call.key = key;
    call.query = {{"uploadId", id}};
    auto answer = co_await m_client.send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    if (!answer->good() && !answer->missing())
        co_return fail(storeRefuses(*answer));
    co_return Result<void>();
}

Task<Result<void>> S3Uploads::abort(std::string key)
{
    forget(key);
    auto uploads = co_await openUploads(key);
    if (!uploads)
        co_return fail(std::move(uploads.error()));
    for (const auto &upload : *uploads) {
        auto gone = co_await abortOne(key, upload.id);
        if (!gone)
            co_return fail(std::move(gone.error()));
    }
    co_return Result<void>();
}

} // namespace learnlab::server::objects
