#include "protocol.h"

namespace learnlab::engine {

QJsonObject toJson(const sync::Undone &undone)
{
    QJsonArray refused;
    for (const sync::Undone::Refused &one : undone.refused)
        refused.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("error"), toJson(one.error)}});
    QJsonArray items;
    for (const domain::ItemRef item : undone.items)
        items.append(itemText(item));
    return {{QStringLiteral("action"), domain::toText(undone.action.id)},
            {QStringLiteral("kind"), QString(mirror::kindName(undone.action.kind))},
            {QStringLiteral("name"), undone.action.name},
            {QStringLiteral("to_name"), undone.action.toName},
            {QStringLiteral("count"), undone.action.count},
            {QStringLiteral("operations"), idsToJson(undone.operations)},
            {QStringLiteral("items"), items},
            {QStringLiteral("refused"), refused}};
}

domain::Result<sync::Undone> undoneFrom(const QJsonValue &value)
{
    const auto id = domain::fromText<domain::ActionId>(value[QStringLiteral("action")].toString());
    const auto kind = mirror::kindFromName(value[QStringLiteral("kind")].toString());
    const auto operations = idsFrom<domain::OperationId>(value[QStringLiteral("operations")]);
    if (!id || !kind || !operations)
        return domain::fail(domain::ErrorCode::BadAnswer);
    sync::Undone undone;
    undone.action.id = *id;
    undone.action.kind = *kind;
    undone.action.name = value[QStringLiteral("name")].toString();
    undone.action.toName = value[QStringLiteral("to_name")].toString();
    undone.action.count = value[QStringLiteral("count")].toInt();
    undone.operations = *operations;
    const QJsonArray items = value[QStringLiteral("items")].toArray();
    for (const QJsonValue &one : items) {
        const auto item = itemFrom(one.toString());
        if (!item)
            return domain::fail(domain::ErrorCode::BadAnswer);
        undone.items.append(*item);
    }
    const QJsonArray refused = value[QStringLiteral("refused")].toArray();
    for (const QJsonValue &one : refused)
        undone.refused.append({one[QStringLiteral("name")].toString(), errorFrom(one[QStringLiteral("error")])});
    return undone;
}

} // namespace learnlab::engine
