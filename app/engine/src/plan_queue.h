#pragma once

#include "engine/commands.h"

#include <QHash>

namespace learnlab::engine {

/// Puts one step of a plan into the mirror: its folders, then its transfers, in one transaction. Used once: written on
/// the writer's thread, read after the commit.
class PlanQueue
{
public:
    using RefusedFolders = QHash<domain::FolderId, domain::Error>;

    /// `refusedBefore`: folders of earlier steps that cannot be, nor what is to go into them.
    PlanQueue(const transfer::Plan &plan, RefusedFolders refusedBefore);

    [[nodiscard]] domain::Result<void> write(mirror::Writer &writer, support::Clock &clock, support::Random &random);

    [[nodiscard]] const Uploads &uploads() const { return m_uploads; }
    /// In the queue before and stopped by an error, or with another choice for taken names: to go on in the new way.
    [[nodiscard]] const QList<domain::TransferId> &otherwise() const { return m_otherwise; }
    /// In the queue before and stopped by the user: to be set going again.
    [[nodiscard]] const QList<domain::TransferId> &paused() const { return m_paused; }
    [[nodiscard]] const RefusedFolders &refusedFolders() const { return m_refusedFolders; }

private:
    [[nodiscard]] domain::Result<void> writeFolders(mirror::Writer &writer, support::Clock &clock,
                                                    support::Random &random);
    [[nodiscard]] domain::Result<void> writeTransfers(mirror::Writer &writer);
    void goOnWith(const domain::Transfer &before, domain::OnConflict onConflict);

    const transfer::Plan m_plan;
    const RefusedFolders m_refusedBefore;
    Uploads m_uploads;
    RefusedFolders m_refusedFolders;
    QList<domain::TransferId> m_otherwise;
    QList<domain::TransferId> m_paused;
};

} // namespace learnlab::engine
