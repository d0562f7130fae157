#pragma once

#include "transfer_command.h"

namespace learnlab::cli {

/// `keep PATH...`: fetches files, or all in a folder, to be there without a network.
class Keep final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ready() override;

private:
    void keep(domain::ItemRef item, const QString &path, const std::function<void()> &next);
    void fetchAll();
    void tellAll();

    QList<domain::TransferId> m_transfers;
};

/// `unkeep PATH...`: lets the bytes on this computer go.
class Unkeep final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    [[nodiscard]] bool needsSession() const override { return false; }
    void ready() override;

private:
    int m_done = 0;
};

} // namespace learnlab::cli
