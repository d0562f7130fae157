#include <testsupport/patient_writer.h>

#include <testsupport/child_process.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <atomic>

namespace learnlab::testsupport {

namespace {

constexpr int answerMilliseconds = 30000;
constexpr int pauseMilliseconds = 50;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

class PatientWriter::Worker : public QObject
{
public:
    void start(const QUrl &server, const QString &email, const QByteArray &password, const QString &prefix)
    {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_server = server;
        m_prefix = prefix;
        m_signIn = {{QStringLiteral("email"), email}, {QStringLiteral("password"), QString::fromUtf8(password)}};
        m_clock.start();
        m_running = true;
        next();
    }

    void stop() { m_stopping = true; }
    void leave()
    {
        m_stopping = true;
        m_network.reset();
    }
    [[nodiscard]] bool running() const { return m_running; }

    [[nodiscard]] QList<Acknowledged> acknowledged() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_acknowledged;
    }
    [[nodiscard]] QByteArray surprises() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_surprises;
    }
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }

private:
    void next()
    {
        if (m_stopping) {
            m_running = false;
            return;
        }
        if (m_token.isEmpty()) {
            post(QStringLiteral("/auth/login"), m_signIn);
            return;
        }
        if (m_operation.isEmpty()) {
            m_operation = {{QStringLiteral("id"), newId()},
                           {QStringLiteral("kind"), QStringLiteral("create_folder")},
                           {QStringLiteral("folder_id"), newId()},
                           {QStringLiteral("parent_id"), QJsonValue()},
                           {QStringLiteral("name"), m_prefix + QString::number(++m_number)}};
        }
        post(QStringLiteral("/api/v2/operations"), {{QStringLiteral("operations"), QJsonArray{m_operation}}});
    }

    void post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request(QUrl(m_server.toString() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        request.setTransferTimeout(answerMilliseconds);
        if (!m_token.isEmpty()) {
            request.setRawHeader("Authorization", "Bearer " + m_token);
        }
        auto *reply = m_network->post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            take(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll());
        });
    }

    void take(int status, const QByteArray &body)
    {
        const auto answer = QJsonDocument::fromJson(body).object();
        const auto result = answer[QLatin1String("results")].toArray().first().toObject();
        if (status == 200 && m_token.isEmpty()) {
            m_token = answer[QLatin1String("access_token")].toString().toLatin1();
        } else if (status == 200 && result.contains(QLatin1String("folder"))) {
            const QMutexLocker lock(&m_mutex);
            m_acknowledged.append({m_operation[QLatin1String("name")].toString().toUtf8(), m_clock.elapsed()});
            m_operation = {};
        } else {
            // Nobody, or somebody who asks for patience: the same once more.
            const auto said =
                status == 200 ? result[QLatin1String("problem")].toObject()[QLatin1String("status")].toInt() : status;
            if (said != 0 && said != 503) {
                const QMutexLocker lock(&m_mutex);
                m_surprises += QByteArray::number(status) + ' ' + body + '\n';
            }
            QTimer::singleShot(pauseMilliseconds, this, [this] { next(); });
            return;
        }
        next();
    }

    std::unique_ptr<QNetworkAccessManager> m_network;
    QUrl m_server;
    QString m_prefix;
    QJsonObject m_signIn;
    QByteArray m_token;
    QJsonObject m_operation; // until it is acknowledged
    QElapsedTimer m_clock;
    int m_number = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_running = false;
    mutable QMutex m_mutex;
    QList<Acknowledged> m_acknowledged;
    QByteArray m_surprises;
};

PatientWriter::PatientWriter() : m_worker(std::make_unique<Worker>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PatientWriter::~PatientWriter()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->leave(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void PatientWriter::start(const QUrl &server, const QString &email, const QByteArray &password, const QString &prefix)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [=, this] { m_worker->start(server, email, password, prefix); }, Qt::BlockingQueuedConnection);
}

void PatientWriter::stop()
{
    m_worker->stop();
    [[maybe_unused]] const bool ended = waitUntil([this] { return !m_worker->running(); }, 2 * answerMilliseconds);
}

QList<PatientWriter::Acknowledged> PatientWriter::acknowledged() const
{
    return m_worker->acknowledged();
}

QByteArray PatientWriter::surprises() const
{
    return m_worker->surprises();
}

qint64 PatientWriter::elapsed() const
{
    return m_worker->elapsed();
}

qint64 PatientWriter::longestPause(qint64 since) const
{
    qint64 longest = 0;
    qint64 before = since;
    const auto all = acknowledged();
    for (const auto &each : all) {
        if (each.milliseconds > since) {
            longest = std::max(longest, each.milliseconds - before);
            before = each.milliseconds;
        }
    }
    return longest;
}

} // namespace learnlab::testsupport
