#include "commands/status.h"

#include "rows.h"
#include "sentences.h"

namespace learnlab::cli {

namespace {

/// Every field is there whoever is signed in.
QJsonObject nothing()
{
    QJsonObject fields;
    for (const char *name : {"server", "email", "username", "user_id", "bytes_used", "quota"})
        fields.insert(QLatin1String(name), QJsonValue());
    for (const char *name : {"files", "folders", "operations_pending", "operations_refused", "transfers_active",
                             "transfers_waiting", "transfers_paused", "transfers_failed"})
        fields.insert(QLatin1String(name), 0);
    fields.insert(QStringLiteral("signed_in"), false);
    fields.insert(QStringLiteral("first_sync_done"), false);
    return fields;
}

const char *fieldOf(domain::TransferState state)
{
    using enum domain::TransferState;
    switch (state) {
    case Waiting:
        return "transfers_waiting";
    case Paused:
        return "transfers_paused";
    case Failed:
        return "transfers_failed";
    default:
        return "transfers_active";
    }
}

void addOne(QJsonObject &fields, const char *name)
{
    fields.insert(QLatin1String(name), fields.value(QLatin1String(name)).toInt() + 1);
}

void addUser(QJsonObject &fields, const mirror::Reader &reader)
{
    if (const auto user = reader.user()) {
        fields.insert(QStringLiteral("email"), user->email);
        fields.insert(QStringLiteral("username"), user->username);
        fields.insert(QStringLiteral("user_id"), domain::toText(user->id));
    }
    if (const auto usage = reader.usage()) {
        fields.insert(QStringLiteral("bytes_used"), usage->bytesUsed);
        fields.insert(QStringLiteral("quota"), usage->quota ? QJsonValue(*usage->quota) : QJsonValue());
    }
}

} // namespace

Usage Status::usage() const
{
    return {{}, QStringLiteral("Says who is signed in and what waits, from what this computer knows.")};
}

void Status::show(const mirror::Reader &reader, const engine::AccountPlace &place)
{
    QJsonObject fields = nothing();
    fields.insert(QStringLiteral("signed_in"), true);
    fields.insert(QStringLiteral("server"), place.server.toString());
    fields.insert(QStringLiteral("first_sync_done"), reader.firstSyncDone());
    fields.insert(QStringLiteral("files"), reader.fileCount());
    fields.insert(QStringLiteral("folders"), reader.folderCount());
    addUser(fields, reader);
    for (const mirror::PendingOperation &pending : reader.pendingOperations())
        addOne(fields, pending.error ? "operations_refused" : "operations_pending");
    for (const domain::Transfer &transfer : reader.unfinishedTransfers())
        addOne(fields, fieldOf(transfer.state));
    describe(fields);
}

void Status::showNobody()
{
    MirrorCommand::showNobody();
    describe(nothing());
}

void Status::describe(const QJsonObject &account)
{
    result().document = account;
    result().document.insert(QStringLiteral("profile"), engine::ProfileFolder(given().common.profile).path());
    if (!account.value(QStringLiteral("signed_in")).toBool())
        return;
    const auto number = [&account](const char *name) { return account.value(QLatin1String(name)).toInteger(); };
    result().lines = {
        QStringLiteral("%1 on %2")
            .arg(printable(account.value(QStringLiteral("email")).toString()),
                 account.value(QStringLiteral("server")).toString()),
        QStringLiteral("%1 files in %2 folders").arg(number("files")).arg(number("folders")),
        QStringLiteral("Changes: %1 pending, %2 refused")
            .arg(number("operations_pending"))
            .arg(number("operations_refused")),
        QStringLiteral("Transfers: %1 active, %2 waiting, %3 paused, %4 failed")
            .arg(number("transfers_active"))
            .arg(number("transfers_waiting"))
            .arg(number("transfers_paused"))
            .arg(number("transfers_failed")),
    };
}

} // namespace learnlab::cli
