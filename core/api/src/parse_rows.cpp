#include "members.h"
#include "parse.h"

#include <QJsonDocument>

namespace learnlab::api {

Result<QJsonValue> parseJson(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::BadAnswer, QStringLiteral("not JSON"));
    if (!document.isObject())
        return fail(ErrorCode::BadAnswer, QStringLiteral("not a JSON object"));
    return QJsonValue(document.object());
}

Result<domain::User> parseUser(const QJsonValue &value)
{
    Members in(value);
    domain::User user;
    user.id = in.id<domain::UserId>("id");
    user.email = in.text("email");
    user.username = in.text("username");
    user.fullName = in.textOrNull("full_name");
    user.isActive = in.flag("is_active");
    user.createdAt = in.time("created_at");
    user.lastLogin = in.timeOrNull("last_login");
    return in.finish(std::move(user));
}

Result<domain::Folder> parseFolder(const QJsonValue &value)
{
    Members in(value);
    domain::Folder folder;
    folder.id = in.id<domain::FolderId>("id");
    folder.parentId = in.idOrNull<domain::FolderId>("parent_id");
    folder.name = in.name("name");
    folder.createdAt = in.time("created_at");
    folder.updatedAt = in.time("updated_at");
    folder.revision = in.count("revision");
    folder.trashed = in.flag("trashed");
    folder.deletedAt = in.timeOrNull("deleted_at");
    if (folder.parentId == folder.id)
        in.wrong("parent_id");
    return in.finish(std::move(folder));
}

Result<domain::File> parseFile(const QJsonValue &value)
{
    Members in(value);
    domain::File file;
    file.id = in.id<domain::FileId>("id");
    file.folderId = in.idOrNull<domain::FolderId>("folder_id");
    file.filename = in.name("filename");
    file.fileSize = in.count("file_size");
    file.mimeType = in.textOrNull("mime_type").value_or(QString()); // files of other programs may have none
    file.createdAt = in.time("created_at");
    file.updatedAt = in.time("updated_at");
    file.contentModifiedAt = in.timeOrNull("content_modified_at");
    file.contentSha256 = in.digestOrNull("content_sha256");
    file.revision = in.count("revision");
    file.isDeleted = in.flag("is_deleted");
    file.deletedAt = in.timeOrNull("deleted_at");
    file.trashRoot = in.idOrNull<domain::FolderId>("trash_root");
    return in.finish(std::move(file));
}

Result<domain::Usage> parseUsage(const QJsonValue &value)
{
    Members in(value);
    domain::Usage usage;
    usage.bytesUsed = in.count("bytes_used");
    usage.files = in.count("files");
    usage.bytesReserved = in.count("bytes_reserved");
    usage.quota = in.countOrNull("quota");
    return in.finish(usage);
}

} // namespace learnlab::api
