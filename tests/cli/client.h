#pragma once

#include "engine/profile.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

namespace learnlab::test {

/// What one run of learnlab-cli said.
struct Said
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json; ///< of stdout, when it is one document
};

/// learnlab-cli with a profile of its own, in which an account was prepared: no server, no keychain.
class Client
{
public:
    [[nodiscard]] Said run(const QStringList &arguments) const;
    [[nodiscard]] Said json(const QStringList &arguments) const;
    [[nodiscard]] QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }
    [[nodiscard]] QString local(const QString &name) const { return m_folder.filePath(name); }
    /// Makes the account with "/A", "/A/notes.txt" (7 bytes), "/Übung.pdf" and, in trash, "/old.txt". False: it did not work.
    [[nodiscard]] bool prepareAccount() const;

private:
    QTemporaryDir m_folder;
};

} // namespace learnlab::test
