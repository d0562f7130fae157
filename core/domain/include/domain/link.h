#pragma once

#include "domain/entities.h"

namespace learnlab::domain {

using LinkId = Id<struct LinkTag>;

/// A public link to a file. Whoever has its address has the file, for as long as the link is open.
struct Link
{
    LinkId id;
    FileId fileId;
    QString url;
    Timestamp createdAt;
    std::optional<Timestamp> expiresAt; ///< none: it never ends by itself
    bool hasPassword = false;
    bool revoked = false; ///< told once, for it to be forgotten
    qint64 opened = 0;    ///< downloads that were handed out
    friend bool operator==(const Link &, const Link &) = default;
};

/// What is asked for when a link is made or changed.
struct LinkWish
{
    LinkId id;     ///< made here, so that the request can be repeated
    FileId fileId; ///< of a new one
    bool setsExpiry = false;
    std::optional<Timestamp> expiresAt; ///< none: takes it away
    bool setsPassword = false;
    QString password; ///< empty: takes it away. Never stored
};

/// In UTF-8, as the server asks it.
inline constexpr qsizetype shortestLinkPassword = 8;
inline constexpr qsizetype longestLinkPassword = 72;

[[nodiscard]] inline bool isLinkPassword(const QString &password)
{
    const qsizetype bytes = password.toUtf8().size();
    return bytes >= shortestLinkPassword && bytes <= longestLinkPassword;
}

} // namespace learnlab::domain
