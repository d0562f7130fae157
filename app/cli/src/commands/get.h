#pragma once

#include "commands/get_plan.h"
#include "transfer_command.h"

namespace learnlab::cli {

/// `get PATH... [--to DIR]`: brings files and folders to this computer, verified. Files that are kept here come without
/// the server.
class Get final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsSession() const override { return false; }
    void ready() override;

private:
    void begin();
    void fetchMore();
    void fetch(const GetPlan::Copy &copy);
    void ask(const GetPlan::Copy &copy);
    void fetched(const GetPlan::Copy &copy, const domain::Result<void> &done);
    void note(const GetPlan::Copy &copy, const std::optional<domain::Error> &error);
    void giveUp();
    void tellAll();
    [[nodiscard]] bool isHere(domain::FileId id) const;

    GetPlan m_plan;
    qsizetype m_next = 0;
    QHash<QByteArray, GetPlan::Copy> m_underWay; ///< by destination
    int m_done = 0;
    int m_failed = 0;
    QJsonArray m_told;
    std::unique_ptr<Progress> m_progress;
};

} // namespace learnlab::cli
