#include "protocol.h"

#include <QJsonArray>

namespace learnlab::engine {

namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Result;

QJsonValue jsonTime(const std::optional<domain::Timestamp> &time)
{
    return time ? QJsonValue(qint64(time->time_since_epoch().count())) : QJsonValue();
}

std::optional<domain::Timestamp> timeFrom(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    return domain::Timestamp(std::chrono::microseconds(value.toInteger()));
}

QJsonValue jsonError(const std::optional<Error> &error)
{
    return error ? QJsonValue(toJson(*error)) : QJsonValue();
}

std::optional<Error> optionalError(const QJsonValue &value)
{
    return value.isObject() ? std::optional(errorFrom(value)) : std::nullopt;
}

tl::unexpected<Error> notUnderstood()
{
    return domain::fail(ErrorCode::BadAnswer);
}

} // namespace

QJsonObject toJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("code"), QString(domain::codeName(error.code))}};
    if (!error.detail.isEmpty())
        json.insert(QStringLiteral("detail"), error.detail);
    if (!error.field.isEmpty())
        json.insert(QStringLiteral("field"), error.field);
    if (error.retryAfter)
        json.insert(QStringLiteral("retry_after"), qint64(error.retryAfter->count()));
    return json;
}

Error errorFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    Error error;
    error.code = domain::codeFromName(json.value(QStringLiteral("code")).toString()).value_or(ErrorCode::BadAnswer);
    error.detail = json.value(QStringLiteral("detail")).toString();
    error.field = json.value(QStringLiteral("field")).toString();
    if (const QJsonValue after = json.value(QStringLiteral("retry_after")); after.isDouble())
        error.retryAfter = std::chrono::seconds(after.toInteger());
    return error;
}

QJsonObject toJson(const OwnerStatus &status)
{
    const transfer::Summary &sum = status.transfers;
    QJsonObject json{
        {QStringLiteral("session"), int(status.session.state)},
        {QStringLiteral("session_error"), jsonError(status.session.error)},
        {QStringLiteral("remembered"), status.session.remembered},
        {QStringLiteral("keychain_error"), jsonError(status.session.keychainError)},
        {QStringLiteral("transfers"), QJsonArray{sum.active, sum.waiting, sum.paused, sum.failed, sum.bytesDone,
                                                 sum.bytesTotal, sum.bytesPerSecond}},
    };
    if (status.account) {
        json.insert(QStringLiteral("account"),
                    QJsonObject{
                        {QStringLiteral("key"), status.account->key},
                        {QStringLiteral("folder"), status.account->folder},
                        {QStringLiteral("mirror"), status.account->mirrorPath},
                        {QStringLiteral("server"), status.account->server.toString(QUrl::FullyEncoded)},
                    });
    }
    return json;
}

OwnerStatus statusFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    OwnerStatus status;
    status.started = true;
    const int state = json.value(QStringLiteral("session")).toInt();
    if (state >= int(session::State::SignedOut) && state <= int(session::State::Expired))
        status.session.state = session::State(state);
    status.session.error = optionalError(json.value(QStringLiteral("session_error")));
    status.session.remembered = json.value(QStringLiteral("remembered")).toBool();
    status.session.keychainError = optionalError(json.value(QStringLiteral("keychain_error")));
    const QJsonArray sum = json.value(QStringLiteral("transfers")).toArray();
    const auto number = [&sum](int at) { return sum.at(at).toInteger(); };
    status.transfers.active = int(number(0));
    status.transfers.waiting = int(number(1));
    status.transfers.paused = int(number(2));
    status.transfers.failed = int(number(3));
    status.transfers.bytesDone = number(4);
    status.transfers.bytesTotal = number(5);
    status.transfers.bytesPerSecond = number(6);
    const QJsonObject account = json.value(QStringLiteral("account")).toObject();
    if (!account.isEmpty()) {
        status.account = AccountPlace{account.value(QStringLiteral("key")).toString(),
                                      account.value(QStringLiteral("folder")).toString(),
                                      account.value(QStringLiteral("mirror")).toString(),
                                      QUrl(account.value(QStringLiteral("server")).toString(), QUrl::StrictMode)};
    }
    return status;
}

QString itemText(domain::ItemRef item)
{
    return (item.kind == domain::ItemKind::File ? QStringLiteral("file:") : QStringLiteral("folder:")) +
           domain::uuidText(item.id);
}

std::optional<domain::ItemRef> itemFrom(const QString &text)
{
    const bool isFile = text.startsWith(QLatin1String("file:"));
    if (!isFile && !text.startsWith(QLatin1String("folder:")))
        return std::nullopt;
    const auto id = domain::uuidFromText(QStringView(text).mid(isFile ? 5 : 7));
    if (!id)
        return std::nullopt;
    return domain::ItemRef{isFile ? domain::ItemKind::File : domain::ItemKind::Folder, *id};
}

QString bytesText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<QByteArray> bytesFrom(const QJsonValue &value)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok ||
        decoded.decoded.contains('\0'))
        return std::nullopt;
    return decoded.decoded;
}

QJsonObject toJson(const Queued &queued)
{
    QJsonArray refused;
    for (const Queued::Refused &one : queued.refused) {
        refused.append(
            QJsonObject{{QStringLiteral("item"), itemText(one.item)}, {QStringLiteral("error"), toJson(one.error)}});
    }
    return {{QStringLiteral("operations"), idsToJson(queued.operations)}, {QStringLiteral("refused"), refused}};
}

Result<Queued> queuedFrom(const QJsonValue &value)
{
    const auto operations = idsFrom<domain::OperationId>(value[QStringLiteral("operations")]);
    if (!operations)
        return notUnderstood();
    Queued queued{*operations, {}};
    const QJsonArray refused = value[QStringLiteral("refused")].toArray();
    for (const QJsonValue &one : refused) {
        const auto item = itemFrom(one[QStringLiteral("item")].toString());
        if (!item)
            return notUnderstood();
        queued.refused.append({*item, errorFrom(one[QStringLiteral("error")])});
    }
    return queued;
}

QJsonObject toJson(const Uploads &uploads)
{
    QJsonArray refused;
    for (const transfer::Plan::Refused &one : uploads.refused) {
        refused.append(QJsonObject{{QStringLiteral("path"), bytesText(one.localPath)},
                                   {QStringLiteral("error"), toJson(one.error)}});
    }
    return {{QStringLiteral("transfers"), idsToJson(uploads.transfers)},
            {QStringLiteral("operations"), idsToJson(uploads.operations)},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("bytes"), uploads.bytes}};
}

Result<Uploads> uploadsFrom(const QJsonValue &value)
{
    const auto transfers = idsFrom<domain::TransferId>(value[QStringLiteral("transfers")]);
    const auto operations = idsFrom<domain::OperationId>(value[QStringLiteral("operations")]);
    if (!transfers || !operations)
        return notUnderstood();
    Uploads uploads{*transfers, *operations, {}, value[QStringLiteral("bytes")].toInteger()};
    const QJsonArray refused = value[QStringLiteral("refused")].toArray();
    for (const QJsonValue &one : refused) {
        const auto path = bytesFrom(one[QStringLiteral("path")]);
        if (!path)
            return notUnderstood();
        uploads.refused.append({*path, errorFrom(one[QStringLiteral("error")])});
    }
    return uploads;
}

QJsonArray toJson(const QList<domain::Session> &sessions)
{
    QJsonArray array;
    for (const domain::Session &session : sessions) {
        array.append(QJsonObject{{QStringLiteral("id"), domain::toText(session.id)},
                                 {QStringLiteral("device_info"), session.deviceInfo},
                                 {QStringLiteral("created_at"), jsonTime(session.createdAt)},
                                 {QStringLiteral("expires_at"), jsonTime(session.expiresAt)},
                                 {QStringLiteral("current"), session.current}});
    }
    return array;
}

Result<QList<domain::Session>> sessionsFrom(const QJsonValue &value)
{
    QList<domain::Session> sessions;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        const auto id = domain::fromText<domain::SessionId>(one[QStringLiteral("id")].toString());
        const auto created = timeFrom(one[QStringLiteral("created_at")]);
        if (!id || !created)
            return notUnderstood();
        domain::Session session;
        session.id = *id;
        session.deviceInfo = one[QStringLiteral("device_info")].toString();
        session.createdAt = *created;
        session.expiresAt = timeFrom(one[QStringLiteral("expires_at")]);
        session.current = one[QStringLiteral("current")].toBool();
        sessions.append(session);
    }
    return sessions;
}

} // namespace learnlab::engine
