#include "decoded.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace learnlab::render {

namespace {

// What Windows has where Latin 1 has control characters.
constexpr std::array<char16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                           0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

QString fromLatin(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &letter : text) {
        if (letter.unicode() >= 0x80 && letter.unicode() < 0xA0)
            letter = QChar(windows.at(letter.unicode() - 0x80U));
    }
    return text;
}

std::optional<QStringConverter::Encoding> markOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QStringConverter::Utf8;
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return QStringConverter::Utf32LE;
    if (bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return QStringConverter::Utf32BE;
    if (bytes.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// Without a mark: most letters of most languages that come so have a zero in the same half.
std::optional<QStringConverter::Encoding> pairsOf(const QByteArray &bytes)
{
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes.at(i) == '\0' ? 1 : 0;
    const qsizetype half = bytes.size() / 2;
    if (half > 0 && zeros[1] > half * 2 / 5 && zeros[0] <= half / 100)
        return QStringConverter::Utf16LE;
    if (half > 0 && zeros[0] > half * 2 / 5 && zeros[1] <= half / 100)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// What is left when a letter at the end is only half there.
QByteArray withoutHalf(const QByteArray &bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 && bytes.size() - end < 4 && (static_cast<uchar>(bytes.at(end - 1)) & 0xC0U) == 0x80U)
        --end;
    if (end > 0 && static_cast<uchar>(bytes.at(end - 1)) >= 0xC0U)
        return bytes.left(end - 1);
    return bytes;
}

bool isControl(QChar letter)
{
    return letter.unicode() < 0x20 && letter != u'\n' && letter != u'\t' && letter != u'\f' && letter != u'\x1B';
}

/// With line ends of one kind; nothing when too much of it is no text.
std::optional<QString> cleaned(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    const auto strange = std::count_if(text.cbegin(), text.cend(),
                                       [](QChar c) { return isControl(c) || c == QChar::ReplacementCharacter; });
    if (strange > text.size() / 50)
        return std::nullopt;
    text.removeIf([](QChar c) { return isControl(c) || c == u'\x1B' || c == QChar::ByteOrderMark; });
    return text;
}

} // namespace

std::optional<QString> decoded(const QByteArray &bytes, bool cut)
{
    const auto encoding = markOf(bytes) ? markOf(bytes) : pairsOf(bytes);
    if (encoding && *encoding != QStringConverter::Utf8) {
        QStringDecoder decoder(*encoding);
        return cleaned(decoder.decode(bytes));
    }
    const QByteArray whole = cut ? withoutHalf(bytes) : bytes;
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(whole);
    if (!decoder.hasError())
        return cleaned(std::move(text));
    if (bytes.contains('\0'))
        return std::nullopt;
    return cleaned(fromLatin(bytes));
}

} // namespace learnlab::render
