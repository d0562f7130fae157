#pragma once

#include "transfer_command.h"

namespace learnlab::cli {

/// `sync`: sends what waits, finishes the queue and reads the feed to its end.
class Sync final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void ready() override;

private:
    void transferAll();
    void lookAgain();
    [[nodiscard]] bool joinQueue();
    [[nodiscard]] bool metAnotherVersion();
    void tellAll();
    void tellOperations();

    QList<domain::TransferId> m_transfers;
    QSet<domain::OperationId> m_refusedBefore;
    int m_rounds = 0;
};

} // namespace learnlab::cli
