#include "mirror/search_query.h"

#include "keys.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace learnlab::mirror {

namespace {

/// "in:"/Old notes"" and the like stay whole.
QStringList pieces(const QString &typed)
{
    QStringList found;
    QString piece;
    bool quoted = false;
    for (const QChar c : typed) {
        if (c == QLatin1Char('"') && (quoted || piece.endsWith(QLatin1Char(':')))) {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            found.append(piece);
            piece.clear();
        } else {
            piece += c;
        }
    }
    found.append(piece);
    found.removeAll(QString());
    return found;
}

bool takeRestriction(SearchQuery *query, const QString &name, const QString &value, support::Timestamp now)
{
    if (name == QLatin1String("type")) {
        const auto kind = domain::fileKindFromWord(value);
        if (kind)
            query->kinds.append(*kind);
        return kind.has_value();
    }
    if (name == QLatin1String("since"))
        return (query->since = dateFromText(value, now)).has_value();
    if (name == QLatin1String("before"))
        return (query->before = dateFromText(value, now)).has_value();
    if (name == QLatin1String("larger"))
        return (query->larger = sizeFromText(value)).has_value();
    if (name == QLatin1String("smaller"))
        return (query->smaller = sizeFromText(value)).has_value();
    if (name == QLatin1String("in")) {
        const bool whole = value.startsWith(QLatin1Char('/')) || value.startsWith(QLatin1String("id:"));
        query->below = whole ? value : QLatin1Char('/') + value;
        return true;
    }
    if (name == QLatin1String("is") && value == QLatin1String("offline"))
        return query->offline = true;
    return false;
}

bool takesRestriction(SearchQuery *query, const QString &piece, support::Timestamp now)
{
    const qsizetype colon = piece.indexOf(QLatin1Char(':'));
    return colon > 0 && colon + 1 < piece.size() &&
           takeRestriction(query, piece.left(colon).toLower(), piece.mid(colon + 1), now);
}

} // namespace

SearchQuery parseSearch(const QString &typed, support::Timestamp now)
{
    SearchQuery query;
    const QStringList all = pieces(typed);
    for (const QString &piece : all) {
        if (!takesRestriction(&query, piece, now))
            query.words += searchWords(piece);
    }
    return query;
}

QString wordsOfSearch(const QString &typed)
{
    SearchQuery query;
    QStringList words = pieces(typed);
    words.removeIf([&](const QString &piece) { return takesRestriction(&query, piece, {}); });
    return words.join(u' ');
}

std::optional<qint64> sizeFromText(const QString &text)
{
    static constexpr QLatin1String units("kmgt");
    QString number = text.toLower();
    if (number.endsWith(QLatin1Char('b')))
        number.chop(1);
    double factor = 1;
    const qsizetype unit = number.isEmpty() ? -1 : units.indexOf(number.back());
    if (unit >= 0) {
        number.chop(1);
        for (qsizetype i = 0; i <= unit; ++i)
            factor *= 1000;
    }
    bool good = false;
    const double bytes = number.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&good) * factor;
    constexpr double most = 9e18;
    return good && bytes >= 0 && bytes < most ? std::optional(static_cast<qint64>(bytes)) : std::nullopt;
}

std::optional<support::Timestamp> dateFromText(const QString &text, support::Timestamp now)
{
    static constexpr QLatin1String units("dwmy");
    static constexpr int days[] = {1, 7, 30, 365};
    const qsizetype unit = text.isEmpty() ? -1 : units.indexOf(text.back().toLower());
    if (unit >= 0) {
        bool good = false;
        const int count = text.chopped(1).toInt(&good);
        constexpr int most = 10'000;
        if (!good || count < 0 || count > most)
            return std::nullopt;
        return now - std::chrono::hours(24) * days[unit] * count;
    }
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return support::Timestamp(std::chrono::milliseconds(date.startOfDay().toMSecsSinceEpoch()));
}

QList<std::pair<qsizetype, qsizetype>> matchesIn(const QString &name, const QStringList &words)
{
    // One character of the name may be several of its key, or none: each is folded alone, and remembered by its place.
    QString key;
    QList<qsizetype> from;
    for (qsizetype i = 0; i < name.size();) {
        const qsizetype length = name.at(i).isHighSurrogate() && i + 1 < name.size() ? 2 : 1;
        const QString folded = searchKey(name.mid(i, length));
        key += folded;
        from.insert(from.size(), folded.size(), i);
        i += length;
    }
    from.append(name.size());
    QList<std::pair<qsizetype, qsizetype>> found;
    for (const QString &word : words) {
        const qsizetype at = key.indexOf(word);
        if (at < 0 || word.isEmpty())
            continue;
        const qsizetype begin = from.at(at);
        qsizetype end = from.at(at + word.size());
        // Accents that follow belong to their letter.
        while (end < name.size() && name.at(end).category() == QChar::Mark_NonSpacing)
            ++end;
        found.append({begin, std::max<qsizetype>(end - begin, 1)});
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::pair(a.first, -a.second) < std::pair(b.first, -b.second);
    });
    qsizetype end = 0;
    found.removeIf([&end](const std::pair<qsizetype, qsizetype> &match) {
        const bool overlaps = match.first < end;
        if (!overlaps)
            end = match.first + match.second;
        return overlaps;
    });
    return found;
}

} // namespace learnlab::mirror
