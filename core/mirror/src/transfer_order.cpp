#include "transfer_rows.h"

namespace learnlab::mirror {

namespace {

/// Room made between two neighbours, so that the next ones need not be moved again.
constexpr qint64 gap = 1'000'000;

} // namespace

Result<void> TransferRows::move(TransferId id, qint64 position)
{
    Query(m_context.connection, "UPDATE transfers SET position = ? WHERE id = ?", position, id).run();
    m_context.notes.transfers();
    return {};
}

Result<void> TransferRows::moveFirst(TransferId id)
{
    return move(id, numberFrom(m_context.connection,
                               "SELECT min(position) FROM transfers WHERE unfinished = 1 AND id <> ?", id) -
                        1);
}

Result<void> TransferRows::moveLast(TransferId id)
{
    return move(id, numberFrom(m_context.connection, "SELECT max(position) FROM transfers WHERE id <> ?", id) + 1);
}

Result<void> TransferRows::moveBefore(TransferId id, TransferId before)
{
    Connection &connection = m_context.connection;
    const std::optional<Transfer> next = m_context.reader.transfer(before);
    if (!next)
        return domain::fail(ErrorCode::NotFound, QStringLiteral("transfer"));
    if (id == before)
        return {};
    const auto previous = [&]() -> std::optional<qint64> {
        Query query(connection,
                    "SELECT position FROM transfers WHERE unfinished = 1 AND (position, id) < (?, ?) AND id <> ? "
                    "ORDER BY position DESC, id DESC LIMIT 1",
                    next->position, before, id);
        return query.next() ? std::optional(query.integer(0)) : std::nullopt;
    }();
    if (!previous)
        return move(id, next->position - 1);
    qint64 from = *previous;
    if (next->position - from < 2) { // no number lies between them
        Query(connection,
              "UPDATE transfers SET position = position - ? WHERE unfinished = 1 AND (position, id) < (?, ?)", gap,
              next->position, before)
            .run();
        from -= gap;
    }
    return move(id, from + (next->position - from) / 2);
}

Result<void> TransferRows::moveGroupFirst(TransferId group)
{
    Connection &connection = m_context.connection;
    const qint64 last =
        numberFrom(connection, "SELECT max(position) FROM transfers WHERE unfinished = 1 AND group_id = ?", group);
    const qint64 first =
        numberFrom(connection, "SELECT min(position) FROM transfers WHERE unfinished = 1 AND group_id <> ?", group);
    if (last >= first) {
        Query(connection, "UPDATE transfers SET position = position - ? WHERE unfinished = 1 AND group_id = ?",
              last - first + 1, group)
            .run();
    }
    m_context.notes.transfers();
    return {};
}

void TransferRows::addGroup(const domain::TransferGroup &group)
{
    Query(m_context.connection,
          "INSERT OR REPLACE INTO transfer_groups(id, name, folder_id, kind, created_at) VALUES (?,?,?,?,?)", group.id,
          group.name, group.folderId, static_cast<int>(group.kind), group.createdAt)
        .run();
    m_context.notes.transfers();
}

} // namespace learnlab::mirror
