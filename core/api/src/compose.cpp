#include "compose.h"

#include "rfc3339.h"

#include <QJsonArray>

namespace learnlab::api {
namespace {

QJsonValue folderText(domain::FolderId folder)
{
    return folder.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(domain::toText(folder));
}

QJsonValue digestText(const QByteArray &sha256)
{
    return sha256.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromLatin1(sha256.toHex()));
}

QLatin1String conflictName(domain::OnConflict onConflict)
{
    switch (onConflict) {
    case domain::OnConflict::Fail:
        return QLatin1String("fail");
    case domain::OnConflict::KeepBoth:
        return QLatin1String("keep_both");
    case domain::OnConflict::Replace:
        return QLatin1String("replace");
    }
    return QLatin1String("fail");
}

QLatin1String kindName(domain::OperationKind kind)
{
    switch (kind) {
    case domain::OperationKind::CreateFolder:
        return QLatin1String("create_folder");
    case domain::OperationKind::Rename:
        return QLatin1String("rename");
    case domain::OperationKind::Move:
        return QLatin1String("move");
    case domain::OperationKind::Trash:
        return QLatin1String("trash");
    case domain::OperationKind::Restore:
        return QLatin1String("restore");
    }
    return QLatin1String("rename");
}

void addRevision(QJsonObject &json, const domain::Operation &operation)
{
    if (operation.ifAfter)
        json.insert(QLatin1String("if_revision"),
                    QJsonObject{{QStringLiteral("after"), domain::toText(*operation.ifAfter)}});
    else if (operation.ifRevision)
        json.insert(QLatin1String("if_revision"), *operation.ifRevision);
}

QJsonObject composeOperation(const domain::Operation &operation)
{
    QJsonObject json{{QStringLiteral("id"), domain::toText(operation.id)},
                     {QStringLiteral("kind"), kindName(operation.kind)}};
    if (operation.kind == domain::OperationKind::CreateFolder) {
        json.insert(QLatin1String("folder_id"), domain::uuidText(operation.target.id));
        json.insert(QLatin1String("parent_id"), folderText(operation.parentId));
        json.insert(QLatin1String("name"), operation.name);
        json.insert(QLatin1String("if_exists"), operation.useExisting ? QLatin1String("use") : QLatin1String("fail"));
        return json;
    }
    const bool isFile = operation.target.kind == domain::ItemKind::File;
    json.insert(QLatin1String("target"), isFile ? QLatin1String("file") : QLatin1String("folder"));
    json.insert(QLatin1String("target_id"), domain::uuidText(operation.target.id));
    if (operation.kind == domain::OperationKind::Move)
        json.insert(QLatin1String("parent_id"), folderText(operation.parentId));
    if (!operation.name.isEmpty())
        json.insert(QLatin1String("name"), operation.name);
    addRevision(json, operation);
    return json;
}

QJsonObject composeUpload(const UploadRequest &upload)
{
    QJsonObject json{{QStringLiteral("upload_id"), domain::toText(upload.uploadId)},
                     {QStringLiteral("file_id"), domain::toText(upload.fileId)},
                     {QStringLiteral("folder_id"), folderText(upload.folderId)},
                     {QStringLiteral("filename"), upload.filename},
                     {QStringLiteral("file_size"), upload.fileSize},
                     {QStringLiteral("mime_type"), upload.mimeType},
                     {QStringLiteral("if_exists"), conflictName(upload.onConflict)},
                     {QStringLiteral("sha256"), digestText(upload.sha256)}};
    if (upload.contentModifiedAt)
        json.insert(QLatin1String("content_modified_at"), timeText(*upload.contentModifiedAt));
    if (upload.ifRevision)
        json.insert(QLatin1String("if_revision"), *upload.ifRevision);
    if (upload.partSize > 0)
        json.insert(QLatin1String("part_size"), upload.partSize);
    return json;
}

QJsonObject composeCompletion(const Completion &upload)
{
    QJsonObject json{{QStringLiteral("upload_id"), domain::toText(upload.uploadId)},
                     {QStringLiteral("sha256"), digestText(upload.sha256)}};
    if (!upload.etag.isEmpty())
        json.insert(QLatin1String("etag"), upload.etag);
    QJsonArray parts;
    for (const domain::Part &part : upload.parts)
        parts.append(QJsonObject{{QStringLiteral("number"), part.number}, {QStringLiteral("etag"), part.etag}});
    if (!parts.isEmpty())
        json.insert(QLatin1String("parts"), parts);
    return json;
}

template <class T, class Compose>
QJsonObject composeList(QLatin1String name, const QList<T> &items, Compose compose)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(compose(item));
    return {{name, array}};
}

} // namespace

QJsonObject composeRegistration(const Registration &registration)
{
    QJsonObject json{{QStringLiteral("email"), registration.email},
                     {QStringLiteral("username"), registration.username},
                     {QStringLiteral("password"), registration.password}};
    if (!registration.fullName.isEmpty())
        json.insert(QLatin1String("full_name"), registration.fullName);
    if (!registration.invitationCode.isEmpty())
        json.insert(QLatin1String("invitation_code"), registration.invitationCode);
    return json;
}

QJsonObject composeProfile(const ProfileChange &change)
{
    QJsonObject json;
    if (change.fullName)
        json.insert(QLatin1String("full_name"), *change.fullName);
    if (change.username)
        json.insert(QLatin1String("username"), *change.username);
    return json;
}

QJsonObject composePassword(const PasswordChange &change)
{
    return {{QStringLiteral("current_password"), change.current}, {QStringLiteral("new_password"), change.wanted}};
}

QJsonObject composeLogin(const Credentials &credentials)
{
    QJsonObject json{{QStringLiteral("email"), credentials.email}, {QStringLiteral("password"), credentials.password}};
    if (!credentials.deviceInfo.isEmpty())
        json.insert(QLatin1String("device_info"), credentials.deviceInfo);
    return json;
}

QJsonObject composeOperations(const QList<domain::Operation> &operations)
{
    return composeList(QLatin1String("operations"), operations, composeOperation);
}

QJsonObject composeUploads(const QList<UploadRequest> &uploads)
{
    return composeList(QLatin1String("uploads"), uploads, composeUpload);
}

QJsonObject composeParts(const QList<PartRequest> &parts)
{
    return composeList(QLatin1String("parts"), parts, [](const PartRequest &part) {
        return QJsonObject{{QStringLiteral("number"), part.number},
                           {QStringLiteral("size"), part.size},
                           {QStringLiteral("sha256"), digestText(part.sha256)}};
    });
}

QJsonObject composeCompletions(const QList<Completion> &uploads)
{
    return composeList(QLatin1String("uploads"), uploads, composeCompletion);
}

QJsonObject composeDownloads(const QList<domain::FileId> &files)
{
    return composeList(QLatin1String("files"), files, [](domain::FileId id) { return QJsonValue(domain::toText(id)); });
}

} // namespace learnlab::api
