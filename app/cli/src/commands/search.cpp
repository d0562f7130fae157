#include "commands/search.h"

#include "rows.h"

namespace learnlab::cli {

namespace {

constexpr int mostHits = 1000;

} // namespace

Usage Search::usage() const
{
    return {QStringLiteral("TEXT"),
            QStringLiteral("Finds files and folders by their names, from what this computer knows."),
            {},
            1,
            -1};
}

void Search::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    const QString text = textOf(given().arguments).join(QLatin1Char(' '));
    QJsonArray items;
    for (const mirror::ItemRow &row : reader.rows(reader.searchIds(text, mostHits), true)) {
        const QString path = joined(row.path, row.name);
        items.append(jsonItem(reader, row, path));
        result().lines.append(itemLine(row, path));
    }
    result().document.insert(QStringLiteral("text"), text);
    result().document.insert(QStringLiteral("items"), items);
}

} // namespace learnlab::cli
