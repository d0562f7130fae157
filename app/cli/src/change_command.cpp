#include "change_command.h"

#include "rows.h"
#include "sentences.h"

namespace learnlab::cli {

void ChangeCommand::ready()
{
    refreshThen([this] { change(); });
}

std::optional<domain::ItemRef> ChangeCommand::resolve(const QString &path)
{
    const auto item = reader().resolve(path);
    if (!item)
        result().fail({domain::ErrorCode::NotFound, {}}, path);
    return item;
}

QList<ChangeCommand::Item> ChangeCommand::resolve(const QStringList &paths)
{
    QList<Item> items;
    for (const QString &path : paths) {
        if (const auto item = resolve(path))
            items.append({reader().pathOf(*item), *item});
    }
    return items;
}

QList<domain::ItemRef> ChangeCommand::refsOf(const QList<Item> &items)
{
    QList<domain::ItemRef> refs;
    for (const Item &item : items)
        refs.append(item.ref);
    return refs;
}

void ChangeCommand::expect(const QList<Item> &items, const engine::Queued &queued)
{
    QHash<domain::ItemRef, domain::Error> refused;
    for (const engine::Queued::Refused &refusal : queued.refused)
        refused.insert(refusal.item, refusal.error);
    for (const Item &item : items) {
        if (const auto error = refused.constFind(item.ref); error != refused.cend())
            result().fail(*error, item.path);
        else
            m_items.append(item);
    }
}

engine::Commands::Answer<engine::Queued> ChangeCommand::sendAfter(const QList<Item> &items)
{
    return [this, items](const domain::Result<engine::Queued> &queued) {
        if (!queued) {
            finish(queued.error());
            return;
        }
        expect(items, *queued);
        send();
    };
}

void ChangeCommand::send()
{
    refreshThen([this] { sent(); });
}

void ChangeCommand::sent()
{
    QHash<domain::ItemRef, mirror::PendingOperation> waiting;
    for (const mirror::PendingOperation &pending : reader().pendingOperations())
        waiting.insert(pending.operation.target, pending);
    for (const Item &item : m_items) {
        const auto pending = waiting.constFind(item.ref);
        tell(item, pending == waiting.cend() ? nullptr : &*pending);
    }
    result().document.insert(QStringLiteral("items"), m_told);
    finish();
}

void ChangeCommand::tell(const Item &item, const mirror::PendingOperation *pending)
{
    QString state = QStringLiteral("done");
    if (pending && pending->error) {
        state = QStringLiteral("failed");
        result().fail(*pending->error, item.path);
        if (!keepsRefused())
            commands().forgetOperation(pending->operation.id, this, [](const domain::Result<void> &) {});
    } else if (pending) {
        state = QStringLiteral("queued");
        result().raise(unreachable() ? exitCodeOf(unreachable()->code) : ExitCode::Offline);
        result().remark(QStringLiteral("%1: queued. %2")
                            .arg(printable(item.path),
                                 unreachable() ? sentence(*unreachable()) : QStringLiteral("Use sync to send it.")));
    }
    m_told.append(QJsonObject{
        {QStringLiteral("path"), item.path},
        {QStringLiteral("kind"), kindText(item.ref.kind)},
        {QStringLiteral("id"), idText(item.ref)},
        {QStringLiteral("state"), state},
    });
}

} // namespace learnlab::cli
