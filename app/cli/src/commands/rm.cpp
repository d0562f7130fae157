#include "commands/rm.h"

namespace learnlab::cli {

Usage Rm::usage() const
{
    return {QStringLiteral("PATH..."), QStringLiteral("Moves to trash."), {}, 1, -1};
}

QString Rm::check(const Given &given) const
{
    for (const QString &path : textOf(given.arguments)) {
        if (path.split(QLatin1Char('/'), Qt::SkipEmptyParts).isEmpty())
            return QStringLiteral("the top folder cannot be moved to trash");
    }
    return {};
}

void Rm::change()
{
    const QList<Item> items = resolve(textOf(given().arguments));
    commands().trash(refsOf(items), this, sendAfter(items));
}

Usage Restore::usage() const
{
    return {QStringLiteral("ID..."), QStringLiteral("Takes out of trash; `trash` lists the ids."), {}, 1, -1};
}

void Restore::change()
{
    QStringList paths;
    for (const QString &id : textOf(given().arguments))
        paths.append(id.startsWith(QLatin1String("id:")) ? id : QStringLiteral("id:") + id);
    const QList<Item> items = resolve(paths);
    commands().restore(refsOf(items), this, sendAfter(items));
}

} // namespace learnlab::cli
