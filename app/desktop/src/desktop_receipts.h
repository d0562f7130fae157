#pragma once

#include "engine/commands.h"
#include "ui/models/receipt_actions.h"

namespace learnlab::desktop {

/// The window's questions about proofs of upload, handed to the engine. UI thread; owned by DesktopBackend.
class DesktopReceipts final : public ui::ReceiptActions
{
public:
    explicit DesktopReceipts(engine::Commands &commands) : m_commands(commands) {}

    void receipts(domain::FileId file, QObject *context, Reply<domain::Receipts> reply) override
    {
        m_commands.receipts(file, context, std::move(reply));
    }

private:
    engine::Commands &m_commands;
};

} // namespace learnlab::desktop
