#include "kept_rows.h"

#include "folder_walk.h"

namespace learnlab::mirror {

namespace {

constexpr qsizetype digestSize = 32;

/// Something on its way below a folder is said before something that cannot come.
void raiseKeeping(Connection &connection, QHash<FolderId, Keeping> *missing, FolderId folder, Keeping keeping)
{
    for (FolderId current = folder; !current.isNull();) {
        const auto known = missing->constFind(current);
        if (known != missing->constEnd() && (*known == keeping || *known == Keeping::Fetching))
            return;
        missing->insert(current, keeping);
        Query query(connection, "SELECT parent_id FROM folders WHERE id = ?", current);
        if (!query.next())
            return;
        current = query.id<FolderId>(0);
    }
}

} // namespace

OpenedCopy readCopy(const Query &query)
{
    OpenedCopy copy;
    copy.place = query.text(0);
    copy.name = query.blob(1);
    copy.fileId = query.id<FileId>(2);
    copy.sha256 = query.blob(3);
    copy.baseSha256 = query.blob(4);
    copy.baseRevision = query.integer(5);
    const QByteArray earlier = query.blob(6);
    for (qsizetype at = 0; at + digestSize <= earlier.size(); at += digestSize)
        copy.earlier.append(earlier.mid(at, digestSize));
    copy.stamp.size = query.integer(7);
    copy.stamp.mtimeNs = query.integer(8);
    copy.stamp.inode = static_cast<quint64>(query.integer(9));
    copy.openedAt = query.time(10);
    copy.transferId = query.id<TransferId>(11);
    return copy;
}

KeptFolders::KeptFolders(Connection &connection) : m_connection(connection)
{
    Query query(connection, "SELECT id FROM kept_items WHERE kind = 1");
    while (query.next())
        m_kept.insert(query.id<FolderId>(0));
}

bool KeptFolders::holds(FolderId folder)
{
    if (m_kept.isEmpty())
        return false;
    QList<FolderId> walked;
    bool held = false;
    for (FolderId current = folder; !held && walked.size() < deepestFolder;) {
        if (const auto known = m_known.constFind(current); known != m_known.constEnd()) {
            held = *known;
            break;
        }
        walked.append(current);
        held = m_kept.contains(current);
        Query query(m_connection, "SELECT parent_id FROM folders WHERE id = ?", current);
        if (current.isNull() || !query.next())
            break;
        current = query.id<FolderId>(0);
    }
    for (const FolderId &id : std::as_const(walked))
        m_known.insert(id, held);
    return held;
}

Keeping KeptFolders::of(FolderId folder)
{
    if (!holds(folder))
        return Keeping::No;
    if (!m_missing)
        readMissing();
    return m_missing->value(folder, Keeping::Kept);
}

void KeptFolders::readMissing()
{
    m_missing.emplace();
    Query query(m_connection,
                "SELECT folder_id, EXISTS (SELECT 1 FROM transfers WHERE transfers.file_id = content.file_id "
                "AND unfinished = 1 AND pinned = 1) FROM content INDEXED BY content_missing "
                "JOIN files ON files.id = content.file_id "
                "WHERE content.pinned = 1 AND content.present = 0 AND files.trashed = 0");
    while (query.next()) {
        raiseKeeping(m_connection, &*m_missing, query.id<FolderId>(0),
                     query.boolean(1) ? Keeping::Fetching : Keeping::Partly);
    }
}

Keeping keepingOf(Connection &connection, const ItemRow &file)
{
    if (!file.pinned)
        return Keeping::No;
    if (file.available)
        return Keeping::Kept;
    const bool onItsWay =
        numberFrom(connection, "SELECT count(*) FROM transfers WHERE file_id = ? AND unfinished = 1 AND pinned = 1",
                   file.ref.id) > 0;
    return onItsWay ? Keeping::Fetching : Keeping::Partly;
}

} // namespace learnlab::mirror
