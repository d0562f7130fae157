// One upload: what has arrived, addresses for parts, giving up.

#include "upload.h"

#include <server/store/transaction.h>
#include <server/support/bytes.h>

namespace learnlab::server::files {

namespace {

boost::json::value digestOrNull(const std::string &digest)
{
    return digest.empty() ? boost::json::value() : boost::json::value(digest);
}

boost::json::object statusJson(const Upload &upload, const objects::Arrived &arrived)
{
    boost::json::array parts;
    std::int64_t bytes = 0;
    for (const auto &received : arrived.parts) {
        if (received.part.size != domain::sizeOfPart(received.part.number, upload.size, upload.partSize) &&
            upload.method == domain::UploadMethod::Multipart)
            continue;
        bytes += received.part.size;
        parts.emplace_back(boost::json::object{{"number", received.part.number},
                                               {"size", received.part.size},
                                               {"sha256", digestOrNull(received.part.sha256)},
                                               {"etag", received.etag}});
    }
    const bool whole = upload.method == domain::UploadMethod::Present || upload.state == domain::UploadState::Done ||
                       arrived.complete || (!parts.empty() && bytes == upload.size);
    return {
        {"upload_id", upload.id.text()}, {"state", domain::text(upload.state)}, {"method", domain::text(upload.method)},
        {"part_size", upload.partSize},  {"parts", std::move(parts)},           {"received", whole}};
}

Task<Result<std::optional<bool>>> abandonInTransaction(Room &room, Uuid user, const Upload &upload)
{
    co_return co_await store::transact(room.pool, [&](store::Connection &db) { return abandon(db, user, upload); });
}

Result<objects::Part> parsePart(const boost::json::value &value, const std::string &prefix, const Upload &upload)
{
    const auto *object = value.if_object();
    if (!object)
        return fail(support::malformed("Each part is an object.", prefix.substr(0, prefix.size() - 1)));
    const http::Members item(*object, prefix);
    const auto number = item.requireInteger("number");
    if (!number)
        return fail(number.error());
    const auto size = item.requireInteger("size");
    if (!size)
        return fail(size.error());
    const auto digest = item.requireText("sha256");
    if (!digest)
        return fail(digest.error());
    if (!support::isLowerHexDigest(*digest))
        return fail(item.wrong("sha256", "A digest is 64 lower-case hex digits."));
    const auto expected = domain::sizeOfPart(*number, upload.size, upload.partSize);
    if (expected == 0)
        return fail(item.wrong("number", "The file has no such part."));
    if (expected != *size)
        return fail(item.wrong("size", "This part has " + std::to_string(expected) + " bytes."));
    return objects::Part{static_cast<int>(*number), *size, *digest};
}

} // namespace

Task<Result<std::optional<bool>>> abandon(store::Connection &db, Uuid user, const Upload &upload)
{
    auto locked = co_await lockFeed(db, user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto changed =
        co_await db.query("UPDATE uploads SET state = 'abandoned', lease = NULL, lease_until = NULL, "
                          "updated_at = CURRENT_TIMESTAMP WHERE user_id = $1 AND id = $2 AND (state = 'open' "
                          "OR (state = 'completing' AND lease_until < clock_timestamp())) RETURNING 1",
                          user, upload.id);
    if (!changed)
        co_return fail(std::move(changed.error()));
    if (changed->empty())
        co_return std::nullopt;
    // A content that was committed may serve another upload as `present`: it goes by the queue or not at all.
    auto committed =
        co_await db.query("INSERT INTO object_deletions (key) SELECT key FROM objects WHERE key = $1 "
                          "AND NOT EXISTS (SELECT 1 FROM files WHERE s3_key = $1) "
                          "AND NOT EXISTS (SELECT 1 FROM uploads WHERE object_key = $1 AND method = 'present' "
                          "AND state IN ('open', 'completing')) ON CONFLICT (key) DO NOTHING",
                          upload.keyText);
    if (!committed)
        co_return fail(std::move(committed.error()));
    auto known = co_await db.query("SELECT 1 FROM objects WHERE key = $1", upload.keyText);
    if (!known)
        co_return fail(std::move(known.error()));
    co_return std::optional<bool>(known->empty());
}

Task<Result<Response>> getUpload(Room &room, Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    auto upload = co_await loadUpload(room.pool, who.userId, *id);
    if (!upload)
        co_return fail(std::move(upload.error()));
    objects::Arrived arrived;
    const auto key = upload->key();
    if (key && upload->method != domain::UploadMethod::Present && upload->state != domain::UploadState::Done) {
        auto found = co_await room.objects.arrived(*key, upload->method == domain::UploadMethod::Multipart);
        if (!found)
            co_return fail(std::move(found.error()));
        arrived = std::move(*found);
    }
    auto body = statusJson(*upload, arrived);
    if (upload->resultFile) {
        auto lease = co_await room.pool.acquire();
        if (!lease)
            co_return fail(std::move(lease.error()));
        const std::vector<Uuid> ids(1, *upload->resultFile);
        auto files = co_await loadFiles(**lease, who.userId, ids);
        if (!files)
            co_return fail(std::move(files.error()));
        if (!files->empty())
            body["file"] = fileJson(files->front());
    }
    co_return http::json(200, body);
}

Task<Result<void>> abandonUpload(Room &room, Uuid user, Upload upload)
{
    auto unused = co_await abandonInTransaction(room, user, upload);
    if (!unused)
        co_return fail(std::move(unused.error()));
    if (!*unused)
        co_return fail(problem(409, "upload_state", "This upload is complete or being completed."));
    room.hub.wake(user); // what was reserved is free again
    const auto key = upload.key();
    if (**unused && key && upload.method != domain::UploadMethod::Present)
        co_return co_await room.objects.remove(*key);
    co_return Result<void>();
}

Task<Result<Response>> deleteUpload(Room &room, Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    auto upload = co_await loadUpload(room.pool, who.userId, *id);
    if (!upload)
        co_return fail(std::move(upload.error()));
    if (upload->state == domain::UploadState::Abandoned)
        co_return http::noContent();
    auto given = co_await abandonUpload(room, who.userId, *upload);
    if (!given)
        co_return fail(std::move(given.error()));
    co_return http::noContent();
}

Task<Result<Response>> postParts(Room &room, Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    auto body = http::jsonBody(request);
    if (!body)
        co_return fail(std::move(body.error()));
    const auto items = http::Members(*body).requireArray("parts", static_cast<std::size_t>(room.config.maxPartUrls));
    if (!items)
        co_return fail(items.error());
    auto upload = co_await loadUpload(room.pool, who.userId, *id);
    if (!upload)
        co_return fail(std::move(upload.error()));
    const auto key = upload->key();
    if (upload->state != domain::UploadState::Open || upload->method != domain::UploadMethod::Multipart || !key)
        co_return fail(problem(409, "upload_state", "This upload takes no parts."));
    auto heard =
        co_await room.pool.query("UPDATE uploads SET updated_at = CURRENT_TIMESTAMP WHERE user_id = $1 AND id = $2 "
                                 "AND state = 'open'",
                                 who.userId, *id);
    if (!heard)
        co_return fail(std::move(heard.error()));
    std::vector<objects::Part> wanted;
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        auto part = parsePart((**items)[i], "parts[" + std::to_string(i) + "].", *upload);
        if (!part)
            co_return fail(std::move(part.error()));
        wanted.push_back(std::move(*part));
    }
    auto addresses = co_await room.objects.partAddresses(*key, wanted, addressLifetime);
    if (!addresses)
        co_return fail(std::move(addresses.error()));
    boost::json::array parts;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        boost::json::object headers;
        for (const auto &[name, value] : (*addresses)[i].headers)
            headers[name] = value;
        parts.emplace_back(boost::json::object{
            {"number", wanted[i].number}, {"url", (*addresses)[i].url}, {"headers", std::move(headers)}});
    }
    co_return http::json(200,
                         boost::json::object{{"parts", std::move(parts)}, {"expires_in", addressLifetime.count()}});
}

} // namespace learnlab::server::files
