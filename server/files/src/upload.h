#pragma once
// An upload as its row tells it, and what is asked of one.

#include "places.h"

#include <server/domain/uploads.h>
#include <server/files/upkeep.h>
#include <server/http/json.h>

namespace learnlab::server::files {

// One item of POST /uploads.
struct UploadRequest
{
    Uuid id;
    Uuid fileId;
    std::optional<Uuid> folder;
    std::string filename; // as it came; checked per item
    std::int64_t size = 0;
    std::optional<std::string> mimeType;
    std::optional<support::Time> modified;
    domain::IfExists ifExists = domain::IfExists::Fail;
    std::optional<std::int64_t> ifRevision;
    std::optional<std::string> sha256;
    std::string hash; // of all of that
    std::int64_t partSize = 0; // wished for; not part of what the upload is
};

struct UploadLimits
{
    std::int64_t multipartThreshold = 0;
    std::int64_t maxFileSize = 0;
};
[[nodiscard]] Result<UploadRequest> parseUploadRequest(const boost::json::value &item, const std::string &prefix,
                                                       const UploadLimits &limits);

// A row of `uploads`.
struct Upload
{
    Uuid id;
    std::string requestHash;
    std::string keyText;
    Uuid fileId;
    std::optional<Uuid> folder;
    std::string filename;
    std::int64_t size = 0;
    std::optional<std::string> mimeType;
    std::optional<std::string> modified; // as PostgreSQL takes it back
    domain::IfExists ifExists = domain::IfExists::Fail;
    std::optional<std::int64_t> ifRevision;
    std::optional<std::string> sha256;
    domain::UploadMethod method = domain::UploadMethod::Single;
    std::int64_t partSize = 0;
    domain::UploadState state = domain::UploadState::Open;
    bool leaseIsLive = false;
    std::optional<Uuid> resultFile;
    bool relocated = false;

    [[nodiscard]] std::optional<objects::ObjectKey> key() const { return objects::ObjectKey::parse(keyText); }
};

inline constexpr std::string_view uploadColumns =
    "id, request_hash, object_key, file_id, folder_id, filename, file_size, mime_type, content_modified_at, if_exists, "
    "if_revision, "
    "sha256, method, part_size, state, coalesce(lease_until > clock_timestamp(), false) AS lease_is_live, "
    "result_file_id, relocated";
[[nodiscard]] Upload readUpload(const store::Row &row);

// Those of this user, by id; in no order.
[[nodiscard]] Task<Result<std::vector<Upload>>> loadUploads(store::Connection &db, Uuid user, std::vector<Uuid> ids);
// 404 for what is not there or another user's.
[[nodiscard]] Task<Result<Upload>> loadUpload(store::Pool &pool, Uuid user, Uuid id);

// In a transaction. Nothing: it is done, or somebody is completing it. Else whether its bytes are nobody's now.
[[nodiscard]] Task<Result<std::optional<bool>>> abandon(store::Connection &db, Uuid user, const Upload &upload);
// 409 upload_state when it is done or being completed. What had arrived is gone afterwards.
[[nodiscard]] Task<Result<void>> abandonUpload(Room &room, Uuid user, Upload upload);

// Rows of files by id; those of other users are left out.
[[nodiscard]] Task<Result<store::Rows>> loadFiles(store::Connection &db, Uuid user, std::vector<Uuid> ids);

// {"upload_id", "status": "done" or "relocated", "file"} and {"upload_id", "status": "failed", "problem"}
[[nodiscard]] boost::json::object uploadDone(const Upload &upload, boost::json::object file);
[[nodiscard]] boost::json::object uploadFailed(const Uuid &id, const Problem &why);

} // namespace learnlab::server::files
