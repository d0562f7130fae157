#include "commands/mv.h"

namespace learnlab::cli {

Usage Mv::usage() const
{
    return {QStringLiteral("PATH... DESTINATION"), QStringLiteral("Moves into a folder, or to a new name."), {}, 2, -1};
}

void Mv::change()
{
    QStringList paths = textOf(given().arguments);
    const QString destination = paths.takeLast();
    const QList<Item> items = resolve(paths);
    if (items.isEmpty())
        send();
    else
        moveTo(items, destination);
}

void Mv::moveTo(const QList<Item> &items, const QString &destination)
{
    const auto there = reader().resolve(destination);
    if (there && there->kind == domain::ItemKind::Folder)
        commands().move(refsOf(items), there->folderId(), {}, this, sendAfter(items));
    else if (there)
        finish({domain::ErrorCode::NameTaken, {}}, destination);
    else if (items.size() == 1 && destination.startsWith(QLatin1Char('/')))
        renameTo(items.first(), destination);
    else
        finish({domain::ErrorCode::NotFound, {}}, destination);
}

void Mv::renameTo(const Item &item, const QString &destination)
{
    QStringList names = destination.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString name = names.takeLast();
    const auto parent = reader().resolve(QLatin1Char('/') + names.join(QLatin1Char('/')));
    if (!parent || parent->kind != domain::ItemKind::Folder) {
        finish({domain::ErrorCode::NotFound, {}}, destination);
        return;
    }
    const QString here = item.path.left(item.path.lastIndexOf(QLatin1Char('/')));
    if (reader().resolve(here.isEmpty() ? QStringLiteral("/") : here) != parent) {
        commands().move({item.ref}, parent->folderId(), name, this, sendAfter({item}));
        return;
    }
    commands().rename(item.ref, name, this, [this, item](const domain::Result<domain::OperationId> &renamed) {
        if (renamed)
            expect(item);
        else
            result().fail(renamed.error(), item.path);
        send();
    });
}

} // namespace learnlab::cli
