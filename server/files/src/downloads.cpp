// POST /downloads: addresses for contents.

#include "upload.h"

#include <unordered_map>

namespace learnlab::server::files {

namespace {

boost::json::object notReady(const Uuid &id, const Problem &why)
{
    return {{"file_id", id.text()}, {"status", "failed"}, {"problem", http::problemJson(why)}};
}

boost::json::object ready(const Room &room, const store::Row &row)
{
    const auto id = row.uuid("id");
    const auto key = objects::ObjectKey::parse(row.view("s3_key"));
    // An adopted file lies where it was, under another system's key; its digest is known once somebody has read it.
    if ((!key && !room.config.storeIsS3) || row.isNull("content_sha256"))
        return notReady(id, problem(409, "object_missing", "The content of this file is not in this store."));
    objects::Download download{key.value_or(objects::ObjectKey()), row.text("filename"),
                               room.objects.etag(row.text("etag"), row.view("content_sha256"))};
    if (!key)
        download.foreignKey = row.text("s3_key");
    return {{"file_id", id.text()},
            {"status", "ready"},
            {"url", room.objects.getAddress(download, addressLifetime)},
            {"file_size", row.integer("file_size")},
            {"sha256", row.view("content_sha256")},
            {"etag", download.etag},
            {"expires_in", addressLifetime.count()}};
}

} // namespace

Task<Result<Response>> postDownloads(Room &room, Request &request, Principal who)
{
    auto body = http::jsonBody(request);
    if (!body)
        co_return fail(std::move(body.error()));
    const auto items = http::Members(*body).requireArray("files", static_cast<std::size_t>(room.config.maxBatch));
    if (!items)
        co_return fail(items.error());
    std::vector<Uuid> ids;
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        const auto *text = (**items)[i].if_string();
        const auto id = text ? Uuid::parse(*text) : std::nullopt;
        if (!id)
            co_return fail(support::malformed("An id is a UUID.", "files[" + std::to_string(i) + "]"));
        ids.push_back(*id);
    }
    auto rows = co_await room.pool.query("SELECT files.id, filename, s3_key, file_size, content_sha256, "
                                         "coalesce(objects.etag, '') AS etag FROM files "
                                         "LEFT JOIN objects ON objects.key = files.s3_key "
                                         "WHERE files.user_id = $1 AND files.id = ANY($2::uuid[])",
                                         who.userId, store::arrayLiteral(ids));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::unordered_map<Uuid, std::size_t> byId;
    for (std::size_t i = 0; i < rows->size(); ++i)
        byId.emplace((*rows)[i].uuid("id"), i);
    boost::json::array results;
    for (const auto &id : ids) {
        const auto there = byId.find(id);
        results.emplace_back(there == byId.end() ? notReady(id, support::notFound())
                                                 : ready(room, (*rows)[there->second]));
    }
    co_return http::json(200, boost::json::object{{"results", std::move(results)}});
}

} // namespace learnlab::server::files
