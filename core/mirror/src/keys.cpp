#include "keys.h"

#include <algorithm>

namespace learnlab::mirror {

namespace {

/// Longer names are told apart by their first characters; the key need not repeat 255 of them.
constexpr qsizetype longestSortKey = 120;

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

QString searchKey(const QString &name)
{
    // Most names need none of this.
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return name.toLower();
    // Through upper case, because Qt folds one character to one only: "ß" would never meet "ss".
    QString folded = name.normalized(QString::NormalizationForm_KD).toUpper().toCaseFolded();
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded;
}

QByteArray sortKey(const QString &name)
{
    return sortKeyOfFolded(searchKey(name).toUtf8());
}

QByteArray sortKeyOfFolded(const QByteArray &folded)
{
    QByteArray key;
    key.reserve(std::min(folded.size() + 8, longestSortKey));
    for (qsizetype i = 0; i < folded.size() && key.size() < longestSortKey;) {
        if (!isAsciiDigit(folded.at(i))) {
            key += folded.at(i++);
            continue;
        }
        // The count of digits goes first, so that the smaller number does: 3 as "3", 9 as "90", 21 as "993".
        while (i < folded.size() && folded.at(i) == '0')
            ++i;
        const qsizetype begin = i;
        while (i < folded.size() && isAsciiDigit(folded.at(i)))
            ++i;
        key += QByteArray((i - begin) / 9, '9') + static_cast<char>('0' + (i - begin) % 9);
        key += folded.mid(begin, i - begin);
        // Ends the number, below every character that may follow it.
        key += '\x01';
    }
    return key;
}

QStringList searchWords(const QString &text)
{
    return searchKey(text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace learnlab::mirror
