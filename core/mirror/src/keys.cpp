#include "keys.h"

#include <algorithm>
#include <utility>

namespace learnlab::mirror {

namespace {

/// Longer names are told apart by their first characters; the key need not repeat 255 of them.
constexpr qsizetype longestSortKey = 120;
constexpr int mostAccents = 16;

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAscii(const QString &name)
{
    return std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// What Unicode takes for letters of their own, and who looks for a name or through a list does not.
void appendPlain(QString *folded, QChar c)
{
    switch (c.unicode()) {
    case u'æ':
        folded->append(QLatin1String("ae"));
        break;
    case u'œ':
        folded->append(QLatin1String("oe"));
        break;
    case u'ø':
        folded->append(QLatin1Char('o'));
        break;
    case u'đ':
    case u'ð':
        folded->append(QLatin1Char('d'));
        break;
    case u'ħ':
        folded->append(QLatin1Char('h'));
        break;
    case u'ł':
        folded->append(QLatin1Char('l'));
        break;
    case u'ى':
    case u'ی':
        folded->append(u'ي');
        break;
    case u'ک':
        folded->append(u'ك');
        break;
    case u'\u02BC': // apostrophes
    case u'\u2018':
    case u'\u2019':
        folded->append(QLatin1Char('\''));
        break;
    case u'\u2010': // hyphens and dashes
    case u'\u2012':
    case u'\u2013':
    case u'\u2014':
        folded->append(QLatin1Char('-'));
        break;
    default:
        folded->append(c);
    }
}

/// Takes the digits that stand there. Their count goes first, so that the smaller number does.
void appendNumber(QByteArray *key, const QByteArray &folded, qsizetype *at)
{
    constexpr qsizetype mostByLead = 15;
    while (*at < folded.size() && folded.at(*at) == '0')
        ++*at;
    const qsizetype begin = *at;
    while (*at < folded.size() && isAsciiDigit(folded.at(*at)))
        ++*at;
    const qsizetype digits = *at - begin;
    size_t zero = 0;
    const quint32 number = takeWeight("0", &zero, FirstScript::Latin) >> 24;
    key->append(static_cast<char>(number + std::min(digits, mostByLead)));
    if (digits >= mostByLead)
        key->append(static_cast<char>(std::min<qsizetype>(digits, 0xFF)));
    key->append(folded.constData() + begin, digits);
}

/// Where a name has which accents: none before some, and the later the first of them the smaller.
void appendAccents(QByteArray *key, const QString &name)
{
    const QString parts = name.normalized(QString::NormalizationForm_D);
    int letters = 0;
    int accents = 0;
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing) {
            ++letters;
            continue;
        }
        if (accents == mostAccents)
            return;
        if (accents++ == 0)
            key->append('\0');
        key->append(static_cast<char>(0xFF - std::min(letters, 0xFE)));
        key->append(static_cast<char>(c.unicode() & 0xFF));
    }
}

} // namespace

QString searchKey(const QString &name)
{
    // Most names need none of this.
    if (isAscii(name))
        return name.toLower();
    // Through upper case, because Qt folds one character to one only: "ß" would never meet "ss".
    const QString parts = name.normalized(QString::NormalizationForm_KD).toUpper().toCaseFolded();
    constexpr char16_t lengthening = 0x640; // of a word in Arabic
    QString folded;
    folded.reserve(parts.size());
    for (const QChar c : parts) {
        const QChar::Category category = c.category();
        if (category == QChar::Mark_NonSpacing || category == QChar::Other_Format || c == lengthening)
            continue;
        if (category == QChar::Number_DecimalDigit)
            folded.append(QChar(u'0' + c.digitValue()));
        else
            appendPlain(&folded, c);
    }
    return folded;
}

QByteArray sortKey(const QString &name, FirstScript first)
{
    return sortKey(name, searchKey(name).toUtf8(), first);
}

QByteArray sortKey(const QString &name, const QByteArray &folded, FirstScript first)
{
    QByteArray key;
    key.reserve(std::min(folded.size() + 8, longestSortKey));
    const std::string_view text(folded.constData(), static_cast<size_t>(folded.size()));
    for (qsizetype i = 0; i < folded.size() && key.size() < longestSortKey;) {
        if (isAsciiDigit(folded.at(i))) {
            appendNumber(&key, folded, &i);
            continue;
        }
        auto at = static_cast<size_t>(i);
        appendWeight(&key, takeWeight(text, &at, first));
        i = static_cast<qsizetype>(at);
    }
    if (!isAscii(name))
        appendAccents(&key, name);
    return key;
}

QStringList searchWords(const QString &text)
{
    return searchKey(text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace learnlab::mirror
