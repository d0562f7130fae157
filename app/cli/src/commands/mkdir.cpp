#include "commands/mkdir.h"

namespace learnlab::cli {

Usage Mkdir::usage() const
{
    return {QStringLiteral("PATH..."),
            QStringLiteral("Makes folders."),
            {QCommandLineOption(QStringLiteral("p"),
                                QStringLiteral("With their parents; what is there already is no error."))},
            1,
            -1};
}

QString Mkdir::check(const Given &given) const
{
    for (const QString &path : textOf(given.arguments)) {
        if (!path.startsWith(QLatin1Char('/')))
            return QStringLiteral("%1 is not a path from the top (/A/B)").arg(path);
    }
    return {};
}

void Mkdir::change()
{
    m_paths = textOf(given().arguments);
    makeNext();
}

void Mkdir::makeNext()
{
    if (m_paths.isEmpty())
        send();
    else
        make(m_paths.takeFirst());
}

void Mkdir::make(const QString &path)
{
    auto made = [this, path](const domain::Result<domain::FolderId> &folder) {
        if (folder)
            expect(Item{path, domain::ItemRef::of(*folder)});
        else
            result().fail(folder.error(), path);
        makeNext();
    };
    if (given().has("p")) {
        commands().makePath(path, this, made);
        return;
    }
    QStringList names = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (names.isEmpty()) {
        made(domain::fail(domain::ErrorCode::NameTaken));
        return;
    }
    const QString name = names.takeLast();
    const auto parent = reader().resolve(QLatin1Char('/') + names.join(QLatin1Char('/')));
    if (parent && parent->kind == domain::ItemKind::Folder)
        commands().createFolder(parent->folderId(), name, false, this, made);
    else
        made(domain::fail(domain::ErrorCode::NotFound));
}

} // namespace learnlab::cli
