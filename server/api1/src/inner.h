#pragma once
// What the parts of this room share.

#include <server/api1/api1.h>
#include <server/files/kept_pages.h>
#include <server/support/workers.h>

#include <map>

namespace learnlab::server::api1 {

using auth::Principal;
using http::Request;
using http::Response;
using support::fail;
using support::Result;
using support::Task;
using support::Uuid;
using Answer = Task<Result<Response>>;

struct Api1::Inner
{
    explicit Inner(Api1Context what) : context(std::move(what)), disk(2, 2000) {}
    // Where bodies lie that do not fit into memory: on the disk that they go to, or on one that is no memory.
    [[nodiscard]] std::string spoolFolder() const
    {
        return context.config.storeIsS3 ? "/var/tmp" : context.config.objectsDirectory;
    }

    // Objects of API 1 share folders of the store: making one for each is half of what a small upload costs.
    [[nodiscard]] Uuid nextBatch()
    {
        constexpr int mostOfBatch = 1000;
        if (batchUse++ % mostOfBatch == 0)
            batch = Uuid::timeOrdered();
        return batch;
    }

    Api1Context context;
    support::Workers disk;       // for bodies that do not fit into memory
    std::map<Uuid, int> sockets; // by session
    files::KeptPages listings;
    Uuid batch;
    int batchUse = 0;
};

inline constexpr std::chrono::seconds downloadLifetime{3600};

// A row that begins with fileColumns, as API 1 shows files.
inline constexpr std::string_view fileColumns =
    "files.id, files.filename, files.file_size, files.mime_type, files.created_at, files.updated_at, files.s3_key, "
    "files.content_sha256, coalesce(objects.etag, '') AS etag FROM files LEFT JOIN objects ON objects.key = "
    "files.s3_key ";
[[nodiscard]] boost::json::object fileJson(const Api1::Inner &inner, const store::Row &row);
// The same for a file that was uploaded just now: the row as the feed tells it.
[[nodiscard]] boost::json::object freshFileJson(const Api1::Inner &inner, const boost::json::object &row,
                                                const objects::ObjectKey &key, const std::string &etag,
                                                const std::string &sha256);

[[nodiscard]] Task<Result<store::Rows>> findFile(Api1::Inner &inner, Uuid user, Uuid file); // 404
[[nodiscard]] Answer uploadFile(Api1::Inner &inner, Request &request, Principal who);
[[nodiscard]] Answer openNotices(Api1::Inner &inner, Request &request);

} // namespace learnlab::server::api1
