#include "commands/trash.h"

#include "rows.h"

namespace learnlab::cli {

Usage Trash::usage() const
{
    return {{}, QStringLiteral("Lists what is in trash, newest first.")};
}

void Trash::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    QJsonArray items;
    for (const mirror::ItemRow &row : reader.rows(reader.trashIds(), true)) {
        const QString path = joined(row.path, row.name);
        items.append(jsonItem(reader, row, path));
        result().lines.append(idText(row.ref) + QStringLiteral("  ") + itemLine(row, path));
    }
    result().document.insert(QStringLiteral("items"), items);
}

} // namespace learnlab::cli
