#include "link_rows.h"
#include "writer_impl.h"

namespace learnlab::mirror {

Result<void> Writer::putLink(const domain::Link &link)
{
    return m_impl->write([&](Impl::Parts &parts) {
        mirror::putLink(m_impl->connection, link, parts.tree.generation());
        m_impl->notes.links();
        return Result<void>();
    });
}

Result<void> Writer::forgetLink(domain::LinkId id)
{
    return m_impl->write([&](Impl::Parts &) {
        mirror::forgetLink(m_impl->connection, id);
        m_impl->notes.links();
        return Result<void>();
    });
}

Result<void> Writer::setLinks(const QList<domain::Link> &links)
{
    return m_impl->write([&](Impl::Parts &parts) {
        m_impl->connection.execute("DELETE FROM links");
        for (const domain::Link &link : links)
            mirror::putLink(m_impl->connection, link, parts.tree.generation());
        m_impl->notes.links();
        return Result<void>();
    });
}

} // namespace learnlab::mirror
