#include "tree_rows.h"

#include "domain/names.h"
#include "keys.h"
#include "meta.h"

namespace learnlab::mirror {

TreeRows::TreeRows(WriteContext &context)
    : m_context(context), m_generation(metaNumber(context.connection, metaGeneration).value_or(1))
{
    Query query(context.connection, "SELECT id FROM users LIMIT 1");
    if (query.next())
        m_user = query.id<UserId>(0);
}

std::optional<TreeRows::Known> TreeRows::known(const ItemRef &ref) const
{
    Query query(
        m_context.connection,
        ref.kind == ItemKind::File
            ? "SELECT folder_id, filename, is_deleted, trash_root, deleted_at, revision, seen FROM files WHERE id = ?"
            : "SELECT parent_id, name, trashed, NULL, deleted_at, revision, seen FROM folders WHERE id = ?",
        ref.id);
    if (!query.next())
        return std::nullopt;
    return Known{{query.id<FolderId>(0), query.text(1), query.boolean(2), query.id<FolderId>(3), query.optionalTime(4)},
                 query.integer(5),
                 query.integer(6)};
}

void TreeRows::put(const File &file)
{
    const ItemRef ref = ItemRef::of(file.id);
    const std::optional<Known> before = known(ref);
    const Placement after = placementOf(file);
    Query query(
        m_context.connection,
        "INSERT INTO files(id, user_id, filename, file_size, mime_type, created_at, updated_at, is_deleted, folder_id, "
        "content_sha256, content_modified_at, revision, deleted_at, trash_root, trashed, seen, sort_key, search_key) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET filename=excluded.filename, "
        "file_size=excluded.file_size, mime_type=excluded.mime_type, created_at=excluded.created_at, "
        "updated_at=excluded.updated_at, is_deleted=excluded.is_deleted, folder_id=excluded.folder_id, "
        "content_sha256=excluded.content_sha256, content_modified_at=excluded.content_modified_at, "
        "revision=excluded.revision, deleted_at=excluded.deleted_at, trash_root=excluded.trash_root, "
        "trashed=excluded.trashed, seen=excluded.seen, sort_key=excluded.sort_key, search_key=excluded.search_key",
        file.id, m_user, file.filename, file.fileSize, file.mimeType, file.createdAt, file.updatedAt, file.isDeleted,
        file.folderId, nullIfEmpty(file.contentSha256), file.contentModifiedAt, file.revision, file.deletedAt,
        file.trashRoot.isNull() ? std::nullopt : std::optional(file.trashRoot), after.trashed(), m_generation,
        sortKey(file.filename), searchKey(file.filename));
    query.run();
    noteMove(ref, before ? std::optional(before->placement) : std::nullopt, after);
}

void TreeRows::put(const Folder &folder)
{
    const ItemRef ref = ItemRef::of(folder.id);
    const std::optional<Known> before = known(ref);
    Query query(
        m_context.connection,
        "INSERT INTO folders(id, parent_id, name, created_at, updated_at, revision, trashed, deleted_at, seen, "
        "sort_key, "
        "search_key) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET parent_id=excluded.parent_id, "
        "name=excluded.name, created_at=excluded.created_at, updated_at=excluded.updated_at, "
        "revision=excluded.revision, "
        "trashed=excluded.trashed, deleted_at=excluded.deleted_at, seen=excluded.seen, sort_key=excluded.sort_key, "
        "search_key=excluded.search_key",
        folder.id, folder.parentId, folder.name, folder.createdAt, folder.updatedAt, folder.revision, folder.trashed,
        folder.deletedAt, m_generation, sortKey(folder.name), searchKey(folder.name));
    query.run();
    noteMove(ref, before ? std::optional(before->placement) : std::nullopt, placementOf(folder));
}

void TreeRows::doubt(const ItemRef &ref)
{
    Query(m_context.connection,
          ref.kind == ItemKind::File ? "UPDATE files SET seen = ? WHERE id = ?" : "UPDATE folders SET seen = ? WHERE id = ?",
          m_generation - 1, ref.id)
        .run();
}

void TreeRows::place(const ItemRef &ref, const Placement &placement)
{
    const std::optional<Known> before = known(ref);
    if (!before || before->placement == placement)
        return;
    if (ref.kind == ItemKind::File) {
        Query(m_context.connection,
              "UPDATE files SET folder_id=?, filename=?, is_deleted=?, trash_root=?, deleted_at=?, trashed=?, "
              "sort_key=?, "
              "search_key=? WHERE id=?",
              placement.parent, placement.name, placement.deleted,
              placement.trashRoot.isNull() ? std::nullopt : std::optional(placement.trashRoot), placement.deletedAt,
              placement.trashed(), sortKey(placement.name), searchKey(placement.name), ref.id)
            .run();
    } else {
        Query(m_context.connection,
              "UPDATE folders SET parent_id=?, name=?, trashed=?, deleted_at=?, sort_key=?, search_key=? WHERE id=?",
              placement.parent, placement.name, placement.deleted, placement.deletedAt, sortKey(placement.name),
              searchKey(placement.name), ref.id)
            .run();
    }
    noteMove(ref, before->placement, placement);
}

void TreeRows::erase(const ItemRef &ref)
{
    const std::optional<Known> before = known(ref);
    if (!before)
        return;
    Query(m_context.connection,
          ref.kind == ItemKind::File ? "DELETE FROM files WHERE id=?" : "DELETE FROM folders WHERE id=?", ref.id)
        .run();
    dropBase(ref);
    noteMove(ref, before->placement, std::nullopt);
}

void TreeRows::clearTrashRoot(FolderId folder)
{
    Query query(m_context.connection,
                "UPDATE files SET is_deleted=0, deleted_at=NULL, trash_root=NULL WHERE trash_root=?", folder);
    query.run();
    if (m_context.connection.lastChanges() > 0)
        m_context.notes.everything();
}

std::optional<Placement> TreeRows::base(const ItemRef &ref) const
{
    Query query(m_context.connection,
                "SELECT parent_id, name, is_deleted, trash_root, deleted_at FROM base_rows WHERE kind=? AND id=?",
                static_cast<int>(ref.kind), ref.id);
    if (!query.next())
        return std::nullopt;
    return Placement{query.id<FolderId>(0), query.text(1), query.boolean(2), query.id<FolderId>(3),
                     query.optionalTime(4)};
}

void TreeRows::setBase(const ItemRef &ref, const Placement &placement)
{
    Query(m_context.connection,
          "INSERT OR REPLACE INTO base_rows(kind, id, parent_id, name, is_deleted, trash_root, deleted_at) VALUES "
          "(?,?,?,?,?,?,?)",
          static_cast<int>(ref.kind), ref.id, placement.parent, placement.name, placement.deleted,
          placement.trashRoot.isNull() ? std::nullopt : std::optional(placement.trashRoot), placement.deletedAt)
        .run();
}

void TreeRows::dropBase(const ItemRef &ref)
{
    Query(m_context.connection, "DELETE FROM base_rows WHERE kind=? AND id=?", static_cast<int>(ref.kind), ref.id)
        .run();
}

std::optional<ItemRef> TreeRows::namesake(FolderId folder, const QString &name, const ItemRef &except) const
{
    Query query(m_context.connection,
                "SELECT 1, id, name FROM folders WHERE parent_id = ?1 AND sort_key = ?2 AND trashed = 0 "
                "UNION ALL SELECT 0, id, filename FROM files WHERE folder_id = ?1 AND sort_key = ?2 AND trashed = 0",
                folder, sortKey(name));
    while (query.next()) {
        const ItemRef ref{static_cast<ItemKind>(query.integer(0)), query.idBytes(1)};
        if (query.text(2) == name && !(ref == except))
            return ref;
    }
    return std::nullopt;
}

QString TreeRows::freeNameIn(FolderId folder, const QString &name, const ItemRef &except) const
{
    return domain::freeName(name,
                            [&](const QString &candidate) { return namesake(folder, candidate, except).has_value(); });
}

void TreeRows::noteMove(const ItemRef &ref, const std::optional<Placement> &before,
                        const std::optional<Placement> &after)
{
    m_context.notes.item(ref);
    if ((before && before->trashed()) || (after && after->trashed()))
        m_context.notes.trash();
    const bool listedBefore = before && !before->trashed();
    const bool listedAfter = after && !after->trashed();
    const bool same = listedBefore && listedAfter && before->parent == after->parent && before->name == after->name;
    if (same)
        return;
    if (listedBefore)
        m_context.notes.folder(before->parent);
    if (listedAfter)
        m_context.notes.folder(after->parent);
}

} // namespace learnlab::mirror
