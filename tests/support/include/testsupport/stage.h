#pragma once

#include <testsupport/cli_runner.h>
#include <testsupport/fault_proxy.h>
#include <testsupport/file_tree.h>
#include <testsupport/keyring_session.h>
#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

namespace learnlab::testsupport {

// Everything around a client, real: database, server, keychain, one user, and a proxy for what goes wrong between them.
class Stage
{
public:
    Stage() : server(postgres) {}

    // False: error() says why. Settings of the server are made before, by server.set().
    [[nodiscard]] bool start();

    // Where clients go: the proxy, which passes everything on unless it is told otherwise.
    [[nodiscard]] QUrl address() const { return proxy.url(); }
    // Signs a client in as the stage's user.
    [[nodiscard]] CliResult signIn(const CliRunner &cli) const;
    // After a kill: the same address, the same data.
    [[nodiscard]] bool restartServer();

    // What the database says, columns separated by |, rows by newlines.
    [[nodiscard]] QByteArray sql(const QString &query) const;
    // The user's living files as the server has them: path and digest, folders too.
    [[nodiscard]] TreeDigests tree() const;
    // The tree above has no name twice, and no upload is left open.
    [[nodiscard]] QByteArray faultsOfTheServersState() const;

    [[nodiscard]] QString error() const { return m_error; }

    static QString email() { return QStringLiteral("student@learnlab.example"); }
    static QByteArray password() { return QByteArrayLiteral("correct horse battery"); }

    KeyringSession keyring;
    PrivatePostgres postgres;
    FaultProxy proxy;
    ServerProcess server;

private:
    QString m_error;
};

// What a database says, columns separated by |, rows by newlines.
[[nodiscard]] QByteArray sqlOf(const PrivatePostgres &postgres, const QString &query);
// Of a database with one user, as Stage::tree() and Stage::faultsOfTheServersState().
[[nodiscard]] TreeDigests treeOf(const PrivatePostgres &postgres);
[[nodiscard]] QByteArray faultsOf(const PrivatePostgres &postgres);

// The seed of a test with chance in it: LEARNLAB_SEED, or a new one. Printed, so that a failure can be had again.
[[nodiscard]] quint32 chanceSeed();
// ./test --deep
[[nodiscard]] bool isDeep();

} // namespace learnlab::testsupport
