#include "mirror/reader.h"

#include "meta.h"
#include "records.h"

namespace learnlab::mirror {

QList<PendingOperation> Reader::pendingOperations() const
{
    QList<PendingOperation> operations;
    Query query(*m_connection, "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations ORDER BY n");
    while (query.next())
        operations.append(readOperation(query));
    return operations;
}

QByteArray Reader::cursor() const
{
    return metaBytes(*m_connection, metaCursor);
}

bool Reader::firstSyncDone() const
{
    return metaNumber(*m_connection, metaFirstSyncDone).value_or(0) != 0;
}

std::optional<User> Reader::user() const
{
    Query query(*m_connection,
                "SELECT id, email, username, full_name, is_active, created_at, last_login FROM users LIMIT 1");
    if (!query.next())
        return std::nullopt;
    User user;
    user.id = query.id<UserId>(0);
    user.email = query.text(1);
    user.username = query.text(2);
    if (!query.isNull(3))
        user.fullName = query.text(3);
    user.isActive = query.boolean(4);
    user.createdAt = query.time(5);
    user.lastLogin = query.optionalTime(6);
    return user;
}

std::optional<Usage> Reader::usage() const
{
    const Snapshot snapshot(*m_connection);
    const std::optional<qint64> used = metaNumber(*m_connection, metaBytesUsed);
    if (!used)
        return std::nullopt;
    return Usage{*used, metaNumber(*m_connection, metaFiles).value_or(0),
                 metaNumber(*m_connection, metaBytesReserved).value_or(0), metaNumber(*m_connection, metaQuota)};
}

qint64 Reader::partRate() const
{
    return metaNumber(*m_connection, metaPartRate).value_or(0);
}

namespace {

Session readSession(const Query &query)
{
    return {query.id<SessionId>(0), query.text(1), query.time(2), query.optionalTime(3), query.boolean(4)};
}

} // namespace

QList<Session> Reader::sessions() const
{
    QList<Session> sessions;
    Query query(*m_connection, "SELECT id, device_info, created_at, expires_at, is_current FROM user_sessions "
                               "ORDER BY is_current DESC, created_at DESC, id");
    while (query.next())
        sessions.append(readSession(query));
    return sessions;
}

std::optional<Session> Reader::currentSession() const
{
    Query query(*m_connection,
                "SELECT id, device_info, created_at, expires_at, is_current FROM user_sessions WHERE is_current = 1");
    return query.next() ? std::optional(readSession(query)) : std::nullopt;
}

std::optional<ContentRow> Reader::content(FileId id) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_CONTENT_COLUMNS " FROM content WHERE file_id = ?", id);
    return query.next() ? std::optional(readContent(query)) : std::nullopt;
}

QList<ContentRow> Reader::contents() const
{
    QList<ContentRow> rows;
    Query query(*m_connection, "SELECT " LEARNLAB_CONTENT_COLUMNS " FROM content");
    while (query.next())
        rows.append(readContent(query));
    return rows;
}

} // namespace learnlab::mirror
