#include "paths.h"

#include "transfer/wire.h"

#include <algorithm>

namespace learnlab::transfer {

namespace {

constexpr qsizetype longestName = 255; // bytes, on every file system in use

/// Cut to so many bytes, not within a UTF-8 sequence.
QByteArray shortened(const QByteArray &name, qsizetype bytes)
{
    if (name.size() <= bytes)
        return name;
    qsizetype end = bytes;
    while (end > 0 && (static_cast<unsigned char>(name.at(end)) & 0xC0U) == 0x80U)
        --end;
    return name.left(end);
}

} // namespace

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArrayLiteral("/") : path.left(slash);
}

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QByteArray besides(const QByteArray &path, const QByteArray &name)
{
    return path.left(path.lastIndexOf('/') + 1) + name;
}

QByteArray nextFreePath(const QByteArray &path)
{
    const QByteArray name = nameOf(path);
    const qsizetype dot = name.lastIndexOf('.');
    const QByteArray extension = dot > 0 ? name.mid(dot) : QByteArray();
    QByteArray stem = name.chopped(extension.size());
    int number = 2;
    const qsizetype open = stem.lastIndexOf(" (");
    if (open > 0 && stem.endsWith(')')) {
        bool ok = false;
        const int found = stem.mid(open + 2, stem.size() - open - 3).toInt(&ok);
        if (ok && found >= 2 && found < 1'000'000) {
            number = found + 1;
            stem.truncate(open);
        }
    }
    const QByteArray tail = " (" + QByteArray::number(number) + ')' + extension;
    return besides(path, shortened(stem, std::max<qsizetype>(1, longestName - tail.size())) + tail);
}

QByteArray keyOf(domain::TransferId id)
{
    return domain::toBlob(id).right(6).toHex(); // the random end
}

QByteArray temporaryPath(const QByteArray &finalPath, const QByteArray &key)
{
    // Without the file's own name: that may still change, and may be as long as names can be.
    return besides(finalPath, '.' + key + ".learnlab-part");
}

} // namespace learnlab::transfer
