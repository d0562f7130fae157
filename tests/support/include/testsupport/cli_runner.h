#pragma once

#include <testsupport/child_process.h>

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace learnlab::testsupport {

class KeyringSession;

struct CliResult
{
    int exitCode = -1; // -1: crashed or hung
    QByteArray out;
    QByteArray err;

    // What --json printed; empty if that is not one JSON object.
    [[nodiscard]] QJsonObject json() const;
    // For the message of a failing test.
    [[nodiscard]] QByteArray text() const;
};

// learnlab-cli with a profile of its own, in the desktop session `keyring`, which has to outlive it.
class CliRunner
{
public:
    explicit CliRunner(const KeyringSession &keyring);
    CliRunner(const CliRunner &) = delete;
    CliRunner &operator=(const CliRunner &) = delete;

    // Runs it to its end.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {},
                                int milliseconds = 300000) const;
    // The same with --json.
    [[nodiscard]] CliResult json(const QStringList &arguments) const;
    // Starts it and leaves it running.
    [[nodiscard]] std::unique_ptr<ChildProcess> start(const QStringList &arguments);
    // login, the password on its standard input.
    [[nodiscard]] CliResult login(const QUrl &server, const QString &email, const QByteArray &password) const;

    [[nodiscard]] QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }
    // Where what start() printed is kept: everything the client wrote lies below these two.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }

private:
    [[nodiscard]] QStringList withProfile(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    int m_started = 0;
};

} // namespace learnlab::testsupport
