#include "writer_impl.h"

namespace learnlab::mirror {

Result<QList<Operation>> Writer::takeOperations(int limit, const QList<OperationId> &behind)
{
    QList<Operation> taken;
    const Result<void> done = m_impl->write([&](Impl::Parts &parts) {
        taken = parts.operations.takeOldest(limit, behind);
        return Result<void>();
    });
    if (!done)
        return tl::make_unexpected(done.error());
    return taken;
}

Result<void> Writer::beginUndo(ActionId action, ActionId undo, Timestamp at)
{
    return m_impl->write([=](Impl::Parts &parts) { return parts.history.beginUndo(action, undo, at); });
}

Result<void> Writer::beginRedo(ActionId action)
{
    return m_impl->write([action](Impl::Parts &parts) { return parts.history.beginRedo(action); });
}

} // namespace learnlab::mirror
