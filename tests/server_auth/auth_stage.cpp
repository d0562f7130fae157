#include "auth_stage.h"

#include "../server_store/run_task.h"

#include <server/store/pool.h>

#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

using learnlab::testsupport::PrivatePostgres;
using learnlab::testsupport::ServerProcess;

bool AuthStage::start(const QStringList &settings)
{
    m_postgres = std::make_unique<PrivatePostgres>();
    if (!m_postgres->start(PrivatePostgres::Schema::Migrated))
        return false;
    m_server = std::make_unique<ServerProcess>(*m_postgres);
    for (const QString &setting : settings)
        m_server->set(setting);
    return m_server->start();
}

bool AuthStage::restartWith(const QString &setting)
{
    m_server->set(setting);
    return m_server->restart();
}

QString AuthStage::error() const
{
    return m_server ? m_server->error() : m_postgres->error();
}

QNetworkReply *AuthStage::begin(const QByteArray &method, const QString &path, const QByteArray &body,
                                const QString &token, const QByteArray &type)
{
    QNetworkRequest request(QUrl(m_server->url().toString() + path));
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    for (auto header = m_headers.cbegin(); header != m_headers.cend(); ++header)
        request.setRawHeader(header.key(), header.value());
    return m_network.sendCustomRequest(request, method, body);
}

Answer AuthStage::finished(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 120000))
        return {};
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.raw = reply->readAll();
    answer.body = QJsonDocument::fromJson(answer.raw).object();
    const QByteArray given = reply->rawHeader("Content-Type");
    if (answer.status >= 400 && (given != "application/problem+json" || answer.code().isEmpty()))
        answer.status = -answer.status;
    return answer;
}

Answer AuthStage::ask(const QByteArray &method, const QString &path, const QByteArray &body, const QString &token,
                      const QByteArray &type)
{
    return finished(begin(method, path, body, token, type));
}

Answer AuthStage::send(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &token)
{
    return ask(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact), token);
}

Answer AuthStage::login(const QString &email, const QString &password)
{
    return post(QStringLiteral("/auth/login"), {{QStringLiteral("email"), email},
                                                {QStringLiteral("password"), password},
                                                {QStringLiteral("device_info"), QStringLiteral("test")}});
}

Answer AuthStage::newUser(const QString &name, const QString &password)
{
    const QString email = name + QStringLiteral("@example.org");
    const Answer made = post(QStringLiteral("/auth/register"), account(email, name, password));
    return made.status == 200 ? login(email, password) : made;
}

QByteArray AuthStage::sql(const QByteArray &statement)
{
    using namespace learnlab::server;
    boost::asio::io_context loop(1);
    store::PoolOptions options;
    options.url = m_postgres->url().toStdString();
    store::Pool pool(loop.get_executor(), options);
    auto rows = runTask(loop, pool.run(statement.toStdString(), {}));
    const auto text = rows && !rows->empty() ? rows->front().view("answer") : std::string_view();
    const QByteArray answer(text.data(), static_cast<qsizetype>(text.size()));
    pool.close();
    loop.restart();
    loop.run();
    if (!rows)
        QTest::qFail(rows.error().cause.text.c_str(), __FILE__, __LINE__);
    return answer;
}

QJsonObject AuthStage::account(const QString &email, const QString &name, const QString &password)
{
    return {
        {QStringLiteral("email"), email}, {QStringLiteral("username"), name}, {QStringLiteral("password"), password}};
}
