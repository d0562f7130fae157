#pragma once

#include "connection.h"
#include "mirror/store.h"

namespace learnlab::mirror {

/// What can still be read of a damaged mirror and exists nowhere else, less the history: the queue, operations that the
/// server does not have, and what is known of the account and of bytes on disk. Files and folders come again from the
/// server.
struct Salvaged
{
    QList<domain::Transfer> transfers;
    QList<std::pair<domain::TransferId, domain::Part>> parts;
    QList<domain::TransferGroup> groups;
    QList<PendingOperation> operations;
    QList<ContentRow> contents;
    QList<domain::ItemRef> kept;
    QList<OpenedCopy> copies;
    std::optional<domain::User> user;
    std::optional<domain::Session> session;
};

/// Reads the file row by row, from both ends of each table, and leaves out what damage made unreadable. Fails where
/// something else hid rows (LocalIo, LocalDiskFull): they can be read another time.
[[nodiscard]] domain::Result<Salvaged> salvage(const QString &path);
/// Puts it into a new mirror, in one transaction, and what can be read of the history of the DAMAGED mirror, which may
/// be too long to be held. `connection` is the writer's own.
[[nodiscard]] domain::Result<void> carryOver(Writer &writer, Connection &connection, const Salvaged &salvaged,
                                             const QString &damaged);
/// The history alone. What waits in it and has nothing left to wait for is left out.
void carryHistory(Connection &from, Connection &to);

} // namespace learnlab::mirror
