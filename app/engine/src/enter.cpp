#include "engine/enter.h"

#include "protocol.h"
#include "socket_file.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QThread>

namespace learnlab::engine {

namespace {

constexpr std::chrono::milliseconds betweenTries{20};
/// An owner that only just took the profile listens by then.
constexpr std::chrono::seconds untilListening{2};

enum class Owned { ByNobody, ByCommand, ByWindow };

int left(const QDeadlineTimer &until)
{
    return int(std::max<qint64>(0, until.remainingTime()));
}

/// Asks the owner for a window. A command answers that it is none, and the socket closes when it let the profile go.
Owned askForWindow(const QString &socketPath, const QList<QByteArray> &localPaths, const QDeadlineTimer &until)
{
    Descriptor descriptor = connectTo(socketPath);
    QLocalSocket socket;
    if (!descriptor || !socket.setSocketDescriptor(descriptor.take()))
        return Owned::ByNobody;
    QJsonArray paths;
    for (const QByteArray &path : localPaths)
        paths.append(bytesText(path));
    const QJsonObject request{{QStringLiteral("id"), 1},
                              {QStringLiteral("command"), QStringLiteral("window")},
                              {QStringLiteral("arguments"), QJsonObject{{QStringLiteral("paths"), paths}}}};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left(until)))
            return Owned::ByNobody;
    }
    const QJsonValue result = QJsonDocument::fromJson(socket.readLine()).object().value(QStringLiteral("result"));
    if (result[QStringLiteral("shown")].toBool())
        return Owned::ByWindow;
    static_cast<void>(socket.waitForDisconnected(left(until)));
    return Owned::ByCommand;
}

} // namespace

domain::Result<std::optional<Profile>> enter(const QString &path, const QString &program,
                                             const QList<QByteArray> &localPaths, std::chrono::milliseconds patience)
{
    const QDeadlineTimer until(patience);
    QDeadlineTimer silence(untilListening);
    for (;;) {
        auto profile = Profile::own(path, program);
        if (profile)
            return std::optional(std::move(*profile));
        if (profile.error().code != domain::ErrorCode::ProfileInUse || until.hasExpired() || silence.hasExpired())
            return tl::make_unexpected(profile.error());
        const Owned owned = askForWindow(ProfileFolder(path).owner().socketPath, localPaths, until);
        if (owned == Owned::ByWindow)
            return std::optional<Profile>();
        if (owned == Owned::ByCommand)
            silence = QDeadlineTimer(untilListening);
        QThread::msleep(betweenTries.count());
    }
}

} // namespace learnlab::engine
