#pragma once

#include "domain/entities.h"

#include <QList>

#include <optional>

namespace learnlab::session {

/// What the account's quota says about files to be sent.
struct QuotaCheck
{
    QList<qsizetype> beyond;    ///< which of them would not fit, if they are sent in order and the others are
    qint64 missing = 0;         ///< bytes to be freed so that all of them fit
    std::optional<qint64> free; ///< what is free now; none: unlimited, or not known yet
};

/// Pure; any thread. `usage` as the mirror has it; `queued` are the bytes of uploads that wait here and that the server
/// does not know of yet. The server has the last word: what fits here may be refused there, and the other way round.
[[nodiscard]] QuotaCheck checkQuota(const std::optional<domain::Usage> &usage, qint64 queued,
                                    const QList<qint64> &sizes);

} // namespace learnlab::session
