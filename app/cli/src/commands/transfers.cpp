#include "commands/transfers.h"

#include "mirror_view.h"
#include "rows.h"
#include "sentences.h"

#include <QHash>

namespace learnlab::cli {

namespace {

using domain::TransferId;
using domain::TransferState;

constexpr std::chrono::milliseconds betweenLooks{50};
/// What the queue was told it has done by then; what it cannot do it never will.
constexpr int mostLooks = 60;
constexpr int looksForPlace = 10;

QString transferLine(const mirror::Reader &reader, const QJsonObject &transfer, const domain::Transfer &row)
{
    const QString why = row.error ? QStringLiteral("  ") + whyText(reader, row) : QString();
    return QStringLiteral("%1  %2  %3  %4 of %5  %6%7")
        .arg(domain::toText(row.id))
        .arg(transfer.value(QStringLiteral("kind")).toString(), -8)
        .arg(transfer.value(QStringLiteral("state")).toString(), -10)
        .arg(sizeText(row.bytesDone), 9)
        .arg(sizeText(row.bytesTotal), -9)
        .arg(printable(transfer.value(QStringLiteral("path")).toString()), why);
}

QStringList wordsFor(const QStringList &arguments)
{
    return textOf(arguments.mid(1));
}

/// What may be in the way of a verb that is told of all.
bool isOver(const domain::Transfer &transfer)
{
    return domain::isFinal(transfer.state);
}

} // namespace

Usage Transfers::usage() const
{
    return {QStringLiteral("[pause|resume|cancel|retry|first ID...]"),
            QStringLiteral(
                "Lists transfers, and changes that wait for the server; or tells transfers, or groups, what to do."),
            {QCommandLineOption(QStringLiteral("all"), QStringLiteral("All that it makes sense for, instead of IDs."))},
            0,
            -1};
}

std::optional<Transfers::Verb> Transfers::verbFrom(const QString &word)
{
    static const QHash<QString, Verb> verbs{{QStringLiteral("pause"), Verb::Pause},
                                            {QStringLiteral("resume"), Verb::Resume},
                                            {QStringLiteral("cancel"), Verb::Cancel},
                                            {QStringLiteral("retry"), Verb::Retry},
                                            {QStringLiteral("first"), Verb::First}};
    const auto found = verbs.constFind(word);
    return found == verbs.cend() ? std::nullopt : std::optional(*found);
}

QString Transfers::check(const Given &given) const
{
    if (given.arguments.isEmpty())
        return given.has("all") ? QStringLiteral("--all of what?") : QString();
    const auto verb = verbFrom(textOf(given.arguments.first()));
    if (!verb)
        return QStringLiteral("it is pause, resume, cancel, retry or first");
    if (given.has("all") && (*verb == Verb::First || given.arguments.size() > 1))
        return *verb == Verb::First ? QStringLiteral("not all can be first") : QStringLiteral("either --all or IDs");
    if (!given.has("all") && given.arguments.size() < 2)
        return QStringLiteral("ID is missing");
    return {};
}

void Transfers::run()
{
    if (given().arguments.isEmpty()) {
        list();
        return;
    }
    m_verb = *verbFrom(textOf(given().arguments.first()));
    EngineCommand::run();
}

void Transfers::list()
{
    const auto view = viewMirror(given().common.profile);
    if (!view) {
        finish(view.error());
        return;
    }
    const mirror::Reader &mirror = *view->reader;
    QJsonArray transfers;
    for (const domain::Transfer &transfer : mirror.transfers()) {
        transfers.append(jsonTransfer(mirror, transfer));
        result().lines.append(transferLine(mirror, transfers.last().toObject(), transfer));
    }
    QJsonArray groups;
    for (const mirror::TransferGroupRow &group : mirror.transferGroups())
        groups.append(jsonGroup(mirror, group));
    QJsonArray operations;
    for (const mirror::PendingOperation &pending : mirror.pendingOperations()) {
        operations.append(jsonOperation(mirror, pending));
        result().lines.append(operationLine(mirror, pending));
    }
    result().document.insert(QStringLiteral("transfers"), transfers);
    result().document.insert(QStringLiteral("groups"), groups);
    result().document.insert(QStringLiteral("operations"), operations);
    finish();
}

void Transfers::ready()
{
    const QList<TransferId> ids = named();
    m_before = reader().transfers(ids);
    const auto answer = [this](const domain::Result<void> &done) { told(done); };
    switch (m_verb) {
    case Verb::Pause:
        commands().pause(ids, this, answer);
        break;
    case Verb::Resume:
        commands().resume(ids, this, answer);
        break;
    case Verb::Cancel:
        commands().cancel(ids, this, answer);
        break;
    case Verb::Retry:
        commands().retry(ids, this, answer);
        break;
    case Verb::First:
        commands().first(ids, this, answer);
        break;
    }
}

QList<TransferId> Transfers::named()
{
    QList<TransferId> ids;
    if (given().has("all")) {
        for (const domain::Transfer &transfer : reader().unfinishedTransfers())
            ids.append(transfer.id);
        return ids;
    }
    for (const QString &word : wordsFor(given().arguments)) {
        const auto id = domain::fromText<TransferId>(word);
        const auto transfer = id ? reader().transfer(*id) : std::nullopt;
        QList<TransferId> meant = transfer && !isOver(*transfer) ? QList{*id} : QList<TransferId>();
        if (id && meant.isEmpty()) {
            for (const domain::Transfer &member : reader().transfers(reader().transferIds(*id))) {
                if (!isOver(member))
                    meant.append(member.id);
            }
        }
        if (meant.isEmpty())
            result().fail({domain::ErrorCode::NotFound, {}}, word);
        ids += meant;
    }
    return ids;
}

void Transfers::told(const domain::Result<void> &done)
{
    if (!done) {
        finish(done.error());
        return;
    }
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (isSeen() || ++m_looks >= mostLooks)
            tellAll();
    });
    m_look.start(betweenLooks);
}

bool Transfers::isSeen() const
{
    const auto isAsTold = [this](const domain::Transfer &before) {
        const auto now = reader().transfer(before.id);
        if (!now || isOver(*now))
            return true;
        switch (m_verb) {
        case Verb::Pause:
            return now->state == TransferState::Paused || now->state == TransferState::Failed;
        case Verb::Resume:
            return now->state != TransferState::Paused;
        case Verb::Cancel:
            return false;
        case Verb::Retry:
            // It may have failed again already.
            return before.state != TransferState::Failed || *now != before;
        case Verb::First:
            // What was first already stays where it is.
            return now->position != before.position || m_looks >= looksForPlace;
        }
        return true;
    };
    return std::all_of(m_before.begin(), m_before.end(), isAsTold);
}

void Transfers::tellAll()
{
    m_look.stop();
    QJsonArray items;
    for (domain::Transfer transfer : std::as_const(m_before)) {
        const auto now = reader().transfer(transfer.id);
        // One that is kept no longer ended, as it was told to.
        if (!now)
            transfer.state = m_verb == Verb::Cancel ? TransferState::Cancelled : TransferState::Done;
        items.append(jsonTransfer(reader(), now.value_or(transfer)));
        result().lines.append(transferLine(reader(), items.last().toObject(), now.value_or(transfer)));
    }
    result().document.insert(QStringLiteral("items"), items);
    finish();
}

} // namespace learnlab::cli
