#include "inner.h"
#include "spool.h"

#include <server/http/json.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace learnlab::server::api1 {

namespace {

boost::json::value orNull(const store::Row &row, std::string_view column)
{
    return row.isNull(column) ? boost::json::value() : boost::json::value(boost::json::string(row.view(column)));
}

// Where a browser fetches the content, without a token, for an hour. Empty where this store does not have it.
std::string downloadAddress(const Api1::Inner &inner, const store::Row &row)
{
    objects::Download download;
    download.filename = row.text("filename");
    if (const auto key = objects::ObjectKey::parse(row.view("s3_key")))
        download.key = *key;
    else if (inner.context.config.storeIsS3)
        download.foreignKey = row.text("s3_key"); // adopted: it lies where it was
    else
        return {};
    if (download.foreignKey.empty())
        download.etag = inner.context.objects.etag(row.text("etag"), row.view("content_sha256"));
    return inner.context.objects.getAddress(download, downloadLifetime);
}

Answer welcome(const Api1::Inner &inner)
{
    const boost::json::object body{{"message", "Welcome to LearnLab"}, {"version", inner.context.version}};
    co_return http::json(200, body);
}

Answer healthy()
{
    const boost::json::object body{{"status", "healthy"}};
    co_return http::json(200, body);
}

// Enough for clients that look which paths are served; server/openapi.yaml is the description.
Answer describe(const Api1::Inner &inner, const http::Router &router)
{
    boost::json::object paths;
    for (const auto &[method, pattern] : router.routes()) {
        auto &path = paths[pattern];
        if (!path.is_object())
            path = boost::json::object();
        std::string name = method;
        for (char &c : name)
            c = static_cast<char>(c | 0x20);
        path.as_object()[name] = {{"responses", {{"default", {{"description", "See server/openapi.yaml"}}}}}};
    }
    const boost::json::object body{{"openapi", "3.1.0"},
                                   {"info", {{"title", "LearnLab API"}, {"version", inner.context.version}}},
                                   {"paths", std::move(paths)}};
    co_return http::json(200, body);
}

Response listingOf(std::string text)
{
    Response response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

Answer listFiles(Api1::Inner &inner, Request &request, Principal who)
{
    const auto skip = request.queryInteger("skip", 0, 0, std::numeric_limits<std::int32_t>::max());
    const auto limit = request.queryInteger("limit", 10, 1, 100);
    if (!skip || !limit) {
        auto why = skip ? limit.error() : skip.error();
        why.status = 422;
        co_return fail(std::move(why));
    }
    const files::KeptPages::Asked asked{who.userId, std::to_string(*skip) + " " + std::to_string(*limit)};
    if (const auto *known = inner.listings.find(asked, who.feed))
        co_return listingOf(*known);
    static const std::string select =
        "SELECT " + std::string(fileColumns) +
        "WHERE files.user_id = $1 AND is_deleted = false ORDER BY files.created_at DESC, files.id DESC "
        "LIMIT $2 OFFSET $3";
    auto rows = co_await inner.context.pool.query(select, who.userId, *limit, *skip);
    if (!rows)
        co_return fail(std::move(rows.error()));
    boost::json::array all;
    all.reserve(rows->size());
    for (std::size_t i = 0; i < rows->size(); ++i)
        all.emplace_back(fileJson(inner, (*rows)[i]));
    std::string text = boost::json::serialize(all);
    inner.listings.keep(asked, std::move(who.feed), text);
    co_return listingOf(std::move(text));
}

Answer getFile(Api1::Inner &inner, Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    auto row = co_await findFile(inner, who.userId, *id);
    if (!row)
        co_return fail(std::move(row.error()));
    co_return http::json(200, fileJson(inner, row->front()));
}

Answer deleteFile(Api1::Inner &inner, Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    auto row = co_await findFile(inner, who.userId, *id);
    if (!row)
        co_return fail(std::move(row.error()));
    auto gone = co_await inner.context.files.trash(who.userId, *id);
    if (!gone)
        co_return fail(std::move(gone.error()));
    auto body = fileJson(inner, row->front());
    body["message"] = "File deleted successfully";
    co_return http::json(200, body);
}

} // namespace

boost::json::object fileJson(const Api1::Inner &inner, const store::Row &row)
{
    return {{"id", row.view("id")},
            {"filename", row.view("filename")},
            {"file_size", row.integer("file_size")},
            {"mime_type", orNull(row, "mime_type")},
            {"created_at", row.wireTime("created_at")},
            {"updated_at", row.wireTime("updated_at")},
            {"download_url", downloadAddress(inner, row)}};
}

boost::json::object freshFileJson(const Api1::Inner &inner, const boost::json::object &row,
                                  const objects::ObjectKey &key, const std::string &etag, const std::string &sha256)
{
    boost::json::object file;
    for (const char *name : {"id", "filename", "file_size", "mime_type", "created_at", "updated_at"})
        file[name] = row.at(name);
    const objects::Download download{key, std::string(row.at("filename").as_string()),
                                     inner.context.objects.etag(etag, sha256)};
    file["download_url"] = inner.context.objects.getAddress(download, downloadLifetime);
    return file;
}

Task<Result<store::Rows>> findFile(Api1::Inner &inner, Uuid user, Uuid file)
{
    static const std::string select =
        "SELECT " + std::string(fileColumns) + "WHERE files.user_id = $1 AND files.id = $2 AND is_deleted = false";
    auto rows = co_await inner.context.pool.query(select, user, file);
    if (rows && rows->empty())
        co_return fail(support::notFound("There is no such file."));
    co_return rows;
}

Api1::Api1(Api1Context context) : m_inner(std::make_unique<Inner>(std::move(context)))
{
    removeOldSpools(m_inner->spoolFolder());
}
Api1::~Api1() = default;

void Api1::addRoutes(http::Router &router)
{
    using Handle = Answer (*)(Inner &, Request &, Principal);
    Inner &inner = *m_inner;
    const auto add = [&](std::string_view method, std::string_view pattern, Handle handle,
                         http::RouteOptions options = {}) {
        const auto call = [&inner, handle](Request &request, const Principal &who) {
            return handle(inner, request, who);
        };
        router.add(method, pattern, auth::signedIn(inner.context.guard, call), options);
    };
    constexpr std::uint64_t formAround = 1 << 20;
    http::RouteOptions streamed;
    streamed.streaming = true;
    streamed.bodyLimit = static_cast<std::uint64_t>(inner.context.config.maxFileSize) + formAround;
    // The paths that the existing backend serves, then those that its documents name.
    for (const std::string base : {"/api/files/files", "/api/files"}) {
        add("GET", base, listFiles);
        add("GET", base + "/{id}", getFile);
        add("DELETE", base + "/{id}", deleteFile);
    }
    add("POST", "/api/files/upload", uploadFile, streamed);
    add("POST", "/api/upload", uploadFile, streamed);
    http::RouteOptions waiting;
    waiting.longPoll = true;
    router.add(
        "GET", "/ws", [&inner](Request &request) { return openNotices(inner, request); }, waiting);
    router.add("GET", "/", [&inner](Request &) { return welcome(inner); });
    router.add("GET", "/health", [](Request &) { return healthy(); });
    router.add("GET", "/openapi.json", [&inner, &router](Request &) { return describe(inner, router); });
}

} // namespace learnlab::server::api1
