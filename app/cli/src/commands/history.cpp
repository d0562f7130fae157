#include "commands/history.h"

#include "rows.h"
#include "sentences.h"

namespace learnlab::cli {

namespace {

constexpr int usualLimit = 20;
constexpr int mostActions = 10000;

} // namespace

Usage History::usage() const
{
    return {
        {},
        QStringLiteral("Lists what was done on this computer, newest first."),
        {QCommandLineOption(QStringLiteral("limit"), QStringLiteral("How many; 20 if not said."), QStringLiteral("N"))},
        0,
        0};
}

QString History::check(const Given &given) const
{
    if (!given.has("limit"))
        return {};
    bool isNumber = false;
    const int limit = given.text("limit").toInt(&isNumber);
    return isNumber && limit > 0 && limit <= mostActions ? QString()
                                                         : QStringLiteral("--limit is a number from 1 to 10000");
}

void History::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    QJsonArray actions;
    const int limit = given().has("limit") ? given().text("limit").toInt() : usualLimit;
    for (const mirror::Action &action : reader.actions(limit)) {
        actions.append(jsonAction(reader, action));
        result().lines.append(actionLine(reader, action));
    }
    result().document.insert(QStringLiteral("actions"), actions);
}

Usage Undo::usage() const
{
    return {QStringLiteral("[ID]"),
            QStringLiteral("Takes back what was done last on this computer, or this action of `history`."),
            {},
            0,
            1};
}

QString Undo::check(const Given &given) const
{
    if (given.arguments.isEmpty() || domain::fromText<domain::ActionId>(textOf(given.arguments.first())))
        return {};
    return QStringLiteral("%1 is no ID; `history` lists them").arg(textOf(given.arguments.first()));
}

void Undo::ask(domain::ActionId action, const engine::Requests::Answer<sync::Undone> &answer)
{
    commands().undo(action, this, answer);
}

void Undo::change()
{
    const auto id = given().arguments.isEmpty() ? std::nullopt
                                                : domain::fromText<domain::ActionId>(textOf(given().arguments.first()));
    ask(id.value_or(domain::ActionId()), [this](const domain::Result<sync::Undone> &undone) {
        if (undone)
            taken(*undone);
        else
            finish(undone.error());
    });
}

void Undo::taken(const sync::Undone &undone)
{
    const mirror::Action action = reader().action(undone.action.id).value_or(undone.action);
    result().document.insert(QStringLiteral("action"), jsonAction(reader(), action));
    result().lines.append(actionLine(reader(), action));
    for (const sync::Undone::Refused &refused : undone.refused)
        result().fail(refused.error, refused.name);
    for (const domain::ItemRef item : undone.items)
        expect(Item{reader().pathOf(item), item});
    send();
}

Usage Redo::usage() const
{
    return {QStringLiteral("[ID]"),
            QStringLiteral("Makes again what was undone last, or this action of `history`."),
            {},
            0,
            1};
}

void Redo::ask(domain::ActionId action, const engine::Requests::Answer<sync::Undone> &answer)
{
    commands().redo(action, this, answer);
}

} // namespace learnlab::cli
