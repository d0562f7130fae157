#include "arguments.h"

#include <filesystem>

namespace learnlab::cli {

QStringList carried(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLatin1(argv[i]));
    return arguments;
}

QByteArray bytesOf(const QString &argument)
{
    return argument.toLatin1();
}

QString textOf(const QString &argument)
{
    return QString::fromUtf8(argument.toLatin1());
}

QList<QByteArray> bytesOf(const QStringList &arguments)
{
    QList<QByteArray> bytes;
    for (const QString &argument : arguments)
        bytes.append(bytesOf(argument));
    return bytes;
}

QStringList textOf(const QStringList &arguments)
{
    QStringList texts;
    for (const QString &argument : arguments)
        texts.append(textOf(argument));
    return texts;
}

QByteArray absoluteLocal(const QByteArray &path)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(std::filesystem::path(path.toStdString()), error);
    QByteArray normal = QByteArray::fromStdString(
        (error ? std::filesystem::path(path.toStdString()) : absolute).lexically_normal().string());
    while (normal.size() > 1 && normal.endsWith('/'))
        normal.chop(1);
    return normal;
}

} // namespace learnlab::cli
