#include "upload.h"

namespace learnlab::server::files {

Upload readUpload(const store::Row &row)
{
    Upload upload;
    upload.id = row.uuid("id");
    upload.requestHash = row.text("request_hash");
    upload.keyText = row.text("object_key");
    upload.fileId = row.uuid("file_id");
    upload.folder = row.optionalUuid("folder_id");
    upload.filename = row.text("filename");
    upload.size = row.integer("file_size");
    upload.mimeType = row.optionalText("mime_type");
    upload.modified = row.optionalText("content_modified_at");
    upload.ifExists = domain::ifExists(row.view("if_exists")).value_or(domain::IfExists::Fail);
    upload.ifRevision = row.optionalInteger("if_revision");
    upload.sha256 = row.optionalText("sha256");
    upload.method = domain::uploadMethod(row.view("method")).value_or(domain::UploadMethod::Single);
    upload.partSize = row.integer("part_size");
    upload.state = domain::uploadState(row.view("state")).value_or(domain::UploadState::Abandoned);
    upload.leaseIsLive = row.boolean("lease_is_live");
    upload.resultFile = row.optionalUuid("result_file_id");
    upload.relocated = row.boolean("relocated");
    return upload;
}

Task<Result<std::vector<Upload>>> loadUploads(store::Connection &db, Uuid user, std::vector<Uuid> ids)
{
    static const std::string select =
        sql({"SELECT ", uploadColumns, " FROM uploads WHERE user_id = $1 AND id = ANY($2::uuid[])"});
    auto rows = co_await db.query(select, user, store::arrayLiteral(ids));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::vector<Upload> uploads;
    for (std::size_t i = 0; i < rows->size(); ++i)
        uploads.push_back(readUpload((*rows)[i]));
    co_return uploads;
}

Task<Result<Upload>> loadUpload(store::Pool &pool, Uuid user, Uuid id)
{
    static const std::string select = sql({"SELECT ", uploadColumns, " FROM uploads WHERE user_id = $1 AND id = $2"});
    auto rows = co_await pool.query(select, user, id);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::notFound());
    co_return readUpload(rows->front());
}

Task<Result<store::Rows>> loadFiles(store::Connection &db, Uuid user, std::vector<Uuid> ids)
{
    static const std::string select =
        sql({"SELECT ", fileColumns, " FROM files WHERE user_id = $1 AND id = ANY($2::uuid[])"});
    co_return co_await db.query(select, user, store::arrayLiteral(ids));
}

boost::json::object uploadDone(const Upload &upload, boost::json::object file)
{
    return {{"upload_id", upload.id.text()},
            {"status", upload.relocated ? "relocated" : "done"},
            {"file", std::move(file)}};
}

boost::json::object uploadFailed(const Uuid &id, const Problem &why)
{
    return {{"upload_id", id.text()}, {"status", "failed"}, {"problem", http::problemJson(why)}};
}

} // namespace learnlab::server::files
