#include "ui_fakes/fake_links.h"

namespace learnlab::tests {

bool FakeLinks::refuses()
{
    if (!next)
        return false;
    m_error = *std::exchange(next, std::nullopt);
    return true;
}

void FakeLinks::makeLink(const domain::LinkWish &wish, QObject *, Reply<domain::Link> reply)
{
    asked << QStringLiteral("make");
    lastWish = wish;
    if (refuses())
        return reply(tl::make_unexpected(m_error));
    domain::Link link;
    link.id = domain::LinkId({1, static_cast<quint8>(++m_made)});
    link.fileId = wish.fileId;
    link.url = QStringLiteral("https://learnlab.example.edu/s/link-%1").arg(m_made);
    link.expiresAt = wish.expiresAt;
    link.hasPassword = wish.setsPassword;
    if (const auto put = m_writer.putLink(link); !put)
        return reply(tl::make_unexpected(put.error()));
    reply(link);
}

void FakeLinks::changeLink(const domain::LinkWish &wish, QObject *, Reply<domain::Link> reply)
{
    asked << QStringLiteral("change");
    lastWish = wish;
    auto link = m_writer.read().link(wish.id);
    if (refuses() || !link)
        return reply(tl::make_unexpected(m_error));
    if (wish.setsExpiry)
        link->expiresAt = wish.expiresAt;
    if (wish.setsPassword)
        link->hasPassword = !wish.password.isEmpty();
    if (const auto put = m_writer.putLink(*link); !put)
        return reply(tl::make_unexpected(put.error()));
    reply(*link);
}

void FakeLinks::revokeLink(domain::LinkId id, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("revoke");
    if (refuses())
        return reply(tl::make_unexpected(m_error));
    reply(m_writer.forgetLink(id));
}

void FakeLinks::refreshLinks(QObject *, Reply<void> reply)
{
    asked << QStringLiteral("refresh");
    reply({});
}

} // namespace learnlab::tests
