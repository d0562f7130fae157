#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace learnlab::cli {

/// Arguments are bytes, and a local file's name need not be UTF-8. QCommandLineParser wants strings: so each byte
/// travels through it as one character, and comes out again as it was.
[[nodiscard]] QStringList carried(int argc, char **argv);
[[nodiscard]] QByteArray bytesOf(const QString &argument);
[[nodiscard]] QString textOf(const QString &argument);
[[nodiscard]] QList<QByteArray> bytesOf(const QStringList &arguments);
[[nodiscard]] QStringList textOf(const QStringList &arguments);

/// An absolute local path without "." and trailing slash; the last part may be a link and stays one.
[[nodiscard]] QByteArray absoluteLocal(const QByteArray &path);

/// What stands before the command.
struct Common
{
    QString profile;
    bool json = false;
    bool offline = false;
};

/// What a command takes, in words and options.
struct Usage
{
    QString arguments; ///< "LOCAL..."
    QString description;
    QList<QCommandLineOption> options = {};
    int least = 0; ///< positional arguments
    int most = 0;  ///< -1: any number
};

/// What a command was given.
struct Given
{
    Common common;
    QStringList arguments;           ///< carried: use textOf or bytesOf
    QHash<QString, QString> options; ///< those that were set, by their first name; carried

    [[nodiscard]] bool has(const char *option) const { return options.contains(QLatin1String(option)); }
    [[nodiscard]] QString text(const char *option) const { return textOf(options.value(QLatin1String(option))); }
};

} // namespace learnlab::cli
