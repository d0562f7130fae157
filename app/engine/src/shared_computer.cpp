#include "shared_computer.h"

#include <QDir>
#include <QFileInfo>

namespace learnlab::engine {

namespace {

const QLatin1String sharedMark("=shared-"); // accountKey() makes no key that begins so

} // namespace

AccountPlace sharedPlace(const AccountPlace &own)
{
    const QString key = sharedMark + own.key;
    const QString folder = QFileInfo(own.folder).path() + QLatin1Char('/') + key;
    return {key, folder, folder + QStringLiteral("/mirror.db"), own.server};
}

void sweepShared(const ProfileFolder &profile)
{
    const QDir accounts(profile.path() + QStringLiteral("/accounts"));
    const QStringList left = accounts.entryList({sharedMark + QLatin1Char('*')}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : left) {
        if (!QDir(accounts.filePath(name)).removeRecursively())
            qWarning("What a shared computer's account left could not be removed");
    }
}

} // namespace learnlab::engine
