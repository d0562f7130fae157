#pragma once
// Rows as the wire shows them, and the columns to select for that.

#include <server/store/rows.h>

#include <boost/json/object.hpp>

namespace learnlab::server::files {

inline constexpr std::string_view folderColumns =
    "folders.id, folders.parent_id, folders.name, folders.created_at, "
    "folders.updated_at, folders.revision, folders.trashed, folders.deleted_at";
inline constexpr std::string_view fileColumns =
    "files.id, files.folder_id, files.filename, files.file_size, files.mime_type, coalesce(files.created_at, 'epoch') "
    "AS created_at, "
    "coalesce(files.updated_at, 'epoch') AS updated_at, coalesce(files.content_modified_at, files.created_at, 'epoch') "
    "AS "
    "content_modified_at, files.content_sha256, files.revision, files.is_deleted, files.deleted_at, files.trash_root";

[[nodiscard]] boost::json::object folderJson(const store::Row &row);
[[nodiscard]] boost::json::object fileJson(const store::Row &row);

// "a" + columns + "b": SQL of these pieces.
[[nodiscard]] std::string sql(std::initializer_list<std::string_view> pieces);

} // namespace learnlab::server::files
