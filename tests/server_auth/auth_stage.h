#pragma once
// A database and the program as it is delivered, and calls to it that are waited for.

#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>

#include <memory>

struct Answer
{
    int status = 0; // negative: a refusal that is no problem document
    QJsonObject body;
    QByteArray raw;
    [[nodiscard]] QString code() const { return body[QLatin1String("code")].toString(); }
    [[nodiscard]] QString text(const char *name) const { return body[QLatin1String(name)].toString(); }
};

class AuthStage
{
public:
    [[nodiscard]] bool start(const QStringList &settings = {});
    [[nodiscard]] bool restartWith(const QString &setting);
    [[nodiscard]] learnlab::testsupport::ServerProcess &server() { return *m_server; }
    [[nodiscard]] learnlab::testsupport::PrivatePostgres &postgres() { return *m_postgres; }
    [[nodiscard]] QString error() const;

    // Of every request from now on.
    void setHeader(const QByteArray &name, const QByteArray &value) { m_headers[name] = value; }
    // Begins a call and does not wait for it.
    QNetworkReply *begin(const QByteArray &method, const QString &path, const QByteArray &body = {},
                         const QString &token = {}, const QByteArray &type = "application/json");
    static Answer finished(QNetworkReply *reply); // takes the reply
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {}, const QString &token = {},
               const QByteArray &type = "application/json");
    Answer send(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &token = {});
    Answer post(const QString &path, const QJsonObject &body, const QString &token = {})
    {
        return send("POST", path, body, token);
    }
    Answer login(const QString &email, const QString &password = QStringLiteral("correct horse"));
    // Registers and signs in; the answer is the login's.
    Answer newUser(const QString &name, const QString &password = QStringLiteral("correct horse"));
    // The column "answer" of the first row.
    QByteArray sql(const QByteArray &statement);

    static QJsonObject account(const QString &email, const QString &name,
                               const QString &password = QStringLiteral("correct horse"));

private:
    std::unique_ptr<learnlab::testsupport::PrivatePostgres> m_postgres;
    std::unique_ptr<learnlab::testsupport::ServerProcess> m_server;
    QNetworkAccessManager m_network;
    QMap<QByteArray, QByteArray> m_headers;
};
