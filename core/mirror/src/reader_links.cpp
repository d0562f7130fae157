#include "link_rows.h"
#include "mirror/reader.h"

namespace learnlab::mirror {

namespace {

#define LEARNLAB_LINK_COLUMNS "links.id, file_id, url, links.created_at, expires_at, has_password, opened"

domain::Link readLink(const Query &query)
{
    domain::Link link;
    link.id = query.id<domain::LinkId>(0);
    link.fileId = query.id<domain::FileId>(1);
    link.url = query.text(2);
    link.createdAt = query.time(3);
    link.expiresAt = query.optionalTime(4);
    link.hasPassword = query.boolean(5);
    link.opened = query.integer(6);
    return link;
}

} // namespace

QList<LinkRow> Reader::links() const
{
    const Snapshot snapshot(*m_connection);
    QList<LinkRow> rows;
    Query query(*m_connection, "SELECT " LEARNLAB_LINK_COLUMNS ", filename, mime_type FROM links "
                               "LEFT JOIN files ON files.id = file_id ORDER BY links.created_at DESC, links.id DESC");
    while (query.next()) {
        LinkRow row{readLink(query), query.text(7), {}, query.text(8), true};
        const auto file = domain::ItemRef::of(row.link.fileId);
        if (!row.name.isEmpty()) {
            row.path = pathOf(file).chopped(row.name.size() + 1);
            row.open = isLive(file);
        }
        rows.append(row);
    }
    return rows;
}

QList<domain::Link> Reader::linksOf(domain::FileId file) const
{
    QList<domain::Link> links;
    Query query(*m_connection,
                "SELECT " LEARNLAB_LINK_COLUMNS " FROM links WHERE file_id = ? ORDER BY created_at DESC, id DESC",
                file);
    while (query.next())
        links.append(readLink(query));
    return links;
}

std::optional<domain::Link> Reader::link(domain::LinkId id) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_LINK_COLUMNS " FROM links WHERE id = ?", id);
    return query.next() ? std::optional(readLink(query)) : std::nullopt;
}

} // namespace learnlab::mirror
