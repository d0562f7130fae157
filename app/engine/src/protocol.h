#pragma once

#include "engine/commands.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace learnlab::engine {

// The values that cross the engine's socket, as JSON: newline-delimited requests {"id", "command", "arguments"},
// answers
// {"id", "result"} or {"id", "error"}, and unasked {"event": "status", "value"}. Bytes (local paths) are in Base64.

/// What an owner tells of itself; sent whenever it changes.
struct OwnerStatus
{
    std::optional<AccountPlace> account;
    session::Status session;
    transfer::Summary transfers;
    bool started = false; ///< else an account may still be opened
};

[[nodiscard]] QJsonObject toJson(const domain::Error &error);
[[nodiscard]] domain::Error errorFrom(const QJsonValue &value); ///< BadAnswer where it is none
[[nodiscard]] QJsonObject toJson(const OwnerStatus &status);
[[nodiscard]] OwnerStatus statusFrom(const QJsonValue &value);

[[nodiscard]] QString itemText(domain::ItemRef item); ///< "file:UUID"
[[nodiscard]] std::optional<domain::ItemRef> itemFrom(const QString &text);
[[nodiscard]] QString bytesText(const QByteArray &bytes);
[[nodiscard]] std::optional<QByteArray> bytesFrom(const QJsonValue &value);

template <class IdType>
[[nodiscard]] QJsonArray idsToJson(const QList<IdType> &ids)
{
    QJsonArray array;
    for (const IdType &id : ids)
        array.append(domain::toText(id));
    return array;
}

/// None where one is no id.
template <class IdType>
[[nodiscard]] std::optional<QList<IdType>> idsFrom(const QJsonValue &value)
{
    QList<IdType> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        const auto id = domain::fromText<IdType>(text.toString());
        if (!id)
            return std::nullopt;
        ids.append(*id);
    }
    return value.isArray() ? std::optional(ids) : std::nullopt;
}

[[nodiscard]] QJsonObject toJson(const Queued &queued);
[[nodiscard]] domain::Result<Queued> queuedFrom(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const sync::Undone &undone);
[[nodiscard]] domain::Result<sync::Undone> undoneFrom(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Uploads &uploads);
[[nodiscard]] domain::Result<Uploads> uploadsFrom(const QJsonValue &value);
[[nodiscard]] QJsonArray toJson(const QList<domain::Session> &sessions);
[[nodiscard]] domain::Result<QList<domain::Session>> sessionsFrom(const QJsonValue &value);

} // namespace learnlab::engine
