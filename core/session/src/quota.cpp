#include "session/quota.h"

#include <algorithm>

namespace learnlab::session {

QuotaCheck checkQuota(const std::optional<domain::Usage> &usage, qint64 queued, const QList<qint64> &sizes)
{
    QuotaCheck check;
    if (!usage || !usage->quota)
        return check;
    check.free = usage->room();
    qint64 left = *check.free - queued;
    qint64 wanted = 0;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        wanted += sizes.at(i);
        // As the server does it: a smaller one behind may still fit.
        if (sizes.at(i) > left)
            check.beyond.append(i);
        else
            left -= sizes.at(i);
    }
    check.missing = std::max<qint64>(0, wanted + queued - *check.free);
    return check;
}

} // namespace learnlab::session
