#include "header.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace learnlab::mirror {

namespace {

constexpr qsizetype headerSize = 100;

/// What a mirror has at `offset`; its last byte may be anything from `least` to that of `value`.
struct Field
{
    qsizetype offset = 0;
    std::string_view value;
    char least = 0;
};

using namespace std::string_view_literals;

constexpr qsizetype pageSizeAt = 16;
constexpr std::string_view usualPageSize = "\x10\0"sv; // 4096

constexpr std::array fields{
    Field{0, "SQLite format 3\0"sv, '\0'},
    Field{18, "\2"sv, '\1'},               // who may write: before the log is switched on it is 1
    Field{19, "\2"sv, '\1'},               // who may read
    Field{20, "\0\x40\x20\x20"sv, '\x20'}, // nothing reserved on a page, and three fixed fractions
    Field{44, "\0\0\0\4"sv, '\0'},         // the format of the schema; 0 while there are no tables
    Field{56, "\0\0\0\1"sv, '\0'},         // UTF-8; 0 while there are no tables
};

bool holds(const QByteArray &header, const Field &field)
{
    const auto size = static_cast<qsizetype>(field.value.size());
    const QByteArrayView there = QByteArrayView(header).sliced(field.offset, size);
    const QByteArrayView wanted(field.value.data(), size);
    return there.first(size - 1) == wanted.first(size - 1) && there.back() >= field.least &&
           there.back() <= wanted.back();
}

/// A power of two from 512 on; 1 stands for 65536.
bool holdsPageSize(const QByteArray &header)
{
    const auto size = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    return size == 1 || (size >= 512 && std::has_single_bit(size));
}

} // namespace

bool isPossibleHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return true; // opening it will tell
    const QByteArray header = file.read(headerSize);
    return header.size() == headerSize && holdsPageSize(header) &&
           std::all_of(fields.begin(), fields.end(), [&header](const Field &field) { return holds(header, field); });
}

void mendHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.size() < headerSize)
        return;
    const QByteArray header = file.read(headerSize);
    const auto put = [&file](qsizetype offset, std::string_view value) {
        if (file.seek(offset))
            file.write(value.data(), static_cast<qint64>(value.size()));
    };
    if (!holdsPageSize(header))
        put(pageSizeAt, usualPageSize);
    for (const Field &field : fields) {
        if (!holds(header, field))
            put(field.offset, field.value);
    }
}

} // namespace learnlab::mirror
