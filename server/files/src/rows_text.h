#pragma once
// Rows as the wire shows them, written as text straight from what the database answered: a page of the feed or of a
// folder is thousands of them, and a tree of values for each would cost most of its time.

#include <server/store/rows.h>

#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::files {

// The row must come from a binary answer to a SELECT of folderColumns, fileColumns, or "kind, id, revision".
void appendFolder(std::string &text, const store::Row &row);
void appendFile(std::string &text, const store::Row &row);
void appendRemoved(std::string &text, const store::Row &row);

// What a listing of a folder selects of each, in one answer: the columns must agree. What all rows of a folder have in
// common is not selected.
inline constexpr std::string_view listedFolderColumns =
    "id, name, revision, created_at, updated_at, NULL::bigint AS file_size, NULL::varchar(127) AS mime_type, "
    "NULL::timestamptz AS content_modified_at, NULL::char(64) AS content_sha256";
inline constexpr std::string_view listedFileColumns =
    "id, filename AS name, revision, coalesce(created_at, 'epoch') AS created_at, "
    "coalesce(updated_at, 'epoch') AS updated_at, file_size, mime_type, "
    "coalesce(content_modified_at, created_at, 'epoch') AS content_modified_at, content_sha256";
// Of a row of that, or of one that selected the second alone.
[[nodiscard]] bool listedIsFile(const store::Row &row);
[[nodiscard]] std::string_view listedName(const store::Row &row);
// "folders":[…],"files":[…] of the first `count` rows, as appendFolder() and appendFile() write them. All of them are
// alive and in `folder`, folders first.
void appendListed(std::string &text, const store::Rows &rows, std::size_t count,
                  const std::optional<support::Uuid> &folder);

// "name":[row,row] for the first `count` rows.
void appendRows(std::string &text, std::string_view name, const store::Rows &rows, std::size_t count,
                void (*append)(std::string &, const store::Row &));
// A JSON string with its quotes.
void appendQuoted(std::string &text, std::string_view value);

} // namespace learnlab::server::files
