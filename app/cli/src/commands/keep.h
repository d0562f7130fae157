#pragma once

#include "transfer_command.h"

namespace learnlab::cli {

/// `keep [PATH...] [--limit SIZE]`: has files, or all that is and comes into a folder, there without a network. Without
/// a path it says what is kept, and within which limit.
class Keep final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsSession() const override { return !given().arguments.isEmpty(); }
    void ready() override;

private:
    void setLimit();
    void keepAll();
    void tellSummary();
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
