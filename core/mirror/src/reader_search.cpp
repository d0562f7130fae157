#include "mirror/reader.h"

#include "keys.h"
#include "name_search.h"

#include <algorithm>
#include <limits>

namespace learnlab::mirror {

namespace {

quint32 secondsFrom(const std::optional<Timestamp> &time)
{
    if (!time)
        return 0;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time->time_since_epoch()).count();
    return static_cast<quint32>(std::clamp<qint64>(seconds, 1, std::numeric_limits<quint32>::max()));
}

std::vector<qint64> rowsWithBytesHere(Connection &connection)
{
    std::vector<qint64> rows;
    Query query(connection, "SELECT n FROM content CROSS JOIN files ON id = file_id WHERE present = 1 ORDER BY n");
    while (query.next())
        rows.push_back(query.integer(0));
    return rows;
}

NameWanted wantedBy(const SearchQuery &query)
{
    NameWanted wanted;
    for (const QString &word : query.words)
        wanted.words.push_back(word.toStdString());
    for (const domain::FileKind kind : query.kinds)
        wanted.kinds |= 1U << static_cast<unsigned>(kind);
    wanted.since = secondsFrom(query.since);
    wanted.before = secondsFrom(query.before);
    if (query.larger)
        wanted.larger = static_cast<float>(*query.larger);
    if (query.smaller)
        wanted.smaller = static_cast<float>(*query.smaller);
    return wanted;
}

} // namespace

QList<ItemRef> Reader::searchIds(const QString &text, int limit) const
{
    SearchQuery query;
    query.words = searchWords(text);
    return searchIds(query, limit);
}

QList<ItemRef> Reader::searchIds(const SearchQuery &query, int limit) const
{
    if ((query.words.isEmpty() && !query.restricts()) || limit <= 0)
        return {};
    const Snapshot snapshot(*m_connection);
    NameWanted wanted = wantedBy(query);
    if (query.offline)
        wanted.rows = rowsWithBytesHere(*m_connection);
    if (!query.below.isEmpty()) {
        const std::optional<ItemRef> folder = resolve(query.below);
        if (!folder || folder->kind != ItemKind::Folder)
            return {};
        wanted.below = folder->folderId();
    }
    QList<ItemRef> ids;
    const std::lock_guard lock(m_names->mutex());
    m_names->refresh(*m_connection);
    for (const NameHit &hit : searchNames(*m_names, wanted, static_cast<size_t>(limit))) {
        if (hit.kind == ItemKind::Folder) {
            ids.append({ItemKind::Folder, m_names->folders()[hit.folder].id});
            continue;
        }
        Query row(*m_connection, "SELECT id FROM files WHERE n = ?", hit.row);
        if (row.next())
            ids.append(ItemRef::of(row.id<FileId>(0)));
    }
    return ids;
}

void Reader::prepareSearch() const
{
    const Snapshot snapshot(*m_connection);
    const std::lock_guard lock(m_names->mutex());
    m_names->refresh(*m_connection);
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
                    ref.kind == ItemKind::File ? "SELECT filename FROM files WHERE id = ?"
                                               : "SELECT name FROM folders WHERE id = ?",
                    ref.id);
        if (query.next() && searchKey(query.text(0)).startsWith(key))
            return static_cast<int>(place);
    }
    return -1;
}

} // namespace learnlab::mirror
