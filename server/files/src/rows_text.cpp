#include "rows_text.h"

#include <server/support/time.h>

#include <span>

namespace learnlab::server::files {

namespace {

enum class Shape { Text, Number, Flag, Time };

struct Member
{
    std::string_view name;
    Shape shape = Shape::Text;
};

// In the order of folderColumns, fileColumns and the columns of tombstones.
constexpr Member folderMembers[] = {{"id"},
                                    {"parent_id"},
                                    {"name"},
                                    {"created_at", Shape::Time},
                                    {"updated_at", Shape::Time},
                                    {"revision", Shape::Number},
                                    {"trashed", Shape::Flag},
                                    {"deleted_at", Shape::Time}};
constexpr Member fileMembers[] = {{"id"},
                                  {"folder_id"},
                                  {"filename"},
                                  {"file_size", Shape::Number},
                                  {"mime_type"},
                                  {"created_at", Shape::Time},
                                  {"updated_at", Shape::Time},
                                  {"content_modified_at", Shape::Time},
                                  {"content_sha256"},
                                  {"revision", Shape::Number},
                                  {"is_deleted", Shape::Flag},
                                  {"deleted_at", Shape::Time},
                                  {"trash_root"}};
constexpr Member removedMembers[] = {{"kind"}, {"id"}, {"revision", Shape::Number}};

constexpr char hexDigits[] = "0123456789abcdef";

// "2026-11-23 01:02:03.1234+00", as the database writes it in our sessions, to RFC 3339 with six digits.
void appendTime(std::string &text, std::string_view value)
{
    constexpr std::size_t wholeSeconds = 19;
    const bool usual = value.size() >= wholeSeconds + 3 && value[10] == ' ' && value.ends_with("+00");
    text += '"';
    if (usual) {
        const auto fraction = value.substr(wholeSeconds, value.size() - wholeSeconds - 3);
        text.append(value, 0, 10).append("T").append(value, 11, 8).append(fraction.empty() ? "." : fraction);
        text.append(7 - std::min<std::size_t>(7, std::max<std::size_t>(1, fraction.size())), '0').append("Z");
    } else {
        text += support::formatTime(support::parseTime(value).value_or(support::Time()));
    }
    text += '"';
}

void appendCell(std::string &text, Shape shape, std::optional<std::string_view> value)
{
    if (!value) {
        text += shape == Shape::Flag ? "false" : "null";
        return;
    }
    switch (shape) {
    case Shape::Text:
        return appendQuoted(text, *value);
    case Shape::Number:
        text += *value;
        return;
    case Shape::Flag:
        text += *value == "t" ? "true" : "false";
        return;
    case Shape::Time:
        return appendTime(text, *value);
    }
}

void appendObject(std::string &text, std::span<const Member> members, const store::Row &row)
{
    char before = '{';
    int column = 0;
    for (const Member &member : members) {
        text += before;
        text += '"';
        text += member.name;
        text += "\":";
        appendCell(text, member.shape, row.cell(column++));
        before = ',';
    }
    text += '}';
}

} // namespace

void appendQuoted(std::string &text, std::string_view value)
{
    text += '"';
    std::size_t plain = 0; // where what needs no escape begins
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        text.append(value, plain, i - plain);
        plain = i + 1;
        if (c == '"' || c == '\\') {
            text += '\\';
            text += static_cast<char>(c);
        } else {
            text += "\\u00";
            text += hexDigits[c >> 4];
            text += hexDigits[c & 15];
        }
    }
    text.append(value, plain);
    text += '"';
}

void appendFolder(std::string &text, const store::Row &row)
{
    appendObject(text, folderMembers, row);
}

void appendFile(std::string &text, const store::Row &row)
{
    appendObject(text, fileMembers, row);
}

void appendRemoved(std::string &text, const store::Row &row)
{
    appendObject(text, removedMembers, row);
}

void appendRows(std::string &text, std::string_view name, const store::Rows &rows, std::size_t count,
                void (*append)(std::string &, const store::Row &))
{
    constexpr std::size_t usualRow = 420;
    text.reserve(text.size() + count * usualRow);
    text += '"';
    text += name;
    text += "\":[";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        append(text, rows[i]);
    }
    text += ']';
}

} // namespace learnlab::server::files
