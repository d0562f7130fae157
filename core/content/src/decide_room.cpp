#include "content/decide.h"

#include <algorithm>
#include <limits>

namespace learnlab::content {

using domain::ErrorCode;

namespace {

constexpr qint64 endless = std::numeric_limits<qint64>::max();

bool mayGo(const Held &held)
{
    return !held.pinned && !held.locked;
}

qint64 sumOf(const QList<Held> &held, bool onlyWhatMayGo)
{
    qint64 sum = 0;
    for (const Held &one : held) {
        if (!onlyWhatMayGo || mayGo(one))
            sum += one.bytes;
    }
    return sum;
}

} // namespace

qint64 capacityFor(const QList<Held> &held, const Room &room)
{
    const qint64 freeable = sumOf(held, true);
    const qint64 byLimit = room.limit > 0 ? room.limit - (sumOf(held, false) - freeable) : endless;
    const qint64 byDisk = room.diskFree >= 0 ? room.diskFree + freeable : endless;
    return std::max<qint64>(0, std::min(byLimit, byDisk));
}

Eviction decideEviction(QList<Held> held, qint64 wanted, const Room &room)
{
    const qint64 overLimit = room.limit > 0 ? sumOf(held, false) + wanted - room.limit : 0;
    const qint64 overDisk = room.diskFree >= 0 && wanted > 0 ? wanted - room.diskFree : 0;
    const qint64 needed = std::max(overLimit, overDisk);
    Eviction eviction;
    if (needed <= 0)
        return eviction;
    const qint64 freeable = sumOf(held, true);
    if (needed > freeable) {
        eviction.refused = overLimit > freeable ? ErrorCode::KeptLimit : ErrorCode::LocalDiskFull;
        if (wanted > 0)
            return eviction;
    }
    std::sort(held.begin(), held.end(), [](const Held &a, const Held &b) {
        return a.openedAt != b.openedAt ? a.openedAt < b.openedAt : a.id.bytes() < b.id.bytes();
    });
    qint64 freed = 0;
    for (const Held &one : std::as_const(held)) {
        if (freed >= needed)
            break;
        if (!mayGo(one) || one.bytes <= 0)
            continue;
        eviction.gone.append(one.id);
        freed += one.bytes;
    }
    return eviction;
}

} // namespace learnlab::content
