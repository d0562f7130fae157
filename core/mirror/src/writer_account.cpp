#include "writer_impl.h"

namespace learnlab::mirror {

namespace {

void putSession(Connection &connection, const Session &session)
{
    Query(connection,
          "INSERT INTO user_sessions(id, user_id, expires_at, created_at, device_info) "
          "VALUES (?, (SELECT id FROM users LIMIT 1), ?, ?, ?) "
          "ON CONFLICT(id) DO UPDATE SET expires_at=excluded.expires_at, created_at=excluded.created_at, "
          "device_info=excluded.device_info",
          session.id, session.expiresAt, session.createdAt, session.deviceInfo)
        .run();
}

} // namespace

Result<void> Writer::setAccount(const User &user, const std::optional<Usage> &usage)
{
    return m_impl->write([&](Impl::Parts &parts) {
        parts.feed.setAccount(user);
        if (usage)
            parts.feed.setUsage(*usage);
        return Result<void>();
    });
}

Result<void> Writer::setSessions(const QList<Session> &sessions)
{
    return m_impl->write([&](Impl::Parts &) {
        // The one of this computer is only forgotten by setCurrentSession: a list that lacks it signs nobody out.
        m_impl->connection.execute("DELETE FROM user_sessions WHERE is_current = 0");
        for (const Session &session : sessions)
            putSession(m_impl->connection, session);
        m_impl->notes.account();
        return Result<void>();
    });
}

Result<void> Writer::setCurrentSession(const std::optional<Session> &session)
{
    return m_impl->write([&](Impl::Parts &) {
        m_impl->connection.execute("DELETE FROM user_sessions WHERE is_current = 1");
        if (session) {
            putSession(m_impl->connection, *session);
            Query(m_impl->connection, "UPDATE user_sessions SET is_current = 1 WHERE id = ?", session->id).run();
        }
        m_impl->notes.account();
        return Result<void>();
    });
}

Result<void> Writer::setContent(const ContentRow &content)
{
    return m_impl->write([&](Impl::Parts &) {
        Query(m_impl->connection,
              "INSERT OR REPLACE INTO content(file_id, sha256, size, pinned, present) VALUES (?,?,?,?,?)",
              content.fileId, nullIfEmpty(content.sha256), content.size, content.pinned, content.present)
            .run();
        m_impl->notes.item(ItemRef::of(content.fileId));
        return Result<void>();
    });
}

Result<void> Writer::removeContent(FileId id)
{
    return m_impl->write([&](Impl::Parts &) {
        Query(m_impl->connection, "DELETE FROM content WHERE file_id = ?", id).run();
        m_impl->notes.item(ItemRef::of(id));
        return Result<void>();
    });
}

} // namespace learnlab::mirror
