#pragma once

#include "domain/id.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace learnlab::domain {

using support::Timestamp;

/// The rows of the server's tables as the client knows them; the same names as the columns.
struct User
{
    UserId id;
    QString email;
    QString username;
    std::optional<QString> fullName;
    bool isActive = true;
    Timestamp createdAt;
    std::optional<Timestamp> lastLogin;
    friend bool operator==(const User &, const User &) = default;
};

struct Session
{
    SessionId id;
    QString deviceInfo;
    Timestamp createdAt;
    std::optional<Timestamp> expiresAt;
    bool current = false;
    friend bool operator==(const Session &, const Session &) = default;
};

struct Folder
{
    FolderId id;
    FolderId parentId; ///< null: the root
    QString name;
    Timestamp createdAt;
    Timestamp updatedAt;
    qint64 revision = 0;  ///< 0: not yet on the server
    bool trashed = false; ///< this folder itself; what is below a trashed folder is derived
    std::optional<Timestamp> deletedAt;
    friend bool operator==(const Folder &, const Folder &) = default;
};

struct File
{
    FileId id;
    FolderId folderId; ///< null: the root
    QString filename;
    qint64 fileSize = 0;
    QString mimeType;
    Timestamp createdAt;
    Timestamp updatedAt;
    std::optional<Timestamp> contentModifiedAt;
    QByteArray contentSha256; ///< 32 bytes, or empty where the server does not tell
    qint64 revision = 0;
    bool isDeleted = false;
    std::optional<Timestamp> deletedAt;
    FolderId trashRoot; ///< the trashed folder that took this file along; null: trashed by itself or not at all
    friend bool operator==(const File &, const File &) = default;
};

struct Usage
{
    qint64 bytesUsed = 0;
    qint64 files = 0;
    qint64 bytesReserved = 0;
    std::optional<qint64> quota; ///< none: unlimited
    /// What can still be taken up; none: unlimited.
    [[nodiscard]] std::optional<qint64> room() const
    {
        return quota ? std::optional(std::max<qint64>(0, *quota - bytesUsed - bytesReserved)) : std::nullopt;
    }
    friend bool operator==(const Usage &, const Usage &) = default;
};

enum class ItemKind { File, Folder };

/// A file or folder, by id.
struct ItemRef
{
    ItemKind kind = ItemKind::File;
    std::array<quint8, 16> id{};

    static ItemRef of(FileId id) { return {ItemKind::File, id.bytes()}; }
    static ItemRef of(FolderId id) { return {ItemKind::Folder, id.bytes()}; }
    [[nodiscard]] FileId fileId() const { return FileId(id); }
    [[nodiscard]] FolderId folderId() const { return FolderId(id); }
    friend bool operator==(const ItemRef &, const ItemRef &) = default;
};

inline size_t qHash(const ItemRef &ref, size_t seed = 0)
{
    return qHashBits(ref.id.data(), ref.id.size(), seed) ^ static_cast<size_t>(ref.kind);
}

} // namespace learnlab::domain
