#include "tree_rows.h"

#include "domain/names.h"
#include "keys.h"
#include "meta.h"
#include "order_keys.h"

namespace learnlab::mirror {

qint64 TreeRows::generation() const
{
    if (!m_generation)
        m_generation = metaNumber(m_context.connection, metaGeneration).value_or(1);
    return *m_generation;
}

QByteArray TreeRows::keyOf(const QString &name) const
{
    return keyOf(name, searchKey(name).toUtf8());
}

QByteArray TreeRows::keyOf(const QString &name, const QByteArray &folded) const
{
    if (!m_firstScript)
        m_firstScript = firstScriptOf(m_context.connection);
    return sortKey(name, folded, *m_firstScript);
}

std::optional<TreeRows::Known> TreeRows::known(const ItemRef &ref) const
{
    Query query(m_context.connection,
                ref.kind == ItemKind::File
                    ? "SELECT folder_id, filename, is_deleted, trash_root, deleted_at, revision, seen, n "
                      "FROM files WHERE id = ?"
                    : "SELECT parent_id, name, trashed, NULL, deleted_at, revision, seen, n FROM folders WHERE id = ?",
                ref.id);
    if (!query.next())
        return std::nullopt;
    return Known{{query.id<FolderId>(0), query.text(1), query.boolean(2), query.id<FolderId>(3), query.optionalTime(4)},
                 query.integer(5),
                 query.integer(6),
                 query.integer(7)};
}

void TreeRows::put(const File &file)
{
    put(file, known(ItemRef::of(file.id)));
}

void TreeRows::put(const Folder &folder)
{
    put(folder, known(ItemRef::of(folder.id)));
}

void TreeRows::put(const File &file, const std::optional<Known> &before)
{
    const ItemRef ref = ItemRef::of(file.id);
    const Placement after = placementOf(file);
    const bool same = before && before->placement == after;
    // The feed repeats what the answer to an upload brought.
    if (same && file.revision > 0 && before->revision == file.revision && before->seen == generation())
        return;
    if (same)
        updateContents(file, *before);
    else if (before)
        update(file, after, *before);
    else
        insert(file, after);
    noteMove(ref, before ? std::optional(before->placement) : std::nullopt, after);
}

void TreeRows::insert(const File &file, const Placement &placement)
{
    const QByteArray folded = searchKey(file.filename).toUtf8();
    Query(m_context.connection,
          "INSERT INTO files(id, filename, file_size, mime_type, created_at, updated_at, is_deleted, folder_id, "
          "content_sha256, content_modified_at, revision, deleted_at, trash_root, trashed, seen, sort_key) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
          file.id, file.filename, file.fileSize, file.mimeType, file.createdAt, file.updatedAt, file.isDeleted,
          file.folderId, nullIfEmpty(file.contentSha256), file.contentModifiedAt, file.revision, file.deletedAt,
          nullIfNull(file.trashRoot), placement.trashed(), generation(), keyOf(file.filename, folded))
        .run();
    m_context.names.changed(ItemKind::File, m_context.connection.lastRow(),
                            nameEntryOf(file, placement.trashed(), folded));
}

void TreeRows::update(const File &file, const Placement &placement, const Known &before)
{
    Query(
        m_context.connection,
        "UPDATE files SET filename=?, file_size=?, mime_type=?, created_at=?, updated_at=?, is_deleted=?, folder_id=?, "
        "content_sha256=?, content_modified_at=?, revision=?, deleted_at=?, trash_root=?, trashed=?, seen=?, "
        "sort_key=? WHERE n=?",
        file.filename, file.fileSize, file.mimeType, file.createdAt, file.updatedAt, file.isDeleted, file.folderId,
        nullIfEmpty(file.contentSha256), file.contentModifiedAt, file.revision, file.deletedAt,
        nullIfNull(file.trashRoot), placement.trashed(), generation(), keyOf(file.filename), before.row)
        .run();
    m_context.names.changed(ItemKind::File, before.row, nameEntryOf(file, placement.trashed()));
}

/// The place is as it was: indexes of places and names are left alone.
void TreeRows::updateContents(const File &file, const Known &before)
{
    Query(m_context.connection,
          "UPDATE files SET file_size=?, mime_type=?, created_at=?, updated_at=?, content_sha256=?, "
          "content_modified_at=?, revision=?, seen=? WHERE n=?",
          file.fileSize, file.mimeType, file.createdAt, file.updatedAt, nullIfEmpty(file.contentSha256),
          file.contentModifiedAt, file.revision, generation(), before.row)
        .run();
    m_context.names.changed(ItemKind::File, before.row, nameEntryOf(file, before.placement.trashed()));
}

void TreeRows::put(const Folder &folder, const std::optional<Known> &before)
{
    const ItemRef ref = ItemRef::of(folder.id);
    if (before)
        update(folder, *before);
    else
        insert(folder);
    noteMove(ref, before ? std::optional(before->placement) : std::nullopt, placementOf(folder));
}

void TreeRows::insert(const Folder &folder)
{
    Query(m_context.connection,
          "INSERT INTO folders(id, parent_id, name, created_at, updated_at, revision, trashed, deleted_at, seen, "
          "sort_key) VALUES (?,?,?,?,?,?,?,?,?,?)",
          folder.id, folder.parentId, folder.name, folder.createdAt, folder.updatedAt, folder.revision, folder.trashed,
          folder.deletedAt, generation(), keyOf(folder.name))
        .run();
    m_context.names.changed(ItemKind::Folder, m_context.connection.lastRow(), nameEntryOf(folder));
}

void TreeRows::update(const Folder &folder, const Known &before)
{
    Query(m_context.connection,
          "UPDATE folders SET parent_id=?, name=?, created_at=?, updated_at=?, revision=?, trashed=?, deleted_at=?, "
          "seen=?, sort_key=? WHERE n=?",
          folder.parentId, folder.name, folder.createdAt, folder.updatedAt, folder.revision, folder.trashed,
          folder.deletedAt, generation(), keyOf(folder.name), before.row)
        .run();
    m_context.names.changed(ItemKind::Folder, before.row, nameEntryOf(folder));
}

void TreeRows::doubt(const ItemRef &ref)
{
    Query(m_context.connection,
          ref.kind == ItemKind::File ? "UPDATE files SET seen = ? WHERE id = ?"
                                     : "UPDATE folders SET seen = ? WHERE id = ?",
          generation() - 1, ref.id)
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
              "sort_key=? WHERE n=?",
              placement.parent, placement.name, placement.deleted, nullIfNull(placement.trashRoot), placement.deletedAt,
              placement.trashed(), keyOf(placement.name), before->row)
            .run();
        if (const std::optional<File> file = m_context.reader.file(ref.fileId()))
            m_context.names.changed(ref.kind, before->row, nameEntryOf(*file, placement.trashed()));
    } else {
        Query(m_context.connection,
              "UPDATE folders SET parent_id=?, name=?, trashed=?, deleted_at=?, sort_key=? WHERE n=?", placement.parent,
              placement.name, placement.deleted, placement.deletedAt, keyOf(placement.name), before->row)
            .run();
        if (const std::optional<Folder> folder = m_context.reader.folder(ref.folderId()))
            m_context.names.changed(ref.kind, before->row, nameEntryOf(*folder));
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
    m_context.names.changed(ref.kind, before->row, std::nullopt);
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

void TreeRows::renewNamesIn(FolderId folder)
{
    Query folders(m_context.connection, "SELECT " LEARNLAB_FOLDER_COLUMNS ", n FROM folders WHERE parent_id = ?",
                  folder);
    while (folders.next())
        m_context.names.changed(ItemKind::Folder, folders.integer(8), nameEntryOf(readFolder(folders)));
    Query files(m_context.connection, "SELECT " LEARNLAB_FILE_COLUMNS ", n, trashed FROM files WHERE folder_id = ?",
                folder);
    while (files.next())
        m_context.names.changed(ItemKind::File, files.integer(13), nameEntryOf(readFile(files), files.boolean(14)));
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
          nullIfNull(placement.trashRoot), placement.deletedAt)
        .run();
}

void TreeRows::dropBase(const ItemRef &ref)
{
    Query(m_context.connection, "DELETE FROM base_rows WHERE kind=? AND id=?", static_cast<int>(ref.kind), ref.id)
        .run();
}

std::optional<ItemRef> TreeRows::namesake(FolderId folder, const QString &name, const ItemRef &except) const
{
    const auto first = [&](Query &query) -> std::optional<ItemRef> {
        while (query.next()) {
            const ItemRef ref{static_cast<ItemKind>(query.integer(0)), query.idBytes(1)};
            if (query.text(2) == name && !(ref == except))
                return ref;
        }
        return std::nullopt;
    };
    if (hasOrder(m_context.connection)) {
        Query query(
            m_context.connection,
            "SELECT 1, id, name FROM folders WHERE parent_id = ?1 AND sort_key = ?2 AND trashed = 0 "
            "UNION ALL SELECT 0, id, filename FROM files WHERE folder_id = ?1 AND sort_key = ?2 AND trashed = 0",
            folder, keyOf(name));
        return first(query);
    }
    Query query(m_context.connection,
                "SELECT 1, id, name FROM folders WHERE parent_id = ?1 AND name = ?2 AND trashed = 0 "
                "UNION ALL SELECT 0, id, filename FROM files WHERE folder_id = ?1 AND filename = ?2 AND trashed = 0",
                folder, name);
    return first(query);
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
