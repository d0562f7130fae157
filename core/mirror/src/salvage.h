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
    QList<PendingOperation> operations;
    QList<ContentRow> contents;
    QList<domain::ItemRef> kept;
    QList<OpenedCopy> copies;
    std::optional<domain::User> user;
    std::optional<domain::Session> session;
};

/// Reads the file row by row, from both ends of each table, and leaves out what cannot be read.
[[nodiscard]] Salvaged salvage(const QString &path);
/// Puts it into a new mirror, in one transaction, and what can be read of the history of the mirror that was set ASIDE,
/// which may be too long to be held. `connection` is the writer's own.
[[nodiscard]] domain::Result<void> carryOver(Writer &writer, Connection &connection, const Salvaged &salvaged,
                                             const QString &aside);
/// The history alone. What waits in it and has nothing left to wait for is left out.
void carryHistory(Connection &from, Connection &to);

/// Renames the database with its log to "PATH.damaged-N" and returns that name.
[[nodiscard]] domain::Result<QString> setAside(const QString &path);

} // namespace learnlab::mirror
