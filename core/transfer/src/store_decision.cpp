#include "store_decision.h"

#include "entries.h"

namespace learnlab::transfer {

domain::Result<void> storeDecision(mirror::Writer &writer, const Decision &decision)
{
    const domain::Transfer &next = decision.next;
    if (decision.remove)
        return writer.removeTransfer(next.id);
    if (decision.forgetParts) {
        if (auto done = writer.forgetParts(next.id); !done)
            return done;
    }
    for (const domain::Part &part : decision.saveParts) {
        if (auto done = writer.savePart(next.id, part); !done)
            return done;
    }
    if (decision.contentPresent) {
        mirror::ContentRow content =
            writer.read().content(next.fileId).value_or(mirror::ContentRow{.fileId = next.fileId});
        content.sha256 = next.sha256;
        content.size = next.bytesTotal;
        content.present = true;
        if (auto done = writer.setContent(content); !done)
            return done;
    }
    return decision.finished ? writer.finishUpload(next, *decision.finished) : writer.updateTransfer(next);
}

bool passesUnwritten(const domain::Transfer &before, const Decision &decision)
{
    constexpr qint64 small = 64 * 1024; // on its way for a second where the line is slowest
    const domain::Transfer &next = decision.next;
    if (decision.remove || decision.forgetParts || decision.finished || decision.contentPresent ||
        !decision.saveParts.isEmpty() || next.partSize > 0 || next.bytesTotal > small || !isUnderWay(next.state))
        return false;
    domain::Transfer after = before;
    after.state = next.state;
    after.bytesDone = next.bytesDone;
    return after == next;
}

bool Decision::changesDisk(const domain::Transfer &before) const
{
    return remove || forgetParts || !saveParts.isEmpty() || finished || contentPresent || next != before;
}

} // namespace learnlab::transfer
