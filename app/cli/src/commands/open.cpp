#include "commands/open.h"

#include <QFile>

namespace learnlab::cli {

Usage Open::usage() const
{
    return {
        QStringLiteral("PATH..."),
        QStringLiteral("Says where copies of files are for other programs to work on; what is saved there goes up."),
        {},
        1,
        -1};
}

void Open::ready()
{
    const auto openAll = [this] {
        forEachItem(
            textOf(given().arguments), [this](auto... step) { open(step...); },
            [this] {
                result().document.insert(QStringLiteral("items"), m_copies);
                finish();
            });
    };
    if (offline())
        openAll();
    else
        refreshThen(openAll);
}

void Open::open(domain::ItemRef item, const QString &path, const std::function<void()> &next)
{
    if (item.kind == domain::ItemKind::Folder) {
        result().fail({domain::ErrorCode::LocalNotAFile, {}}, path);
        next();
        return;
    }
    commands().open(item.fileId(), this, [this, path, next](const domain::Result<QByteArray> &copy) {
        if (copy) {
            const QString local = QFile::decodeName(*copy);
            m_copies.append(QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("local_path"), local}});
            result().lines.append(local);
        } else {
            result().fail(copy.error(), path);
        }
        next();
    });
}

} // namespace learnlab::cli
