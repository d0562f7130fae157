#include <testsupport/file_tree.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

namespace learnlab::testsupport {

namespace {

constexpr qint64 block = 1 << 20;

// Names that have been somebody's bug; all of them are lawful on the server and on a Linux disk.
QStringList unusualNames()
{
    return {QStringLiteral("with space and 'quotes' \"double\".txt"),
            QStringLiteral("übung größe.pdf"),
            QStringLiteral("Ünïcödé – dash.md"),
            QStringLiteral("日本語のファイル.txt"),
            QStringLiteral("العربية.txt"),
            QStringLiteral("emoji 📚🎓.bin"),
            QStringLiteral(".hidden"),
            QStringLiteral("-dash first"),
            QStringLiteral("percent %2F %00.txt"),
            QStringLiteral("hash#question?amp&.txt"),
            QStringLiteral("back\\slash.txt"),
            QStringLiteral("CON.txt"),
            QStringLiteral("trailing dot."),
            QStringLiteral("no extension")};
}

QByteArray randomBytes(qint64 size, QRandomGenerator &random)
{
    QByteArray bytes((size + 3) & ~qint64(3), Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    bytes.truncate(size);
    return bytes;
}

} // namespace

QByteArray makeFile(const QString &path, qint64 size, quint32 seed)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return {};
    }
    QRandomGenerator random(seed);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = size; left > 0; left -= block) {
        const auto bytes = randomBytes(qMin(left, block), random);
        hash.addData(bytes);
        file.write(bytes);
    }
    return hash.result().toHex();
}

TreeDigests makeTree(const QString &folder, quint32 seed, const TreeShape &shape)
{
    QRandomGenerator random(seed);
    QStringList folders{folder};
    QDir().mkpath(folder);
    for (int i = 0; i < shape.folders; ++i) {
        const auto parent = folders.at(random.bounded(int(folders.size())));
        folders.append(parent + QStringLiteral("/folder %1").arg(i));
        QDir().mkpath(folders.last());
    }
    if (shape.emptyFolder) {
        QDir().mkpath(folder + QStringLiteral("/an empty one/inside"));
    }
    const auto unusual = unusualNames();
    for (int i = 0; i < shape.files; ++i) {
        const bool odd = shape.unusualNames && i < unusual.size();
        const auto name = odd ? unusual.at(i) : QStringLiteral("file %1.dat").arg(i);
        const auto span = shape.largest - shape.smallest;
        // The first is as small as they come: nothing, by default.
        const auto size = i == 0 ? shape.smallest : shape.smallest + qint64(random.generateDouble() * double(span));
        makeFile(folders.at(random.bounded(int(folders.size()))) + QLatin1Char('/') + name, size, random.generate());
    }
    return readTree(folder);
}

QByteArray digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

TreeDigests readTree(const QString &folder)
{
    TreeDigests tree;
    QDirIterator found(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        found.next();
        const auto relative = QDir(folder).relativeFilePath(found.filePath());
        tree.insert(relative.toUtf8(), found.fileInfo().isDir() ? QByteArrayLiteral("/") : digestOf(found.filePath()));
    }
    return tree;
}

QByteArray difference(const TreeDigests &expected, const TreeDigests &actual)
{
    QByteArray lines;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (!actual.contains(it.key())) {
            lines += "missing: " + it.key() + '\n';
        } else if (actual.value(it.key()) != it.value()) {
            lines += "altered: " + it.key() + '\n';
        }
    }
    for (auto it = actual.begin(); it != actual.end(); ++it) {
        if (!expected.contains(it.key())) {
            lines += "too much: " + it.key() + '\n';
        }
    }
    return lines;
}

QByteArray filesHolding(const QString &folder, const QList<QByteArray> &needles)
{
    QByteArray lines;
    QDirIterator found(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!found.fileInfo().isFile() || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto content = file.readAll();
        for (const auto &needle : needles) {
            if (content.contains(needle)) {
                lines += found.filePath().toUtf8() + " holds " + needle.left(12) + "…\n";
            }
        }
    }
    return lines;
}

} // namespace learnlab::testsupport
