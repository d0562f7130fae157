#include "salvage.h"

#include "writer_impl.h"

#include <QFile>

namespace learnlab::mirror {

namespace {

Result<void> carryAccount(Writer &writer, const Salvaged &salvaged)
{
    if (salvaged.user) {
        if (const Result<void> done = writer.setAccount(*salvaged.user, std::nullopt); !done)
            return done;
    }
    if (salvaged.session) {
        if (const Result<void> done = writer.setCurrentSession(salvaged.session); !done)
            return done;
    }
    for (const ContentRow &row : salvaged.contents) {
        if (const Result<void> done = writer.setContent(row); !done)
            return done;
    }
    for (const ItemRef &item : salvaged.kept) {
        if (const Result<void> done = writer.setKept(item, true); !done)
            return done;
    }
    for (const OpenedCopy &copy : salvaged.copies) {
        if (const Result<void> done = writer.setOpenedCopy(copy); !done)
            return done;
    }
    return {};
}

Result<void> carryHistoryOf(const QString &damaged, Connection &to)
{
    if (!QFile::exists(damaged))
        return {};
    const Result<std::unique_ptr<Connection>> from = Connection::open(damaged, Connection::Mode::Salvage);
    if (!from)
        return tl::make_unexpected(from.error());
    carryHistory(**from, to);
    const Result<void> free = (*from)->unhindered();
    return free ? to.takeFailure() : free;
}

} // namespace

Result<void> carryOver(Writer &writer, Connection &connection, const Salvaged &salvaged, const QString &damaged)
{
    if (const Result<void> begun = writer.begin(); !begun)
        return begun;
    Result<void> done = carryAccount(writer, salvaged);
    if (done)
        done = writer.carry(salvaged.operations, salvaged.transfers);
    for (qsizetype i = 0; done && i < salvaged.parts.size(); ++i)
        done = writer.savePart(salvaged.parts.at(i).first, salvaged.parts.at(i).second);
    for (qsizetype i = 0; done && i < salvaged.groups.size(); ++i)
        done = writer.addTransferGroup(salvaged.groups.at(i));
    if (done)
        done = carryHistoryOf(damaged, connection);
    if (done)
        done = writer.commit();
    if (!done)
        writer.rollback();
    return done;
}

Result<void> Writer::carry(const QList<PendingOperation> &operations, const QList<Transfer> &transfers)
{
    return m_impl->write([&](Impl::Parts &parts) {
        for (const PendingOperation &pending : operations)
            parts.operations.carry(pending);
        for (const Transfer &transfer : transfers)
            parts.transfers.carry(transfer);
        return Result<void>();
    });
}

} // namespace learnlab::mirror
