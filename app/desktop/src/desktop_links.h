#pragma once

#include "engine/commands.h"
#include "ui/models/link_actions.h"

namespace learnlab::desktop {

/// The window's wishes about public links, handed to the engine. UI thread; owned by DesktopBackend.
class DesktopLinks final : public ui::LinkActions
{
public:
    explicit DesktopLinks(engine::Commands &commands) : m_commands(commands) {}

    void makeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) override
    {
        m_commands.makeLink(wish, context, std::move(reply));
    }
    void changeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) override
    {
        m_commands.changeLink(wish, context, std::move(reply));
    }
    void revokeLink(domain::LinkId id, QObject *context, Reply<void> reply) override
    {
        m_commands.revokeLink(id, context, std::move(reply));
    }
    void refreshLinks(QObject *context, Reply<void> reply) override
    {
        m_commands.refreshLinks(context, [reply = std::move(reply)](const domain::Result<QList<domain::Link>> &links) {
            reply(links ? domain::Result<void>() : tl::make_unexpected(links.error()));
        });
    }

private:
    engine::Commands &m_commands;
};

} // namespace learnlab::desktop
