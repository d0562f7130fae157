#include "inside/search.h"

#include "index.h"
#include "plan.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <limits>

namespace learnlab::inside {

namespace {

constexpr int spare = 4; // of so many found some may be in trash, or not what else was asked for

/// All the words, each as the beginning of one.
QByteArray matchFor(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words) {
        const bool hasLetters =
            std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (hasLetters)
            parts.append(QLatin1Char('"') + QString(word).replace(u'"', QLatin1String("\"\"")) + QLatin1String("\"*"));
    }
    return parts.join(QLatin1Char(' ')).toUtf8();
}

/// The files that the query allows and whose bytes are here, by what these are.
QHash<QByteArray, QList<domain::FileId>> allowedFiles(const mirror::Reader &reader, mirror::SearchQuery query)
{
    QSet<domain::FileId> allowed;
    query.words.clear();
    const bool all = !query.restricts();
    if (!all) {
        query.offline = true;
        const QList<domain::ItemRef> refs = reader.searchIds(query, std::numeric_limits<int>::max());
        for (const domain::ItemRef &ref : refs) {
            if (ref.kind == domain::ItemKind::File)
                allowed.insert(ref.fileId());
        }
    }
    QHash<QByteArray, QList<domain::FileId>> files;
    const QList<mirror::ContentRow> rows = reader.contents();
    for (const mirror::ContentRow &row : rows) {
        if (row.present && (all || allowed.contains(row.fileId)))
            files[row.sha256].append(row.fileId);
    }
    return files;
}

} // namespace

QString indexPath(const QString &accountFolder)
{
    return accountFolder + QStringLiteral("/inside.db");
}

QList<Hit> search(const QString &indexPath, const mirror::Reader &reader, const mirror::SearchQuery &query, int limit,
                  std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    const QByteArray match = matchFor(query.words);
    const std::unique_ptr<Index> index = match.isEmpty() ? nullptr : Index::openToRead(indexPath);
    if (!index)
        return {};
    const QList<Index::Found> found = index->find(match, query.restricts() ? -1 : limit * spare);
    if (found.isEmpty())
        return {};
    QList<Hit> hits;
    const auto files = allowedFiles(reader, query);
    for (const Index::Found &document : found) {
        std::optional<Snippet> snippet;
        const QList<domain::FileId> here = files.value(document.sha256);
        for (const domain::FileId &file : here) {
            if (!reader.isLive(domain::ItemRef::of(file)))
                continue;
            if (hits.size() >= limit)
                return hits;
            if (!snippet)
                snippet = end.hasExpired() ? Snippet() : index->snippet(document.row, match);
            hits.append({file, *snippet});
        }
    }
    return hits;
}

int unreadFiles(const QString &indexPath, const mirror::Reader &reader)
{
    const std::unique_ptr<Index> index = Index::openToRead(indexPath);
    return static_cast<int>(workFor(reader, index ? index->digests() : QSet<QByteArray>()).unread.size());
}

} // namespace learnlab::inside
