#include "side.h"

#include <mirror/store.h>

#include "core/mirror/src/salvage.h"

#include <QFile>
#include <QTemporaryDir>

namespace learnlab::fuzz {

namespace {

// A mirror of somebody who has a queue, made once.
QByteArray healthyMirror(const QString &path)
{
    {
        const auto writer = mirror::openWriter(path);
        promise(writer.has_value());
    }
    QFile file(path);
    promise(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

// What is left of it must be readable: opening never fails for damage, and never hangs.
void mirror(std::string_view input)
{
    static const QTemporaryDir folder;
    static const QByteArray healthy = healthyMirror(folder.filePath(QStringLiteral("healthy.db")));
    const QTemporaryDir here;
    const QString path = here.filePath(QStringLiteral("mirror.db"));
    QByteArray bytes = healthy;
    for (; input.size() >= 4; input.remove_prefix(4)) {
        const auto at = static_cast<unsigned char>(input[0]) << 16 | static_cast<unsigned char>(input[1]) << 8 |
                        static_cast<unsigned char>(input[2]);
        bytes[at % bytes.size()] = input[3];
    }
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    static_cast<void>(mirror::salvage(path));
    const auto opened = mirror::openWriter(path);
    promise(opened.has_value() || opened.error().code == domain::ErrorCode::MirrorTooNew);
}

} // namespace learnlab::fuzz
