#include "commands/ls.h"

namespace learnlab::cli {

Usage Ls::usage() const
{
    return {QStringLiteral("[PATH]"),
            QStringLiteral("Lists a folder, from what this computer knows."),
            {QCommandLineOption(QStringLiteral("R"), QStringLiteral("With everything below."))},
            0,
            1};
}

void Ls::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    const QString path = given().arguments.isEmpty() ? QStringLiteral("/") : textOf(given().arguments.first());
    const auto item = reader.resolve(path);
    result().document.insert(QStringLiteral("path"), item ? reader.pathOf(*item) : path);
    if (!item)
        result().fail({domain::ErrorCode::NotFound, {}}, path);
    else if (item->kind == domain::ItemKind::File)
        showItems(reader, {*item}, {});
    else
        showFolder(reader, item->folderId(), reader.pathOf(*item));
    result().document.insert(QStringLiteral("items"), m_items);
}

void Ls::showFolder(const mirror::Reader &reader, domain::FolderId folder, const QString &path)
{
    const bool recursive = given().has("R");
    // A feed read half-way may hold a circle of folders for a moment.
    QSet<domain::FolderId> seen{folder};
    QList<std::pair<domain::FolderId, QString>> waiting{{folder, path}};
    while (!waiting.isEmpty()) {
        const auto [next, nextPath] = waiting.takeFirst();
        const auto refs = reader.childIds(next, {});
        showItems(reader, refs, nextPath);
        if (!recursive)
            continue;
        qsizetype place = 0;
        for (const mirror::ItemRow &row : reader.rows(refs)) {
            if (row.ref.kind != domain::ItemKind::Folder || seen.contains(row.ref.folderId()))
                continue;
            seen.insert(row.ref.folderId());
            waiting.insert(place++, {row.ref.folderId(), joined(nextPath, row.name)});
        }
    }
}

void Ls::showItems(const mirror::Reader &reader, const QList<domain::ItemRef> &refs, const QString &folderPath)
{
    for (const mirror::ItemRow &row : reader.rows(refs)) {
        const QString path = folderPath.isEmpty() ? reader.pathOf(row.ref) : joined(folderPath, row.name);
        if (given().common.json)
            m_items.append(jsonItem(reader, row, path));
        else
            result().lines.append(itemLine(row, given().has("R") ? path : row.name));
    }
}

} // namespace learnlab::cli
