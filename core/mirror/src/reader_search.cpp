#include "mirror/reader.h"

#include "folder_walk.h"
#include "keys.h"

#include <algorithm>

namespace learnlab::mirror {

namespace {

/// More hits than anybody reads: beyond it the best may be missed, but the answer stays quick.
constexpr qsizetype mostHits = 2000;

struct Hit
{
    ItemRef ref;
    QString key;
    int rank = 0;
};

/// 0: the whole name, 1: its beginning, 2: the beginning of a word in it, 3: somewhere. Nothing: a word is missing.
std::optional<int> rankOf(const QString &key, const QStringList &words, const QString &phrase)
{
    for (const QString &word : words) {
        if (!key.contains(word))
            return std::nullopt;
    }
    if (key == phrase || key.startsWith(phrase + QLatin1Char('.')))
        return 0;
    if (key.startsWith(phrase))
        return 1;
    const QString &first = words.constFirst();
    for (qsizetype at = key.indexOf(first); at >= 0; at = key.indexOf(first, at + 1)) {
        if (at == 0 || !key.at(at - 1).isLetterOrNumber())
            return 2;
    }
    return 3;
}

struct Statements
{
    ItemKind kind;
    const char *byTrigrams;
    const char *all; ///< for words of one or two letters, which have no trigram
};

constexpr Statements searched[] = {
    {ItemKind::Folder,
     "SELECT f.id, f.parent_id, f.search_key FROM folder_names(?) JOIN folders f ON f.n = folder_names.rowid WHERE "
     "f.trashed = 0",
     "SELECT id, parent_id, search_key FROM folders WHERE trashed = 0 AND instr(search_key, ?) > 0"},
    {ItemKind::File,
     "SELECT f.id, f.folder_id, f.search_key FROM file_names(?) JOIN files f ON f.n = file_names.rowid WHERE f.trashed "
     "= 0",
     "SELECT id, folder_id, search_key FROM files WHERE trashed = 0 AND instr(search_key, ?) > 0"},
};

} // namespace

QList<ItemRef> Reader::searchIds(const QString &text, int limit) const
{
    const QStringList words = searchWords(text);
    if (words.isEmpty())
        return {};
    const Snapshot snapshot(*m_connection);
    const QString expression = trigramExpression(words);
    const QString phrase = words.join(QLatin1Char(' '));
    FolderWalk folders(*m_connection);
    QList<Hit> hits;
    for (const Statements &statements : searched) {
        Query query(*m_connection, expression.isEmpty() ? statements.all : statements.byTrigrams,
                    expression.isEmpty() ? words.constFirst() : expression);
        const qsizetype end = hits.size() + mostHits;
        while (hits.size() < end && query.next()) {
            const QString key = query.text(2);
            const std::optional<int> rank = rankOf(key, words, phrase);
            if (rank && folders.isLive(query.id<FolderId>(1)))
                hits.append({{statements.kind, query.idBytes(0)}, key, *rank});
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return std::tie(a.rank, a.key) < std::tie(b.rank, b.key); });
    QList<ItemRef> ids;
    for (qsizetype i = 0; i < std::min<qsizetype>(limit, hits.size()); ++i)
        ids.append(hits.at(i).ref);
    return ids;
}

int Reader::findName(const QList<ItemRef> &refs, int from, const QString &beginning) const
{
    const QString key = searchKey(beginning);
    if (key.isEmpty() || refs.isEmpty())
        return -1;
    const Snapshot snapshot(*m_connection);
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const qsizetype place = (from + i) % refs.size();
        const ItemRef &ref = refs.at(place);
        Query query(*m_connection,
                    ref.kind == ItemKind::File ? "SELECT search_key FROM files WHERE id = ?"
                                               : "SELECT search_key FROM folders WHERE id = ?",
                    ref.id);
        if (query.next() && query.text(0).startsWith(key))
            return static_cast<int>(place);
    }
    return -1;
}

} // namespace learnlab::mirror
