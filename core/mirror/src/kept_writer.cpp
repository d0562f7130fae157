#include "kept_rows.h"
#include "writer_impl.h"

namespace learnlab::mirror {

Result<void> Writer::setKept(ItemRef item, bool kept)
{
    return m_impl->write([&](Impl::Parts &) {
        const char *sql = kept ? "INSERT OR IGNORE INTO kept_items(kind, id) VALUES (?, ?)"
                               : "DELETE FROM kept_items WHERE kind = ? AND id = ?";
        Query(m_impl->connection, sql, static_cast<int>(item.kind), item.id).run();
        m_impl->notes.item(item);
        return Result<void>();
    });
}

Result<void> Writer::setOpenedCopy(const OpenedCopy &copy)
{
    return m_impl->write([&](Impl::Parts &) {
        Query(m_impl->connection,
              "INSERT OR REPLACE INTO opened_copies(" LEARNLAB_COPY_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
              copy.place, copy.name, copy.fileId, copy.sha256, copy.baseSha256, copy.baseRevision, copy.earlier.join(),
              copy.stamp.size, copy.stamp.mtimeNs, static_cast<qint64>(copy.stamp.inode), copy.openedAt,
              copy.transferId)
            .run();
        m_impl->notes.item(ItemRef::of(copy.fileId));
        return Result<void>();
    });
}

Result<void> Writer::removeOpenedCopy(const QString &place)
{
    return m_impl->write([&](Impl::Parts &) {
        Query(m_impl->connection, "DELETE FROM opened_copies WHERE place = ?", place).run();
        return Result<void>();
    });
}

} // namespace learnlab::mirror
