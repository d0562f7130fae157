#include "engine/profile.h"

#include "account_settings.h"
#include "domain/id.h"
#include "mirror/store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

namespace learnlab::engine {

namespace {

constexpr qsizetype longestHost = 80;

bool isPlain(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
           c == QLatin1Char('.') || c == QLatin1Char('-');
}

/// A host is what somebody typed or a server is called: never a path, never hidden, never longer than a name may be.
QString hostPart(const QUrl &server)
{
    const QString host = server.host(QUrl::FullyEncoded).toLower();
    QString plain;
    plain.reserve(host.size());
    for (const QChar c : host)
        plain += isPlain(c) ? c : QLatin1Char('_');
    if (plain.isEmpty() || plain.startsWith(QLatin1Char('.')))
        plain.prepend(QLatin1Char('_'));
    if (plain.size() > longestHost) {
        const QByteArray hash = QCryptographicHash::hash(host.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        plain = plain.left(longestHost) + QLatin1Char('_') + QString::fromLatin1(hash);
    }
    return plain;
}

AccountPlace placeFor(const QString &profile, const QString &key, const QUrl &server)
{
    const QString folder = profile + QStringLiteral("/accounts/") + key;
    return {key, folder, folder + QStringLiteral("/mirror.db"), server};
}

/// What accountKey() can have made; settings.ini may have been edited.
bool isKey(const QString &key)
{
    return !key.isEmpty() && !key.startsWith(QLatin1Char('.')) &&
           std::all_of(key.begin(), key.end(), [](QChar c) { return isPlain(c) || c == QLatin1Char('_'); });
}

/// The folder for what lives as long as the user is signed in to the desktop, if it is there and nobody else's.
QString runtimeFolder()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo info(folder);
    const bool isOwn = info.isAbsolute() && info.isDir() && info.ownerId() == ::geteuid() &&
                       !(info.permissions() & (QFile::WriteGroup | QFile::WriteOther));
    return isOwn ? folder : QString();
}

constexpr qint64 longestOwner = 8192;

} // namespace

QString accountKey(const QUrl &server, domain::UserId user)
{
    return hostPart(server) + QLatin1Char('-') + domain::toText(user);
}

ProfileFolder::ProfileFolder(const QString &path) : m_path(QFileInfo(path).absoluteFilePath()) {}

QString ProfileFolder::defaultPath()
{
    const QString chosen = qEnvironmentVariable("LEARNLAB_PROFILE");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/learnlab");
}

QString ProfileFolder::socketPath() const
{
    const QString profile = QFileInfo(m_path).canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(profile), QCryptographicHash::Sha256).toHex();
    const QString runtime = runtimeFolder();
    return QStringLiteral("%1/learnlab-%2.sock")
        .arg(runtime.isEmpty() ? profile : runtime, QString::fromLatin1(hash.left(16)));
}

Owner ProfileFolder::owner() const
{
    QFile lock(m_path + QStringLiteral("/lock"));
    const QByteArray text = lock.open(QIODevice::ReadOnly) ? lock.read(longestOwner) : QByteArray();
    const QList<QByteArray> lines = text.split('\n');
    // A lock just taken may not say it yet.
    if (lines.size() < 2 || lines[0].toLongLong() <= 0)
        return {QStringLiteral("another program"), {}};
    return {QStringLiteral("%1 (process %2)").arg(QString::fromUtf8(lines[1]), QString::fromLatin1(lines[0])),
            lines.size() > 2 ? QFile::decodeName(lines[2]) : QString()};
}

QString ProfileFolder::settingsPath() const
{
    return m_path + QStringLiteral("/settings.ini");
}

AccountPlace ProfileFolder::place(const QUrl &server, domain::UserId user) const
{
    return placeFor(m_path, accountKey(server, user), server);
}

std::optional<AccountPlace> ProfileFolder::lastAccount() const
{
    if (!QFileInfo::exists(settingsPath()))
        return std::nullopt;
    const support::Settings settings(settingsPath());
    const QString key = settings.value(lastKey);
    const QUrl server(settings.value(lastServer), QUrl::StrictMode);
    if (!isKey(key) || !server.isValid())
        return std::nullopt;
    const AccountPlace place = placeFor(m_path, key, server);
    return mirror::mirrorExists(place.mirrorPath) ? std::optional(place) : std::nullopt;
}

} // namespace learnlab::engine
