#include "content/places.h"

#include <QFile>

namespace learnlab::content {

QByteArray keptPath(const QString &accountFolder, const QByteArray &sha256)
{
    return QFile::encodeName(accountFolder) + "/content/" + sha256.toHex();
}

QString thumbnailFolder(const QString &accountFolder)
{
    return accountFolder + QStringLiteral("/thumbs");
}

} // namespace learnlab::content
