#include "rows_json.h"

namespace learnlab::server::files {

namespace {

boost::json::value textOrNull(const store::Row &row, std::string_view column)
{
    if (row.isNull(column))
        return nullptr;
    return boost::json::string(row.view(column));
}

boost::json::value timeOrNull(const store::Row &row, std::string_view column)
{
    if (row.isNull(column))
        return nullptr;
    return boost::json::string(row.wireTime(column));
}

} // namespace

boost::json::object folderJson(const store::Row &row)
{
    return {{"id", row.view("id")},
            {"parent_id", textOrNull(row, "parent_id")},
            {"name", row.view("name")},
            {"created_at", row.wireTime("created_at")},
            {"updated_at", row.wireTime("updated_at")},
            {"revision", row.integer("revision")},
            {"trashed", row.boolean("trashed")},
            {"deleted_at", timeOrNull(row, "deleted_at")}};
}

boost::json::object fileJson(const store::Row &row)
{
    return {{"id", row.view("id")},
            {"folder_id", textOrNull(row, "folder_id")},
            {"filename", row.view("filename")},
            {"file_size", row.integer("file_size")},
            {"mime_type", textOrNull(row, "mime_type")},
            {"created_at", row.wireTime("created_at")},
            {"updated_at", row.wireTime("updated_at")},
            {"content_modified_at", row.wireTime("content_modified_at")},
            {"content_sha256", textOrNull(row, "content_sha256")},
            {"revision", row.integer("revision")},
            {"is_deleted", row.boolean("is_deleted")},
            {"deleted_at", timeOrNull(row, "deleted_at")},
            {"trash_root", textOrNull(row, "trash_root")}};
}

std::string sql(std::initializer_list<std::string_view> pieces)
{
    std::string text;
    for (const auto piece : pieces)
        text += piece;
    return text;
}

} // namespace learnlab::server::files
