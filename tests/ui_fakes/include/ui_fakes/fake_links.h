#pragma once

#include "mirror/store.h"
#include "ui/models/link_actions.h"

#include <QStringList>

namespace learnlab::tests {

/// The server's part of public links, without one: does what it is asked in the mirror, remembers it as lines of text,
/// and answers `next`.
class FakeLinks final : public ui::LinkActions
{
public:
    explicit FakeLinks(mirror::Writer &writer) : m_writer(writer) {}

    std::optional<domain::Error> next; ///< the answer to the next request; none: it works
    QStringList asked;
    domain::LinkWish lastWish;

    void makeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) override;
    void changeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) override;
    void revokeLink(domain::LinkId id, QObject *context, Reply<void> reply) override;
    void refreshLinks(QObject *context, Reply<void> reply) override;

private:
    [[nodiscard]] bool refuses();

    mirror::Writer &m_writer;
    int m_made = 0;
    domain::Error m_error;
};

} // namespace learnlab::tests
