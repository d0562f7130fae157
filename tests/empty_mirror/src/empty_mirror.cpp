#include "empty_mirror/empty_mirror.h"

#include "mirror/store.h"

#include <QFile>
#include <QTemporaryDir>

namespace learnlab::tests {

namespace {

QByteArray emptyMirror()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    if (!mirror::openWriter(path)) // closed again at once, which empties its log into it
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

bool putEmptyMirror(const QString &path)
{
    if (QFile::exists(path))
        return true;
    static const QByteArray bytes = emptyMirror();
    QFile file(path);
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace learnlab::tests
