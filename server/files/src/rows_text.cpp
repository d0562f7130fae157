#include "rows_text.h"

#include <server/support/time.h>

#include <array>
#include <charconv>
#include <span>

namespace learnlab::server::files {

namespace {

enum class Shape { Text, Id, Number, Flag, Time };

struct Member
{
    std::string_view name;
    Shape shape = Shape::Text;
};

// In the order of folderColumns, fileColumns and the columns of tombstones.
constexpr Member folderMembers[] = {
    {"id", Shape::Id},           {"parent_id", Shape::Id},    {"name"},
    {"created_at", Shape::Time}, {"updated_at", Shape::Time}, {"revision", Shape::Number},
    {"trashed", Shape::Flag},    {"deleted_at", Shape::Time}};
constexpr Member fileMembers[] = {{"id", Shape::Id},
                                  {"folder_id", Shape::Id},
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
                                  {"trash_root", Shape::Id}};
constexpr Member removedMembers[] = {{"kind"}, {"id", Shape::Id}, {"revision", Shape::Number}};

constexpr char hexDigits[] = "0123456789abcdef";

constexpr auto needsEscape = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

void appendId(std::string &text, std::string_view bytes)
{
    char id[40] = {'"'};
    std::size_t at = 1;
    for (std::size_t i = 0; i < bytes.size() && i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            id[at++] = '-';
        const auto byte = static_cast<unsigned char>(bytes[i]);
        id[at++] = hexDigits[byte >> 4];
        id[at++] = hexDigits[byte & 15];
    }
    id[at++] = '"';
    text.append(id, at);
}

void appendNumber(std::string &text, std::string_view bytes)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, store::binaryInteger(bytes).value_or(0)).ptr;
    text.append(digits, end);
}

// Decimal, with zeros in front.
char *putPadded(char *to, int width, unsigned value)
{
    for (char *at = to + width; at != to; value /= 10)
        *--at = static_cast<char>('0' + value % 10);
    return to + width;
}

// As support::formatTime(), which costs four times as much: a page holds thousands.
void appendTime(std::string &text, std::string_view bytes)
{
    const auto time = store::binaryTime(bytes).value_or(support::Time());
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const auto micros = static_cast<std::uint64_t>((time - day).count());
    const auto seconds = static_cast<unsigned>(micros / 1000000);
    char out[32];
    char *at = out;
    *at++ = '"';
    at = putPadded(at, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    *at++ = '-';
    at = putPadded(at, 2, static_cast<unsigned>(date.month()));
    *at++ = '-';
    at = putPadded(at, 2, static_cast<unsigned>(date.day()));
    *at++ = 'T';
    at = putPadded(at, 2, seconds / 3600);
    *at++ = ':';
    at = putPadded(at, 2, seconds / 60 % 60);
    *at++ = ':';
    at = putPadded(at, 2, seconds % 60);
    *at++ = '.';
    at = putPadded(at, 6, static_cast<unsigned>(micros % 1000000));
    *at++ = 'Z';
    *at++ = '"';
    text.append(out, at);
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
    case Shape::Id:
        return appendId(text, *value);
    case Shape::Number:
        return appendNumber(text, *value);
    case Shape::Flag:
        text += *value == std::string_view("\1", 1) ? "true" : "false";
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

constexpr std::size_t usualRow = 420;

struct Listed
{
    std::string &text;
    const store::Row &row;
    // In the order of listedFileColumns.
    enum Column { Id, Name, Revision, CreatedAt, UpdatedAt, Size, MimeType, ModifiedAt, Digest };

    void add(std::string_view lead, Shape shape, Column column) const
    {
        text += lead;
        appendCell(text, shape, row.cell(column));
    }
};

// The member names as they are written, with what is the same in all rows.
void appendListedFolder(std::string &text, const store::Row &row, const std::string &parent, bool first)
{
    const Listed listed{text, row};
    listed.add(first ? R"({"id":)" : R"(,{"id":)", Shape::Id, Listed::Id);
    text += R"(,"parent_id":)";
    text += parent;
    listed.add(R"(,"name":)", Shape::Text, Listed::Name);
    listed.add(R"(,"created_at":)", Shape::Time, Listed::CreatedAt);
    listed.add(R"(,"updated_at":)", Shape::Time, Listed::UpdatedAt);
    listed.add(R"(,"revision":)", Shape::Number, Listed::Revision);
    text += R"(,"trashed":false,"deleted_at":null})";
}

void appendListedFile(std::string &text, const store::Row &row, const std::string &folder, bool first)
{
    const Listed listed{text, row};
    listed.add(first ? R"({"id":)" : R"(,{"id":)", Shape::Id, Listed::Id);
    text += R"(,"folder_id":)";
    text += folder;
    listed.add(R"(,"filename":)", Shape::Text, Listed::Name);
    listed.add(R"(,"file_size":)", Shape::Number, Listed::Size);
    listed.add(R"(,"mime_type":)", Shape::Text, Listed::MimeType);
    listed.add(R"(,"created_at":)", Shape::Time, Listed::CreatedAt);
    listed.add(R"(,"updated_at":)", Shape::Time, Listed::UpdatedAt);
    listed.add(R"(,"content_modified_at":)", Shape::Time, Listed::ModifiedAt);
    listed.add(R"(,"content_sha256":)", Shape::Text, Listed::Digest);
    listed.add(R"(,"revision":)", Shape::Number, Listed::Revision);
    text += R"(,"is_deleted":false,"deleted_at":null,"trash_root":null})";
}

} // namespace

void appendQuoted(std::string &text, std::string_view value)
{
    text += '"';
    std::size_t plain = 0; // where what needs no escape begins
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (!needsEscape[c])
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

bool listedIsFile(const store::Row &row)
{
    return row.cell(Listed::ModifiedAt).has_value();
}

std::string_view listedName(const store::Row &row)
{
    return row.cell(Listed::Name).value_or(std::string_view());
}

void appendListed(std::string &text, const store::Rows &rows, std::size_t count,
                  const std::optional<support::Uuid> &folder)
{
    const std::string in = folder ? '"' + folder->text() + '"' : "null";
    std::size_t folders = 0;
    while (folders < count && !listedIsFile(rows[folders]))
        ++folders;
    text.reserve(text.size() + count * usualRow);
    text += "\"folders\":[";
    for (std::size_t i = 0; i < folders; ++i)
        appendListedFolder(text, rows[i], in, i == 0);
    text += "],\"files\":[";
    for (std::size_t i = folders; i < count; ++i)
        appendListedFile(text, rows[i], in, i == folders);
    text += ']';
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
