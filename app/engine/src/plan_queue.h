#pragma once

#include "engine/commands.h"

#include <QHash>

namespace learnlab::engine {

/// Puts a plan into the mirror: its folders, then its transfers, in one transaction. Used once: written on the writer's
/// thread, read after the commit.
class PlanQueue
{
public:
    explicit PlanQueue(const transfer::Plan &plan);

    [[nodiscard]] domain::Result<void> write(mirror::Writer &writer, support::Clock &clock, support::Random &random);

    [[nodiscard]] const Uploads &uploads() const { return m_uploads; }
    /// In the queue before and stopped by an error, or by the user: to be set going again.
    [[nodiscard]] const QList<domain::TransferId> &stopped() const { return m_stopped; }
    [[nodiscard]] const QList<domain::TransferId> &paused() const { return m_paused; }

private:
    /// What makes two uploads the same: where from, where to and the name there.
    using Place = QByteArray;
    [[nodiscard]] static Place placeOf(const domain::Transfer &transfer);

    [[nodiscard]] domain::Result<void> writeFolders(mirror::Writer &writer, support::Clock &clock, support::Random &random);
    [[nodiscard]] domain::Result<void> writeTransfers(mirror::Writer &writer, support::Clock &clock, support::Random &random);
    [[nodiscard]] QHash<Place, domain::Transfer> queuedBefore(const mirror::Reader &reader) const;
    void goOnWith(const domain::Transfer &before);

    const transfer::Plan m_plan;
    Uploads m_uploads;
    QHash<domain::FolderId, domain::Error> m_refusedFolders;
    QList<domain::TransferId> m_stopped;
    QList<domain::TransferId> m_paused;
};

} // namespace learnlab::engine
