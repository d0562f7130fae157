#include "commands/changes.h"

#include "mirror_view.h"
#include "rows.h"

#include <algorithm>

namespace learnlab::cli {

Usage Changes::usage() const
{
    return {
        QStringLiteral("[withdraw|retry ID...]"),
        QStringLiteral(
            "Lists changes that wait for the server or that it refused; or withdraws them, or retries refused ones."),
        {QCommandLineOption(QStringLiteral("all"), QStringLiteral("All that it makes sense for, instead of IDs."))},
        0,
        -1};
}

QString Changes::check(const Given &given) const
{
    if (given.arguments.isEmpty())
        return given.has("all") ? QStringLiteral("--all of what?") : QString();
    const QString verb = textOf(given.arguments.first());
    if (verb != QLatin1String("withdraw") && verb != QLatin1String("retry"))
        return QStringLiteral("it is withdraw or retry");
    if (given.has("all") == (given.arguments.size() > 1))
        return given.has("all") ? QStringLiteral("either --all or IDs") : QStringLiteral("ID is missing");
    return {};
}

void Changes::run()
{
    if (given().arguments.isEmpty()) {
        list();
        return;
    }
    m_withdraws = given().arguments.first() == QLatin1String("withdraw");
    ChangeCommand::run();
}

void Changes::list()
{
    const auto view = viewMirror(given().common.profile);
    if (!view) {
        finish(view.error());
        return;
    }
    QJsonArray changes;
    for (const mirror::PendingOperation &pending : view->reader->pendingOperations()) {
        changes.append(jsonOperation(*view->reader, pending));
        result().lines.append(operationLine(*view->reader, pending));
    }
    result().document.insert(QStringLiteral("changes"), changes);
    finish();
}

QList<Changes::Named> Changes::named()
{
    QList<Named> named;
    const auto pending = reader().pendingOperations();
    const auto add = [this, &named](const mirror::PendingOperation &one) {
        named.append({one.operation.id, {reader().pathOf(one.operation.target), one.operation.target}});
    };
    if (given().has("all")) {
        for (const mirror::PendingOperation &one : pending) {
            if (m_withdraws || one.error)
                add(one);
        }
    }
    for (const QString &word : textOf(given().arguments.mid(1))) {
        const auto id = domain::fromText<domain::OperationId>(word);
        const auto found = std::find_if(pending.begin(), pending.end(), [&](const mirror::PendingOperation &one) {
            return id && one.operation.id == *id && (m_withdraws || one.error);
        });
        if (found == pending.end())
            result().fail({domain::ErrorCode::NotFound, {}}, word);
        else
            add(*found);
    }
    return named;
}

void Changes::ready()
{
    m_named = named();
    if (!m_withdraws) {
        retryNext();
        return;
    }
    // What was done last is undone first: earlier changes may be what it stands on.
    std::reverse(m_named.begin(), m_named.end());
    withdrawNext();
}

void Changes::change()
{
    retryNext();
}

void Changes::withdrawNext()
{
    if (m_named.isEmpty()) {
        result().document.insert(QStringLiteral("items"), m_items);
        finish();
        return;
    }
    const Named next = m_named.takeFirst();
    commands().forgetOperation(next.id, this, [this, next](const domain::Result<void> &done) {
        note(next.item, done);
        withdrawNext();
    });
}

void Changes::retryNext()
{
    if (m_named.isEmpty()) {
        send();
        return;
    }
    const Named next = m_named.takeFirst();
    commands().retryOperation(next.id, this, [this, next](const domain::Result<domain::OperationId> &again) {
        if (again)
            expect(next.item);
        else
            result().fail(again.error(), next.item.path);
        retryNext();
    });
}

void Changes::note(const Item &item, const domain::Result<void> &done)
{
    if (!done)
        result().fail(done.error(), item.path);
    m_items.append(QJsonObject{
        {QStringLiteral("path"), item.path},
        {QStringLiteral("kind"), kindText(item.ref.kind)},
        {QStringLiteral("id"), idText(item.ref)},
        {QStringLiteral("state"), done ? QStringLiteral("done") : QStringLiteral("failed")},
    });
}

} // namespace learnlab::cli
