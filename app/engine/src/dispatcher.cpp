#include "dispatcher.h"

#include "link_protocol.h"
#include "receipt_protocol.h"
#include "request.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>

namespace learnlab::engine {

namespace {

using domain::Result;
using Reply = Dispatcher::Reply;

struct Caller
{
    Commands &commands;
    QObject *context;
    Reply reply;
};
using Handler = void (*)(Request &, const Caller &);

/// The answer of a command, made JSON by `encode`.
template <class T, class Encode>
Commands::Answer<T> encoded(const Reply &reply, Encode encode)
{
    return [reply, encode](const Result<T> &result) {
        if (result)
            reply(QJsonValue(encode(*result)));
        else
            reply(tl::make_unexpected(result.error()));
    };
}

Commands::Answer<void> nothing(const Reply &reply)
{
    return [reply](const Result<void> &result) {
        if (result)
            reply(QJsonValue(QJsonObject()));
        else
            reply(tl::make_unexpected(result.error()));
    };
}

template <class IdType>
QString idText(const IdType &id)
{
    return domain::toText(id);
}

const auto queuedJson = [](const Queued &queued) { return toJson(queued); };

void createFolder(Request &request, const Caller &caller)
{
    const auto parent = request.id<domain::FolderId>("parent");
    const QString name = request.text("name");
    const bool useExisting = request.flag("use_existing");
    if (request.isGood()) {
        caller.commands.createFolder(parent, name, useExisting, caller.context,
                                     encoded<domain::FolderId>(caller.reply, idText<domain::FolderId>));
    }
}

void makePath(Request &request, const Caller &caller)
{
    const QString path = request.text("path");
    if (request.isGood())
        caller.commands.makePath(path, caller.context,
                                 encoded<domain::FolderId>(caller.reply, idText<domain::FolderId>));
}

void renameItem(Request &request, const Caller &caller)
{
    const auto item = request.item("item");
    const QString name = request.text("name");
    if (request.isGood()) {
        caller.commands.rename(item, name, caller.context,
                               encoded<domain::OperationId>(caller.reply, idText<domain::OperationId>));
    }
}

void moveItems(Request &request, const Caller &caller)
{
    const auto items = request.items("items");
    const auto target = request.id<domain::FolderId>("target");
    const QString name = request.text("name");
    if (request.isGood())
        caller.commands.move(items, target, name, caller.context, encoded<Queued>(caller.reply, queuedJson));
}

void trashItems(Request &request, const Caller &caller)
{
    const auto items = request.items("items");
    if (request.isGood())
        caller.commands.trash(items, caller.context, encoded<Queued>(caller.reply, queuedJson));
}

void restoreItems(Request &request, const Caller &caller)
{
    const auto items = request.items("items");
    if (request.isGood())
        caller.commands.restore(items, caller.context, encoded<Queued>(caller.reply, queuedJson));
}

void withdraw(Request &request, const Caller &caller)
{
    const auto id = request.id<domain::OperationId>("id");
    if (request.isGood())
        caller.commands.forgetOperation(id, caller.context, nothing(caller.reply));
}

void retryChange(Request &request, const Caller &caller)
{
    const auto id = request.id<domain::OperationId>("id");
    if (request.isGood()) {
        caller.commands.retryOperation(id, caller.context,
                                       encoded<domain::OperationId>(caller.reply, idText<domain::OperationId>));
    }
}

/// Takes an action back, or does it again.
template <void (Commands::*ask)(domain::ActionId, QObject *, Commands::Answer<sync::Undone>)>
void history(Request &request, const Caller &caller)
{
    const auto action = request.id<domain::ActionId>("action");
    if (request.isGood()) {
        (caller.commands.*
         ask)(action, caller.context,
              encoded<sync::Undone>(caller.reply, [](const sync::Undone &undone) { return toJson(undone); }));
    }
}

void upload(Request &request, const Caller &caller)
{
    const auto paths = request.paths("paths");
    const auto target = request.id<domain::FolderId>("target");
    const auto onConflict = request.onConflict("on_conflict");
    if (request.isGood()) {
        caller.commands.upload(paths, target, onConflict, caller.context,
                               encoded<Uploads>(caller.reply, [](const Uploads &uploads) { return toJson(uploads); }));
    }
}

/// Tells the transfers something; what the engine's thread is told it does in order.
template <void (Commands::*tellThem)(const QList<domain::TransferId> &)>
void control(Request &request, const Caller &caller)
{
    const auto ids = request.ids<domain::TransferId>("ids");
    if (!request.isGood())
        return;
    (caller.commands.*tellThem)(ids);
    caller.reply(QJsonValue(QJsonObject()));
}

void clearFinished(Request &, const Caller &caller)
{
    caller.commands.clearFinished();
    caller.reply(QJsonValue(QJsonObject()));
}

void limit(Request &request, const Caller &caller)
{
    const transfer::RateLimits limits{request.number("up"), request.number("down")};
    if (request.isGood() && limits.up >= 0 && limits.down >= 0)
        caller.commands.setRateLimits(limits, caller.context, nothing(caller.reply));
    else if (request.isGood())
        caller.reply(domain::fail(domain::ErrorCode::Malformed));
}

void whenSettled(Request &request, const Caller &caller)
{
    const auto ids = request.ids<domain::TransferId>("ids");
    if (request.isGood())
        caller.commands.whenSettled(ids, caller.context, nothing(caller.reply));
}

void keep(Request &request, const Caller &caller)
{
    using Ids = QList<domain::TransferId>;
    const auto item = request.item("item");
    if (request.isGood())
        caller.commands.keep(item, caller.context,
                             encoded<Ids>(caller.reply, [](const Ids &ids) { return idsToJson(ids); }));
}

void unkeep(Request &request, const Caller &caller)
{
    const auto item = request.item("item");
    if (request.isGood())
        caller.commands.unkeep(item, caller.context, nothing(caller.reply));
}

void setKeptLimit(Request &request, const Caller &caller)
{
    const qint64 bytes = request.number("bytes");
    if (request.isGood() && bytes >= 0)
        caller.commands.setKeptLimit(bytes, caller.context, nothing(caller.reply));
    else if (request.isGood())
        caller.reply(domain::fail(domain::ErrorCode::Malformed));
}

void unsentEdits(Request &, const Caller &caller)
{
    caller.commands.unsentEdits(caller.context, encoded<QStringList>(caller.reply, [](const QStringList &names) {
                                    return QJsonArray::fromStringList(names);
                                }));
}

void open(Request &request, const Caller &caller)
{
    const auto file = request.id<domain::FileId>("file");
    if (request.isGood()) {
        caller.commands.open(file, caller.context, encoded<QString>(caller.reply, [](const QString &path) {
                                 return bytesText(QFile::encodeName(path));
                             }));
    }
}

void copyTo(Request &request, const Caller &caller)
{
    const auto file = request.id<domain::FileId>("file");
    const QByteArray destination = request.path("destination");
    const bool replace = request.flag("replace");
    if (request.isGood())
        caller.commands.copyTo(file, destination, replace, caller.context, nothing(caller.reply));
}

void synchronize(Request &, const Caller &caller)
{
    caller.commands.synchronize(caller.context, nothing(caller.reply));
}

void sessions(Request &, const Caller &caller)
{
    using Sessions = QList<domain::Session>;
    caller.commands.sessions(caller.context,
                             encoded<Sessions>(caller.reply, [](const Sessions &list) { return toJson(list); }));
}

const QHash<QString, Handler> &handlers()
{
    static const QHash<QString, Handler> table{
        {QStringLiteral("create_folder"), createFolder},
        {QStringLiteral("make_path"), makePath},
        {QStringLiteral("rename"), renameItem},
        {QStringLiteral("move"), moveItems},
        {QStringLiteral("trash"), trashItems},
        {QStringLiteral("restore"), restoreItems},
        {QStringLiteral("withdraw"), withdraw},
        {QStringLiteral("retry_change"), retryChange},
        {QStringLiteral("undo"), history<&Commands::undo>},
        {QStringLiteral("redo"), history<&Commands::redo>},
        {QStringLiteral("upload"), upload},
        {QStringLiteral("pause"), control<&Commands::pause>},
        {QStringLiteral("resume"), control<&Commands::resume>},
        {QStringLiteral("cancel"), control<&Commands::cancel>},
        {QStringLiteral("retry"), control<&Commands::retry>},
        {QStringLiteral("first"), control<&Commands::first>},
        {QStringLiteral("clear_finished"), clearFinished},
        {QStringLiteral("limit"), limit},
        {QStringLiteral("when_settled"), whenSettled},
        {QStringLiteral("keep"), keep},
        {QStringLiteral("unkeep"), unkeep},
        {QStringLiteral("kept_limit"), setKeptLimit},
        {QStringLiteral("unsent_edits"), unsentEdits},
        {QStringLiteral("open"), open},
        {QStringLiteral("copy_to"), copyTo},
        {QStringLiteral("synchronize"), synchronize},
        {QStringLiteral("sessions"), sessions},
    };
    return table;
}

} // namespace

void Dispatcher::run(const QString &command, const QJsonObject &arguments, QObject *context, Reply reply)
{
    Request request(arguments);
    if (const Handler handler = handlers().value(command)) {
        handler(request, {m_commands, context, reply});
        if (request.isGood())
            return;
    }
    if (runLinkCommand(command, request, m_commands, context, reply) && request.isGood())
        return;
    if (runReceiptCommand(command, request, m_commands, context, reply) && request.isGood())
        return;
    reply(domain::fail(domain::ErrorCode::Malformed, command.left(40)));
}

} // namespace learnlab::engine
