#include "link_rows.h"

namespace learnlab::mirror {

void putLink(Connection &connection, const domain::Link &link, qint64 generation)
{
    if (link.revoked) {
        forgetLink(connection, link.id);
        return;
    }
    Query(connection,
          "INSERT OR REPLACE INTO links(id, file_id, url, created_at, expires_at, has_password, opened, seen) "
          "VALUES (?,?,?,?,?,?,?,?)",
          link.id, link.fileId, link.url, link.createdAt, link.expiresAt, link.hasPassword, link.opened, generation)
        .run();
}

void forgetLink(Connection &connection, domain::LinkId id)
{
    Query(connection, "DELETE FROM links WHERE id = ?", id).run();
}

void applyLinks(Connection &connection, const ChangesPage &page, qint64 generation)
{
    for (const ChangesPage::Removed &removed : page.removed) {
        if (removed.item.kind == domain::ItemKind::File)
            Query(connection, "DELETE FROM links WHERE file_id = ?", removed.item.id).run();
    }
    for (const domain::Link &link : page.links)
        putLink(connection, link, generation);
}

void sweepLinks(Connection &connection, qint64 generation)
{
    Query(connection, "DELETE FROM links WHERE seen < ?", generation).run();
}

} // namespace learnlab::mirror
