#pragma once
// A database, a server and users of it, for one test program.

#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>

#include <memory>

struct Answer
{
    int status = 0;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; // names in lower case

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString code() const { return json()[QLatin1String("code")].toString(); }
    // The only item of "results".
    [[nodiscard]] QJsonObject result() const { return json()[QLatin1String("results")].toArray().first().toObject(); }
};

// One signed-in user, or nobody. Blocking calls.
class Client
{
public:
    explicit Client(QUrl server) : m_server(std::move(server)) {}
    [[nodiscard]] bool signIn(const QString &email, const QByteArray &password);
    [[nodiscard]] QByteArray refreshed(); // renews the session; answers the new access token

    Answer send(const QByteArray &method, const QString &pathOrUrl, const QByteArray &body = {},
                const QMap<QByteArray, QByteArray> &headers = {});
    Answer get(const QString &path) { return send("GET", path); }
    Answer post(const QString &path, const QJsonObject &body);
    // Begins a call and does not wait for it.
    QNetworkReply *start(const QByteArray &method, const QString &pathOrUrl, const QByteArray &body = {},
                         const QMap<QByteArray, QByteArray> &headers = {});
    static Answer finished(QNetworkReply *reply);

    // One operation; an id is given to it unless it has one.
    QJsonObject operate(QJsonObject operation);
    QJsonObject createFolder(const QString &name, const QString &parent = {}); // the row
    // Uploads as one piece, to the end. Answers the completion's result.
    QJsonObject upload(const QString &name, const QByteArray &content, QJsonObject more = {});
    QJsonObject announce(const QString &name, const QByteArray &content,
                         QJsonObject more = {});                       // the creation's result
    Answer put(const QJsonObject &address, const QByteArray &content); // the creation's result, or that of a part
    QJsonObject complete(const QString &uploadId, const QByteArray &content);
    QJsonObject changes(const QString &after = {}, const QString &more = {});
    QByteArray download(const QString &fileId);

    [[nodiscard]] const QByteArray &token() const { return m_token; }

private:
    QUrl m_server;
    QByteArray m_token;
    QString m_refreshToken;
    QNetworkAccessManager m_network;
};

class StageServer
{
public:
    [[nodiscard]] bool start(const QStringList &settings = {});
    // One more server of the same database; null when that failed.
    [[nodiscard]] std::unique_ptr<learnlab::testsupport::ServerProcess> startAnother(const QStringList &settings = {});
    [[nodiscard]] std::unique_ptr<Client> newUser(); // signed in; null when that failed
    [[nodiscard]] QString lastEmail() const;         // of the newest user, whose password is "a good password"
    // One statement; the first column of the first row. Fails the test when the database refuses.
    QByteArray sql(const QByteArray &statement);
    [[nodiscard]] QByteArray databaseUrl() const { return m_postgres.url(); }
    [[nodiscard]] learnlab::testsupport::ServerProcess &server() { return *m_server; }

private:
    learnlab::testsupport::PrivatePostgres m_postgres;
    std::unique_ptr<learnlab::testsupport::ServerProcess> m_server;
    int m_users = 0;
};

// Contents lie in the directory of the server, which answers for them itself, with codes of its own.
[[nodiscard]] inline bool isDirectoryStore()
{
    return qEnvironmentVariable("LEARNLAB_TEST_STORE") != QLatin1String("s3");
}
[[nodiscard]] QString newId();
[[nodiscard]] QString digestOf(const QByteArray &bytes);
[[nodiscard]] QString codeOf(const QJsonObject &result); // of the problem in the result of an item
