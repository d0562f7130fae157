#include "desktop_settings.h"

#include "engine/network.h"
#include "engine/system_watch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QStorageInfo>

#include <algorithm>

namespace learnlab::desktop {

namespace {

using Authority = ui::SettingsActions::Authority;
using Place = ui::SettingsActions::Place;

constexpr qint64 mostOfAuthorities = 4 * 1024 * 1024;

QString profileArgument(const QString &path)
{
    return path == engine::ProfileFolder::defaultPath() ? QString() : path;
}

/// Its own issuer, or one that may issue.
bool isAuthority(const QSslCertificate &certificate)
{
    const auto extensions = certificate.extensions();
    const auto constraints = std::find_if(extensions.cbegin(), extensions.cend(), [](const QSslCertificateExtension &extension) {
        return extension.name() == QLatin1String("basicConstraints");
    });
    return certificate.isSelfSigned() || (constraints != extensions.cend() && constraints->value().toMap().value(QStringLiteral("ca")).toBool());
}

domain::Result<Authority> authorityIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(domain::ErrorCode::LocalUnreadable, path);
    QList<QSslCertificate> found = QSslCertificate::fromData(file.read(mostOfAuthorities), QSsl::Pem);
    found.removeIf([](const QSslCertificate &certificate) { return certificate.isNull() || !isAuthority(certificate); });
    if (found.isEmpty())
        return domain::fail(domain::ErrorCode::Malformed, path);
    const auto ends = std::min_element(found.cbegin(), found.cend(), [](const QSslCertificate &a, const QSslCertificate &b) {
        return a.expiryDate() < b.expiryDate();
    });
    return Authority{static_cast<int>(found.size()), found.first().subjectDisplayName(),
                     support::Timestamp(std::chrono::milliseconds(ends->expiryDate().toMSecsSinceEpoch()))};
}

domain::Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return domain::fail(domain::ErrorCode::LocalIo, path);
    return {};
}

} // namespace

DesktopSettings::DesktopSettings(engine::Engine &engine, support::Log &log)
    : m_engine(engine)
    , m_log(log)
    , m_commands(engine)
    , m_autostart(Autostart::usualFolder(), QCoreApplication::applicationFilePath(), profileArgument(engine.profile().path()))
    , m_atLogin(m_autostart.isOn())
{
    const support::Settings settings(m_engine.profile().settingsPath());
    m_metered = settings.value(engine::meteredAllowed);
    m_network = engine::networkIn(settings);
    m_disk.setMaxThreadCount(1);
}

DesktopSettings::~DesktopSettings()
{
    m_disk.waitForDone();
}

template <class T>
void DesktopSettings::onDisk(std::function<domain::Result<T>()> job, QObject *context, Reply<T> reply)
{
    m_disk.start([this, job = std::move(job), asker = QPointer<QObject>(context), reply = std::move(reply)] {
        auto result = job();
        QMetaObject::invokeMethod(
            this,
            [asker, reply, result = std::move(result)] {
                if (asker)
                    reply(result);
            },
            Qt::QueuedConnection);
    });
}

void DesktopSettings::setStartsAtLogin(bool wanted, QObject *context, Reply<void> reply)
{
    onDisk<void>([autostart = m_autostart, wanted] { return autostart.set(wanted); }, context,
                 [this, wanted, reply = std::move(reply)](const domain::Result<void> &result) {
                     if (result)
                         m_atLogin = wanted;
                     reply(result);
                 });
}

void DesktopSettings::setMeteredAllowed(bool allowed)
{
    m_metered = allowed;
    support::Settings settings(m_engine.profile().settingsPath());
    settings.set(engine::meteredAllowed, allowed);
    engine::SystemWatch::wishChanged(m_engine, allowed);
}

void DesktopSettings::setNetwork(const api::Network &network, QObject *context, Reply<void> reply)
{
    m_network = network;
    m_engine.setNetwork(network, context, std::move(reply));
}

void DesktopSettings::readAuthority(const QString &path, QObject *context, Reply<Authority> reply)
{
    onDisk<Authority>([path] { return authorityIn(path); }, context, std::move(reply));
}

void DesktopSettings::freeUp(QObject *context, Reply<void> reply)
{
    m_commands.freeUp(context, std::move(reply));
}

void DesktopSettings::keptPlace(QObject *context, Reply<Place> reply)
{
    const auto &account = m_engine.account();
    const QString folder = account ? account->place.folder : m_engine.profile().path();
    onDisk<Place>(
        [folder] {
            const QStorageInfo disk(folder);
            return domain::Result<Place>(Place{folder, disk.isValid() ? disk.bytesAvailable() : -1});
        },
        context, std::move(reply));
}

void DesktopSettings::setDetailedLog(bool detailed)
{
    m_log.setLeast(detailed ? QtDebugMsg : QtInfoMsg);
}

void DesktopSettings::check(QObject *context, Reply<QString> reply)
{
    m_engine.check(context, std::move(reply));
}

void DesktopSettings::saveText(const QString &path, const QString &text, QObject *context, Reply<void> reply)
{
    onDisk<void>([path, text] { return write(path, text.toUtf8()); }, context, std::move(reply));
}

} // namespace learnlab::desktop
