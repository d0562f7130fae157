#include "feed_rows.h"

#include "link_rows.h"
#include "meta.h"
#include "schema_names.h"

namespace learnlab::mirror {

/// As OperationRows::take() where nothing of the user's is on its way: most of a first pull's time goes here.
template <class Row>
void FeedRows::takePlain(const Row &row)
{
    const std::optional<TreeRows::Known> known = m_tree.known(ItemRef::of(row.id));
    const bool stale = known && known->seen == m_tree.generation() && row.revision < known->revision;
    if (!stale)
        m_tree.put(row, known);
}

/// While the first pull goes on what is recent is found without its index: rows come in any order of time, and to put
/// each into its place among a million costs as much as all the rest of it. Built at the end it takes a second.
void FeedRows::holdBackRecent(const ChangesPage &page)
{
    if (metaNumber(m_context.connection, metaFirstSyncDone).value_or(0) != 0)
        return;
    m_context.connection.execute(page.more ? dropRecentIndex : makeRecentIndex);
}

void FeedRows::apply(const ChangesPage &page)
{
    holdBackRecent(page);
    const bool plain = numberFrom(m_context.connection, "SELECT EXISTS(SELECT 1 FROM pending_operations) OR "
                                                        "EXISTS(SELECT 1 FROM base_rows)") == 0;
    for (const Folder &folder : page.folders) {
        if (!plain) {
            m_operations.take(folder);
            continue;
        }
        takePlain(folder);
        if (!folder.trashed)
            m_tree.clearTrashRoot(folder.id);
    }
    for (const File &file : page.files) {
        if (plain)
            takePlain(file);
        else
            m_operations.take(file);
    }
    for (const ChangesPage::Removed &removed : page.removed)
        remove(removed);
    applyLinks(m_context.connection, page, m_tree.generation());
    if (!page.links.isEmpty() || !page.removed.isEmpty())
        m_context.notes.links();
    if (page.profile)
        setAccount(*page.profile);
    if (page.usage)
        setUsage(*page.usage);
    setMeta(m_context.connection, metaCursor, page.cursor);
    if (page.more)
        return;
    if (pullsFromBeginning(m_context.connection))
        sweep();
    if (metaNumber(m_context.connection, metaFirstSyncDone).value_or(0) == 0) {
        setMeta(m_context.connection, metaFirstSyncDone, 1);
        m_context.notes.account();
    }
}

void FeedRows::remove(const ChangesPage::Removed &removed)
{
    const std::optional<TreeRows::Known> known = m_tree.known(removed.item);
    const bool older = known && known->seen == m_tree.generation() && removed.revision < known->revision;
    // Bytes kept here stay listed in `content`, whose room then decides about them.
    if (known && !older)
        m_tree.erase(removed.item);
}

void FeedRows::beginResync()
{
    setMeta(m_context.connection, metaGeneration, m_tree.generation() + 1);
    setMeta(m_context.connection, metaResyncing, 1);
    setMeta(m_context.connection, metaCursor, QByteArray());
}

namespace {

#define LEARNLAB_SWEPT_FILES                                                                                           \
    "FROM files WHERE seen < ?1 AND revision > 0 "                                                                     \
    "AND id NOT IN (SELECT target_id FROM pending_operations WHERE target_kind = 0 AND error_code IS NULL) "           \
    "AND id NOT IN (SELECT file_id FROM transfers WHERE unfinished = 1) "                                              \
    "AND id NOT IN (SELECT file_id FROM content WHERE present = 1)"

#define LEARNLAB_FOLDERS_TO_KEEP                                                                                       \
    "WITH RECURSIVE kept(id) AS ("                                                                                     \
    "SELECT folder_id FROM files WHERE seen < ?1 "                                                                     \
    "UNION SELECT folder_id FROM transfers WHERE unfinished = 1 "                                                      \
    "UNION SELECT target_id FROM pending_operations WHERE target_kind = 1 AND error_code IS NULL "                     \
    "UNION SELECT parent_id FROM pending_operations WHERE error_code IS NULL "                                         \
    "UNION SELECT parent_id FROM folders JOIN kept ON folders.id = kept.id) "
#define LEARNLAB_SWEPT_FOLDERS "FROM folders WHERE seen < ?1 AND revision > 0 AND id NOT IN (SELECT id FROM kept)"

struct Sweep
{
    ItemKind kind;
    const char *rows; ///< whose names go first
    const char *remove;
};

constexpr Sweep sweeps[] = {
    {ItemKind::File, "SELECT n " LEARNLAB_SWEPT_FILES, "DELETE " LEARNLAB_SWEPT_FILES},
    {ItemKind::Folder, LEARNLAB_FOLDERS_TO_KEEP "SELECT n " LEARNLAB_SWEPT_FOLDERS,
     LEARNLAB_FOLDERS_TO_KEEP "DELETE " LEARNLAB_SWEPT_FOLDERS},
};

} // namespace

/// Takes out what a whole pull did not bring. What the user did here, unless the server refused it, or keeps here
/// stays, with the folders that lead to it.
void FeedRows::sweep()
{
    for (const Sweep &sweep : sweeps) {
        Query swept(m_context.connection, sweep.rows, m_tree.generation());
        while (swept.next())
            m_context.names.changed(sweep.kind, swept.integer(0), std::nullopt);
        Query(m_context.connection, sweep.remove, m_tree.generation()).run();
    }
    m_context.connection.execute("DELETE FROM content WHERE present = 0 AND file_id NOT IN (SELECT id FROM files)");
    sweepLinks(m_context.connection, m_tree.generation());
    m_context.notes.links();
    setMeta(m_context.connection, metaResyncing, 0);
    m_context.notes.everything();
    m_context.notes.trash();
}

void FeedRows::sweepAgain()
{
    if (!pullsFromBeginning(m_context.connection))
        sweep();
}

void FeedRows::setAccount(const User &user)
{
    Query(m_context.connection, "DELETE FROM users WHERE id <> ?", user.id).run();
    Query(
        m_context.connection,
        "INSERT INTO users(id, email, username, full_name, created_at, is_active, last_login) VALUES (?,?,?,?,?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET email=excluded.email, username=excluded.username, full_name=excluded.full_name, "
        "created_at=excluded.created_at, is_active=excluded.is_active, last_login=excluded.last_login",
        user.id, user.email, user.username, user.fullName, user.createdAt, user.isActive, user.lastLogin)
        .run();
    m_context.notes.account();
}

void FeedRows::setUsage(const Usage &usage)
{
    setMeta(m_context.connection, metaBytesUsed, usage.bytesUsed);
    setMeta(m_context.connection, metaFiles, usage.files);
    setMeta(m_context.connection, metaBytesReserved, usage.bytesReserved);
    setMeta(m_context.connection, metaQuota, usage.quota);
    m_context.notes.account();
}

} // namespace learnlab::mirror
