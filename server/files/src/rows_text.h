#pragma once
// Rows as the wire shows them, written as text straight from what the database answered: a page of the feed or of a
// folder is thousands of them, and a tree of values for each would cost most of its time.

#include <server/store/rows.h>

#include <string>

namespace learnlab::server::files {

// The row must come from a binary answer to a SELECT of folderColumns, fileColumns, or "kind, id, revision".
void appendFolder(std::string &text, const store::Row &row);
void appendFile(std::string &text, const store::Row &row);
void appendRemoved(std::string &text, const store::Row &row);

// "name":[row,row] for the first `count` rows.
void appendRows(std::string &text, std::string_view name, const store::Rows &rows, std::size_t count,
                void (*append)(std::string &, const store::Row &));
// A JSON string with its quotes.
void appendQuoted(std::string &text, std::string_view value);

} // namespace learnlab::server::files
