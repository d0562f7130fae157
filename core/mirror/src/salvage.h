#pragma once

#include "mirror/store.h"

namespace learnlab::mirror {

/// What can still be read of a damaged mirror and exists nowhere else: the queue, operations that the server does not
/// have, and what is known of the account and of bytes on disk. Files and folders come again from the server.
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
/// Puts it into a new mirror, in one transaction.
[[nodiscard]] domain::Result<void> carryOver(Writer &writer, const Salvaged &salvaged);

/// Renames the database with its log to "PATH.damaged-N" and returns that name.
[[nodiscard]] domain::Result<QString> setAside(const QString &path);

} // namespace learnlab::mirror
