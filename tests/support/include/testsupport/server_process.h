#pragma once

#include <testsupport/child_process.h>

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace learnlab::testsupport {

class PrivateCeph;
class PrivatePostgres;

// A real learnlab-server of this test alone: its own objects folder, keys and port, quick passwords. Give it a migrated
// database. Dies with the object.
class ServerProcess
{
public:
    // `postgres` has to outlive the server.
    explicit ServerProcess(const PrivatePostgres &postgres);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    // Before start(): "key=value" of the server's configuration; later ones win.
    void set(const QString &setting) { m_settings.append(setting); }

    // Before start(): the database's address instead of that of `postgres`.
    void setDatabase(const QByteArray &url) { m_database = url; }

    // Before start(): where clients find the service that contents are in with LEARNLAB_TEST_STORE=s3.
    void setContentsAddress(const QUrl &address) { m_contentsAddress = address; }

    // False: error() says why.
    [[nodiscard]] bool start();
    // SIGTERM and wait; answers the exit code.
    int stop();
    void kill();
    // Ends it if need be and starts it on the same port with the same data.
    [[nodiscard]] bool restart();

    [[nodiscard]] bool addUser(const QString &email, const QString &username, const QByteArray &password);

    [[nodiscard]] bool running() const;
    [[nodiscard]] qint64 pid() const;
    // http://127.0.0.1:PORT
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_url.port()); }
    [[nodiscard]] QString objectsFolder() const;
    // With LEARNLAB_TEST_STORE=s3, once started: where the service listens; else 0.
    [[nodiscard]] quint16 contentsPort() const;
    // Everything that it logged and printed.
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] bool startStore();

    const PrivatePostgres &m_postgres;
    QTemporaryDir m_folder;
    std::unique_ptr<PrivateCeph> m_ceph;
    QStringList m_settings;
    QByteArray m_database; // empty: that of m_postgres
    QUrl m_contentsAddress;
    std::unique_ptr<ChildProcess> m_process;
    QUrl m_url;
    QString m_error;
};

} // namespace learnlab::testsupport
