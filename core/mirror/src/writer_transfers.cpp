#include "meta.h"
#include "writer_impl.h"

namespace learnlab::mirror {

Result<void> Writer::addTransfers(const QList<Transfer> &transfers)
{
    return m_impl->write([&transfers](Impl::Parts &parts) {
        for (const Transfer &transfer : transfers) {
            if (const Result<void> added = parts.transfers.add(transfer); !added)
                return added;
        }
        return Result<void>();
    });
}

Result<void> Writer::updateTransfer(const Transfer &transfer)
{
    return m_impl->write([&transfer](Impl::Parts &parts) { return parts.transfers.update(transfer); });
}

Result<void> Writer::finishUpload(const Transfer &transfer, const File &file)
{
    return m_impl->write([&](Impl::Parts &parts) { return parts.transfers.finish(transfer, file); });
}

Result<void> Writer::setPartRate(qint64 bytesPerSecond)
{
    return m_impl->write([&](Impl::Parts &) {
        setMeta(m_impl->connection, metaPartRate, bytesPerSecond);
        return Result<void>();
    });
}

Result<void> Writer::savePart(TransferId id, const Part &part)
{
    return m_impl->write([&](Impl::Parts &parts) {
        parts.transfers.savePart(id, part);
        return Result<void>();
    });
}

Result<void> Writer::forgetParts(TransferId id)
{
    return m_impl->write([id](Impl::Parts &parts) {
        parts.transfers.forgetParts(id);
        return Result<void>();
    });
}

Result<void> Writer::removeTransfer(TransferId id)
{
    return m_impl->write([id](Impl::Parts &parts) { return parts.transfers.remove(id); });
}

Result<qint64> Writer::removeFinishedTransfers(qint64 after, int most)
{
    qint64 last = after;
    const Result<void> done = m_impl->write([&last, after, most](Impl::Parts &parts) {
        last = parts.transfers.removeFinished(after, most);
        return Result<void>();
    });
    if (!done)
        return tl::make_unexpected(done.error());
    return last;
}

Result<void> Writer::addTransferGroup(const domain::TransferGroup &group)
{
    return m_impl->write([&group](Impl::Parts &parts) {
        parts.transfers.addGroup(group);
        return Result<void>();
    });
}

Result<void> Writer::moveTransferFirst(TransferId id)
{
    return m_impl->write([id](Impl::Parts &parts) { return parts.transfers.moveFirst(id); });
}

Result<void> Writer::moveTransferBefore(TransferId id, TransferId before)
{
    return m_impl->write([id, before](Impl::Parts &parts) { return parts.transfers.moveBefore(id, before); });
}

Result<void> Writer::moveTransferLast(TransferId id)
{
    return m_impl->write([id](Impl::Parts &parts) { return parts.transfers.moveLast(id); });
}

Result<void> Writer::moveGroupFirst(TransferId group)
{
    return m_impl->write([group](Impl::Parts &parts) { return parts.transfers.moveGroupFirst(group); });
}

} // namespace learnlab::mirror
