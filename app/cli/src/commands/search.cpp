#include "commands/search.h"

#include "rows.h"

#include "support/clock.h"

namespace learnlab::cli {

namespace {

constexpr int mostHits = 1000;

support::Timestamp now()
{
    return support::SystemClock().now();
}

/// The restrictions as the search field of the window takes them.
mirror::SearchQuery restricted(const Given &given)
{
    mirror::SearchQuery query = mirror::parseSearch(textOf(given.arguments).join(QLatin1Char(' ')), now());
    const QStringList kinds = given.text("type").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &kind : kinds) {
        if (const auto known = domain::fileKindFromWord(kind))
            query.kinds.append(*known);
    }
    if (given.has("since"))
        query.since = mirror::dateFromText(given.text("since"), now());
    if (given.has("larger"))
        query.larger = mirror::sizeFromText(given.text("larger"));
    if (given.has("in"))
        query.below = given.text("in");
    query.offline = query.offline || given.has("offline");
    return query;
}

} // namespace

Usage Search::usage() const
{
    const auto option = [](const char *name, const char *description, const char *value) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(description),
                                  QString::fromLatin1(value));
    };
    return {
        QStringLiteral("[TEXT...]"),
        QStringLiteral("Finds files and folders by their names and paths, from what this computer knows."),
        {option("type",
                "Only files of these kinds: pdf, document, sheet, slides, image, video, audio, code, "
                "archive, text, other; several with commas.",
                "KINDS"),
         option("since", "Only what changed then or later: 2026-10-01, or 7d, 2w, 3m, 1y ago.", "WHEN"),
         option("larger", "Only files of at least this size: 500k, 10M, 2G.", "SIZE"),
         option("in", "Only what is somewhere in this folder.", "PATH"),
         QCommandLineOption(QStringLiteral("offline"), QStringLiteral("Only files whose bytes are on this computer."))},
        0,
        -1};
}

QString Search::check(const Given &given) const
{
    const QStringList kinds = given.text("type").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &kind : kinds) {
        if (!domain::fileKindFromWord(kind))
            return QStringLiteral("no such type: %1").arg(kind);
    }
    if (given.has("since") && !mirror::dateFromText(given.text("since"), now()))
        return QStringLiteral("not a date: %1").arg(given.text("since"));
    if (given.has("larger") && !mirror::sizeFromText(given.text("larger")))
        return QStringLiteral("not a size: %1").arg(given.text("larger"));
    const mirror::SearchQuery query = restricted(given);
    return query.words.isEmpty() && !query.restricts() ? QStringLiteral("say what to search for") : QString();
}

void Search::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    QJsonArray items;
    for (const mirror::ItemRow &row : reader.rows(reader.searchIds(restricted(given()), mostHits), true)) {
        const QString path = joined(row.path, row.name);
        items.append(jsonItem(reader, row, path));
        result().lines.append(itemLine(row, path));
    }
    result().document.insert(QStringLiteral("text"), textOf(given().arguments).join(QLatin1Char(' ')));
    result().document.insert(QStringLiteral("items"), items);
}

} // namespace learnlab::cli
