#include "commands/search.h"

#include "rows.h"

#include "content/places.h"
#include "inside/search.h"
#include "support/clock.h"

#include <QTimer>

#include <chrono>

namespace learnlab::cli {

namespace {

constexpr int mostHits = 1000;
constexpr std::chrono::seconds readingTime{30}; // that somebody waits for

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
         QCommandLineOption(QStringLiteral("offline"), QStringLiteral("Only files whose bytes are on this computer.")),
         QCommandLineOption(
             QStringLiteral("inside"),
             QStringLiteral("What is in files whose bytes are on this computer, not what they are called."))},
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
    if (given.has("inside") && query.words.isEmpty())
        return QStringLiteral("say what to search for");
    return query.words.isEmpty() && !query.restricts() ? QStringLiteral("say what to search for") : QString();
}

void Search::prepare(const MirrorView &view)
{
    const QString index = inside::indexPath(view.place.folder);
    const bool complete = !given().has("inside") || inside::unreadFiles(index, *view.reader) == 0;
    // Whoever owns the profile may be a window, which reads them itself.
    if (complete || !engine::Profile::own(given().common.profile, QStringLiteral("learnlab-cli")))
        return showNow();
    const auto bytes = [folder = view.place.folder](const QByteArray &sha256) {
        return content::keptPath(folder, sha256);
    };
    m_indexer = std::make_unique<inside::Indexer>(inside::Indexer::Places{index, view.place.mirrorPath, bytes},
                                                  inside::Indexer::Options{.niceness = 0, .rest = {}});
    connect(m_indexer.get(), &inside::Indexer::settled, this, [this] { showNow(); });
    QTimer::singleShot(readingTime, this, [this] { showNow(); });
}

void Search::showInside(const mirror::Reader &reader, const QString &index)
{
    QJsonArray items;
    const QList<inside::Hit> hits = inside::search(index, reader, restricted(given()), mostHits);
    for (const inside::Hit &hit : hits) {
        const QList<mirror::ItemRow> rows = reader.rows({domain::ItemRef::of(hit.file)}, true);
        if (rows.isEmpty())
            continue;
        const QString path = joined(rows.first().path, rows.first().name);
        QJsonObject item = jsonItem(reader, rows.first(), path);
        QJsonArray matches;
        QString marked = hit.snippet.text;
        for (auto mark = hit.snippet.marks.crbegin(); mark != hit.snippet.marks.crend(); ++mark) {
            matches.prepend(QJsonArray{mark->first, mark->second});
            marked.insert(mark->first + mark->second, u'»').insert(mark->first, u'«');
        }
        item.insert(QStringLiteral("snippet"), hit.snippet.text);
        item.insert(QStringLiteral("matches"), matches);
        items.append(item);
        result().lines.append(itemLine(rows.first(), path));
        result().lines.append(QStringLiteral("    ") + marked);
    }
    result().document.insert(QStringLiteral("items"), items);
    const int unread = inside::unreadFiles(index, reader);
    result().document.insert(QStringLiteral("unread"), unread);
    if (unread > 0)
        result().remark(QStringLiteral("not read yet: %1 of the files kept here").arg(unread));
}

void Search::show(const mirror::Reader &reader, const engine::AccountPlace &place)
{
    result().document.insert(QStringLiteral("text"), textOf(given().arguments).join(QLatin1Char(' ')));
    if (given().has("inside"))
        return showInside(reader, inside::indexPath(place.folder));
    QJsonArray items;
    for (const mirror::ItemRow &row : reader.rows(reader.searchIds(restricted(given()), mostHits), true)) {
        const QString path = joined(row.path, row.name);
        items.append(jsonItem(reader, row, path));
        result().lines.append(itemLine(row, path));
    }
    result().document.insert(QStringLiteral("items"), items);
}

} // namespace learnlab::cli
