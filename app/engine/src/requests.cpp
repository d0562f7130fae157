#include "engine/requests.h"

#include "protocol.h"

#include <QHash>

namespace learnlab::engine {

namespace {

using domain::Result;

/// A line of the socket holds so many and more; those who name more ask several times.
constexpr qsizetype idsAtOnce = 20000;

template <class T, class Decode>
Requests::Reply decoded(Requests::Answer<T> answer, Decode decode)
{
    return [answer = std::move(answer), decode](const Result<QJsonValue> &result) {
        if (result)
            answer(decode(*result));
        else
            answer(tl::make_unexpected(result.error()));
    };
}

template <class IdType>
Requests::Reply decodedId(Requests::Answer<IdType> answer)
{
    return decoded<IdType>(std::move(answer), [](const QJsonValue &value) -> Result<IdType> {
        if (const auto id = domain::fromText<IdType>(value.toString()))
            return *id;
        return domain::fail(domain::ErrorCode::BadAnswer);
    });
}

Requests::Reply decodedNothing(Requests::Answer<void> answer)
{
    return decoded<void>(std::move(answer), [](const QJsonValue &) { return Result<void>(); });
}

QJsonArray itemsToJson(const QList<domain::ItemRef> &items)
{
    QJsonArray array;
    for (const domain::ItemRef item : items)
        array.append(itemText(item));
    return array;
}

} // namespace

CommandTraits traitsOf(const QString &command)
{
    constexpr CommandTraits waiting{.waits = true, .repeatable = true};
    constexpr CommandTraits repeatable{.waits = false, .repeatable = true};
    static const QHash<QString, CommandTraits> table{
        {QStringLiteral("when_settled"), waiting},
        {QStringLiteral("copy_to"), waiting},
        {QStringLiteral("synchronize"), waiting},
        {QStringLiteral("sessions"), waiting},
        {QStringLiteral("make_path"), repeatable},
        {QStringLiteral("upload"), repeatable},
        {QStringLiteral("keep"), repeatable},
        {QStringLiteral("unkeep"), repeatable},
        {QStringLiteral("open"), waiting},
        {QStringLiteral("kept_limit"), repeatable},
        {QStringLiteral("unsent_edits"), repeatable},
        {QStringLiteral("pause"), repeatable},
        {QStringLiteral("resume"), repeatable},
        {QStringLiteral("cancel"), repeatable},
        {QStringLiteral("retry"), repeatable},
        {QStringLiteral("clear_finished"), repeatable},
        {QStringLiteral("first"), repeatable},
        {QStringLiteral("limit"), repeatable},
        {QStringLiteral("make_link"), waiting},
        {QStringLiteral("change_link"), waiting},
        {QStringLiteral("revoke_link"), waiting},
        {QStringLiteral("refresh_links"), waiting},
        {QStringLiteral("receipts"), waiting},
        {QStringLiteral("all_receipts"), waiting},
    };
    return table.value(command);
}

void Requests::createFolder(domain::FolderId parent, const QString &name, bool useExisting, QObject *context,
                            Answer<domain::FolderId> answer) const
{
    m_send(QStringLiteral("create_folder"),
           {{QStringLiteral("parent"), domain::toText(parent)},
            {QStringLiteral("name"), name},
            {QStringLiteral("use_existing"), useExisting}},
           context, decodedId(std::move(answer)));
}

void Requests::makePath(const QString &path, QObject *context, Answer<domain::FolderId> answer) const
{
    m_send(QStringLiteral("make_path"), {{QStringLiteral("path"), path}}, context, decodedId(std::move(answer)));
}

void Requests::rename(domain::ItemRef item, const QString &name, QObject *context,
                      Answer<domain::OperationId> answer) const
{
    m_send(QStringLiteral("rename"), {{QStringLiteral("item"), itemText(item)}, {QStringLiteral("name"), name}},
           context, decodedId(std::move(answer)));
}

void Requests::move(const QList<domain::ItemRef> &items, domain::FolderId target, const QString &name, QObject *context,
                    Answer<Queued> answer) const
{
    m_send(QStringLiteral("move"),
           {{QStringLiteral("items"), itemsToJson(items)},
            {QStringLiteral("target"), domain::toText(target)},
            {QStringLiteral("name"), name}},
           context, decoded<Queued>(std::move(answer), queuedFrom));
}

void Requests::trash(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer) const
{
    m_send(QStringLiteral("trash"), {{QStringLiteral("items"), itemsToJson(items)}}, context,
           decoded<Queued>(std::move(answer), queuedFrom));
}

void Requests::restore(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer) const
{
    m_send(QStringLiteral("restore"), {{QStringLiteral("items"), itemsToJson(items)}}, context,
           decoded<Queued>(std::move(answer), queuedFrom));
}

void Requests::forgetOperation(domain::OperationId id, QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("withdraw"), {{QStringLiteral("id"), domain::toText(id)}}, context,
           decodedNothing(std::move(answer)));
}

void Requests::retryOperation(domain::OperationId id, QObject *context, Answer<domain::OperationId> answer) const
{
    m_send(QStringLiteral("retry_change"), {{QStringLiteral("id"), domain::toText(id)}}, context,
           decodedId(std::move(answer)));
}

void Requests::undo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer) const
{
    m_send(QStringLiteral("undo"), {{QStringLiteral("action"), domain::toText(action)}}, context,
           decoded<sync::Undone>(std::move(answer), undoneFrom));
}

void Requests::redo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer) const
{
    m_send(QStringLiteral("redo"), {{QStringLiteral("action"), domain::toText(action)}}, context,
           decoded<sync::Undone>(std::move(answer), undoneFrom));
}

void Requests::upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                      QObject *context, Answer<Uploads> answer) const
{
    QJsonArray paths;
    for (const QByteArray &path : localPaths)
        paths.append(bytesText(path));
    m_send(QStringLiteral("upload"),
           {{QStringLiteral("paths"), paths},
            {QStringLiteral("target"), domain::toText(target)},
            {QStringLiteral("on_conflict"), int(onConflict)}},
           context, decoded<Uploads>(std::move(answer), uploadsFrom));
}

void Requests::sendIds(const QString &command, const QList<domain::TransferId> &ids, QObject *context,
                       const Answer<void> &answer) const
{
    auto more = [send = *this, command, rest = ids.mid(idsAtOnce), context = QPointer(context),
                 answer](const Result<void> &done) {
        if (!done || rest.isEmpty())
            answer(done);
        else
            send.sendIds(command, rest, context, answer);
    };
    m_send(command, {{QStringLiteral("ids"), idsToJson(ids.first(std::min(ids.size(), idsAtOnce)))}}, context,
           decodedNothing(more));
}

void Requests::pause(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const
{
    sendIds(QStringLiteral("pause"), ids, context, answer);
}

void Requests::resume(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const
{
    sendIds(QStringLiteral("resume"), ids, context, answer);
}

void Requests::cancel(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const
{
    sendIds(QStringLiteral("cancel"), ids, context, answer);
}

void Requests::retry(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const
{
    sendIds(QStringLiteral("retry"), ids, context, answer);
}

void Requests::first(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const
{
    sendIds(QStringLiteral("first"), ids, context, answer);
}

void Requests::setRateLimits(const transfer::RateLimits &limits, QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("limit"), {{QStringLiteral("up"), limits.up}, {QStringLiteral("down"), limits.down}}, context,
           decodedNothing(std::move(answer)));
}

void Requests::clearFinished(QObject *context, const Answer<void> &answer) const
{
    m_send(QStringLiteral("clear_finished"), {}, context, decodedNothing(answer));
}

void Requests::whenSettled(const QList<domain::TransferId> &ids, QObject *context, Answer<void> answer) const
{
    sendIds(QStringLiteral("when_settled"), ids, context, answer);
}

void Requests::keep(domain::ItemRef item, QObject *context, Answer<QList<domain::TransferId>> answer) const
{
    using Ids = QList<domain::TransferId>;
    m_send(QStringLiteral("keep"), {{QStringLiteral("item"), itemText(item)}}, context,
           decoded<Ids>(std::move(answer), [](const QJsonValue &value) -> Result<Ids> {
               if (const auto ids = idsFrom<domain::TransferId>(value))
                   return *ids;
               return domain::fail(domain::ErrorCode::BadAnswer);
           }));
}

void Requests::unkeep(domain::ItemRef item, QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("unkeep"), {{QStringLiteral("item"), itemText(item)}}, context,
           decodedNothing(std::move(answer)));
}

void Requests::setKeptLimit(qint64 bytes, QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("kept_limit"), {{QStringLiteral("bytes"), bytes}}, context,
           decodedNothing(std::move(answer)));
}

void Requests::unsentEdits(QObject *context, Answer<QStringList> answer) const
{
    m_send(QStringLiteral("unsent_edits"), {}, context,
           decoded<QStringList>(std::move(answer), [](const QJsonValue &value) -> Result<QStringList> {
               QStringList names;
               for (const QJsonValue &name : value.toArray())
                   names.append(name.toString());
               return names;
           }));
}

void Requests::open(domain::FileId id, QObject *context, Answer<QByteArray> answer) const
{
    m_send(QStringLiteral("open"), {{QStringLiteral("file"), domain::toText(id)}}, context,
           decoded<QByteArray>(std::move(answer), [](const QJsonValue &value) -> Result<QByteArray> {
               if (const auto path = bytesFrom(value))
                   return *path;
               return domain::fail(domain::ErrorCode::BadAnswer);
           }));
}

void Requests::copyTo(domain::FileId id, const QByteArray &destination, bool replace, QObject *context,
                      Answer<void> answer) const
{
    m_send(QStringLiteral("copy_to"),
           {{QStringLiteral("file"), domain::toText(id)},
            {QStringLiteral("destination"), bytesText(destination)},
            {QStringLiteral("replace"), replace}},
           context, decodedNothing(std::move(answer)));
}

void Requests::synchronize(QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("synchronize"), {}, context, decodedNothing(std::move(answer)));
}

void Requests::sessions(QObject *context, Answer<QList<domain::Session>> answer) const
{
    m_send(QStringLiteral("sessions"), {}, context, decoded<QList<domain::Session>>(std::move(answer), sessionsFrom));
}

} // namespace learnlab::engine
