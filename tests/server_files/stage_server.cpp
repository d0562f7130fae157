#include "stage_server.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

#include <libpq-fe.h>

using namespace learnlab;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString codeOf(const QJsonObject &result)
{
    return result[QLatin1String("problem")].toObject()[QLatin1String("code")].toString();
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

bool Client::signIn(const QString &email, const QByteArray &password)
{
    const auto answer =
        post(QStringLiteral("/auth/login"),
             {{QStringLiteral("email"), email}, {QStringLiteral("password"), QString::fromUtf8(password)}});
    m_token = answer.json()[QLatin1String("access_token")].toString().toLatin1();
    m_refreshToken = answer.json()[QLatin1String("refresh_token")].toString();
    return answer.status == 200 && !m_token.isEmpty();
}

QByteArray Client::refreshed()
{
    const auto answer =
        post(QStringLiteral("/auth/refresh-token"), {{QStringLiteral("refresh_token"), m_refreshToken}});
    m_token = answer.json()[QLatin1String("access_token")].toString().toLatin1();
    m_refreshToken = answer.json()[QLatin1String("refresh_token")].toString();
    return m_token;
}

QNetworkReply *Client::start(const QByteArray &method, const QString &pathOrUrl, const QByteArray &body,
                             const QMap<QByteArray, QByteArray> &headers)
{
    const bool whole = pathOrUrl.startsWith(QLatin1String("http"));
    const auto address = whole ? pathOrUrl.toUtf8() : m_server.toEncoded() + pathOrUrl.toUtf8();
    QNetworkRequest request(QUrl::fromEncoded(address));
    if (!whole && !m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Content-Type", whole ? "application/octet-stream" : "application/json");
    for (auto header = headers.cbegin(); header != headers.cend(); ++header)
        request.setRawHeader(header.key(), header.value());
    return method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body);
}

Answer Client::finished(QNetworkReply *reply)
{
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 60000))
        reply->abort();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    reply->deleteLater();
    return answer;
}

Answer Client::send(const QByteArray &method, const QString &pathOrUrl, const QByteArray &body,
                    const QMap<QByteArray, QByteArray> &headers)
{
    return finished(start(method, pathOrUrl, body, headers));
}

Answer Client::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QJsonObject Client::operate(QJsonObject operation)
{
    if (!operation.contains(QLatin1String("id")))
        operation[QLatin1String("id")] = newId();
    return post(QStringLiteral("/api/v2/operations"), {{QStringLiteral("operations"), QJsonArray{operation}}}).result();
}

QJsonObject Client::createFolder(const QString &name, const QString &parent)
{
    return operate({{QStringLiteral("kind"), QStringLiteral("create_folder")},
                    {QStringLiteral("folder_id"), newId()},
                    {QStringLiteral("parent_id"), parent.isEmpty() ? QJsonValue() : QJsonValue(parent)},
                    {QStringLiteral("name"), name}})[QLatin1String("folder")]
        .toObject();
}

QJsonObject Client::announce(const QString &name, const QByteArray &content, QJsonObject more)
{
    QJsonObject item{{QStringLiteral("upload_id"), newId()},        {QStringLiteral("file_id"), newId()},
                     {QStringLiteral("folder_id"), QJsonValue()},   {QStringLiteral("filename"), name},
                     {QStringLiteral("file_size"), content.size()}, {QStringLiteral("sha256"), digestOf(content)}};
    for (auto member = more.constBegin(); member != more.constEnd(); ++member)
        item[member.key()] = member.value();
    return post(QStringLiteral("/api/v2/uploads"), {{QStringLiteral("uploads"), QJsonArray{item}}}).result();
}

QJsonObject Client::complete(const QString &uploadId, const QByteArray &content)
{
    const QJsonObject item{{QStringLiteral("upload_id"), uploadId}, {QStringLiteral("sha256"), digestOf(content)}};
    return post(QStringLiteral("/api/v2/uploads/complete"), {{QStringLiteral("uploads"), QJsonArray{item}}}).result();
}

Answer Client::put(const QJsonObject &address, const QByteArray &content)
{
    // Signed along with the address; a store in a directory asks for none.
    const auto signedOnes = address[QLatin1String("headers")].toObject();
    QMap<QByteArray, QByteArray> headers;
    for (auto header = signedOnes.constBegin(); header != signedOnes.constEnd(); ++header)
        headers.insert(header.key().toLatin1(), header.value().toString().toLatin1());
    return send("PUT", address[QLatin1String("url")].toString(), content, headers);
}

QJsonObject Client::upload(const QString &name, const QByteArray &content, QJsonObject more)
{
    const auto announced = announce(name, content, std::move(more));
    if (announced[QLatin1String("status")].toString() == QLatin1String("open")) {
        const auto sent = put(announced, content);
        if (sent.status != 200) {
            qWarning("the store answered %d: %s", sent.status, sent.body.constData());
            return sent.json();
        }
    } else if (announced[QLatin1String("status")].toString() != QLatin1String("present")) {
        return announced;
    }
    return complete(announced[QLatin1String("upload_id")].toString(), content);
}

QJsonObject Client::changes(const QString &after, const QString &more)
{
    return get(QStringLiteral("/api/v2/changes?after=") + after + more).json();
}

QByteArray Client::download(const QString &fileId)
{
    const auto ready =
        post(QStringLiteral("/api/v2/downloads"), {{QStringLiteral("files"), QJsonArray{fileId}}}).result();
    return send("GET", ready[QLatin1String("url")].toString()).body;
}

bool StageServer::start(const QStringList &settings)
{
    if (!m_postgres.start(testsupport::PrivatePostgres::Schema::Migrated)) {
        qWarning("%s", qPrintable(m_postgres.error()));
        return false;
    }
    m_server = std::make_unique<testsupport::ServerProcess>(m_postgres);
    for (const auto &setting : settings)
        m_server->set(setting);
    if (!m_server->start()) {
        qWarning("%s", qPrintable(m_server->error()));
        return false;
    }
    return true;
}

std::unique_ptr<testsupport::ServerProcess> StageServer::startAnother(const QStringList &settings)
{
    auto server = std::make_unique<testsupport::ServerProcess>(m_postgres);
    for (const auto &setting : settings)
        server->set(setting);
    if (server->start())
        return server;
    qWarning("%s", qPrintable(server->error()));
    return nullptr;
}

QString StageServer::lastEmail() const
{
    return QStringLiteral("user%1@example.org").arg(m_users);
}

std::unique_ptr<Client> StageServer::newUser()
{
    const auto name = QStringLiteral("user%1").arg(++m_users);
    const auto email = name + QStringLiteral("@example.org");
    auto client = std::make_unique<Client>(m_server->url());
    const auto made = client->post(QStringLiteral("/auth/register"),
                                   {{QStringLiteral("email"), email},
                                    {QStringLiteral("username"), name},
                                    {QStringLiteral("password"), QStringLiteral("a good password")}});
    if (made.status != 200 || !client->signIn(email, "a good password"))
        return nullptr;
    return client;
}

QByteArray StageServer::sql(const QByteArray &statement)
{
    const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(m_postgres.url().constData()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexec(connection.get(), statement.constData()),
                                                                 PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s", PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 ? QByteArray(PQgetvalue(result.get(), 0, 0)) : QByteArray();
}
