#include "secrets/keychain.h"

#include <QObject>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace learnlab::secrets {
namespace {

using domain::ErrorCode;
using domain::Result;

QString serviceName()
{
    return QStringLiteral("LearnLab");
}

/// Measured with gnome-keyring: a locked collection refuses writing with AccessDenied; what is not there at all, or not
/// reachable, comes as OtherError. The library's own words may name the entry but no secret.
domain::Error errorOf(const QKeychain::Job &job)
{
    const bool isLocked = job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser;
    return {isLocked ? ErrorCode::KeychainLocked : ErrorCode::KeychainUnavailable,
            QStringLiteral("keychain error %1: %2").arg(static_cast<int>(job.error())).arg(job.errorString())};
}

class OsKeychain final : public Keychain
{
public:
    explicit OsKeychain(std::chrono::milliseconds timeLimit) : m_timeLimit(timeLimit) {}

    void read(const QString &account, std::function<void(Result<QByteArray>)> reply) override;
    void write(const QString &account, const QByteArray &secret, std::function<void(Result<void>)> reply) override;
    void remove(const QString &account, std::function<void(Result<void>)> reply) override;

private:
    using Finished = std::function<void(Result<QKeychain::Job *>)>;
    void start(std::unique_ptr<QKeychain::Job> job, const QString &account, Finished finished);

    std::chrono::milliseconds m_timeLimit;
    QObject m_context; ///< whose end silences what is still under way
};

void OsKeychain::start(std::unique_ptr<QKeychain::Job> job, const QString &account, Finished finished)
{
    // Whichever comes first answers: the job or the time limit.
    const auto pending = std::make_shared<Finished>(std::move(finished));
    const auto answer = [pending](Result<QKeychain::Job *> result) {
        if (const Finished reply = std::exchange(*pending, nullptr))
            reply(std::move(result));
    };
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(account);
    QObject::connect(job.get(), &QKeychain::Job::finished, &m_context,
                     [answer](QKeychain::Job *done) { answer(done); });
    QTimer::singleShot(m_timeLimit, &m_context, [answer] {
        answer(domain::fail(ErrorCode::KeychainUnavailable, QStringLiteral("the keychain does not answer")));
    });
    // The library's own callbacks point at the job until it is finished, so it must outlive this object: it destroys
    // itself.
    job.release()->start();
}

void OsKeychain::read(const QString &account, std::function<void(Result<QByteArray>)> reply)
{
    start(std::make_unique<QKeychain::ReadPasswordJob>(serviceName()), account,
          [reply = std::move(reply)](const Result<QKeychain::Job *> &job) {
              if (!job)
                  return reply(tl::make_unexpected(job.error()));
              if ((*job)->error() == QKeychain::EntryNotFound)
                  return reply(QByteArray());
              if ((*job)->error() != QKeychain::NoError)
                  return reply(tl::make_unexpected(errorOf(**job)));
              const auto *done = qobject_cast<QKeychain::ReadPasswordJob *>(*job);
              reply(done ? done->textData().toUtf8() : QByteArray());
          });
}

Result<void> resultOf(const Result<QKeychain::Job *> &job)
{
    if (!job)
        return tl::make_unexpected(job.error());
    if ((*job)->error() != QKeychain::NoError)
        return tl::make_unexpected(errorOf(**job));
    return {};
}

void OsKeychain::write(const QString &account, const QByteArray &secret, std::function<void(Result<void>)> reply)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(serviceName());
    job->setTextData(QString::fromUtf8(secret));
    start(std::move(job), account,
          [reply = std::move(reply)](const Result<QKeychain::Job *> &done) { reply(resultOf(done)); });
}

void OsKeychain::remove(const QString &account, std::function<void(Result<void>)> reply)
{
    start(std::make_unique<QKeychain::DeletePasswordJob>(serviceName()), account,
          [reply = std::move(reply)](const Result<QKeychain::Job *> &done) {
              if (done && (*done)->error() == QKeychain::EntryNotFound)
                  return reply({});
              reply(resultOf(done));
          });
}

} // namespace

std::unique_ptr<Keychain> makeOsKeychain(std::chrono::milliseconds timeLimit)
{
    return std::make_unique<OsKeychain>(timeLimit);
}

} // namespace learnlab::secrets
