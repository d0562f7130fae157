#include <testsupport/keyring_session.h>

#include <QDir>
#include <QFile>

namespace learnlab::testsupport {

namespace {

// No service folder: nothing on this bus starts by itself, so that a missing Secret Service is missing.
constexpr auto busConfiguration = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

constexpr auto keyringPassword = "the keyring's password";

} // namespace

KeyringSession::KeyringSession()
{
    for (const auto *folder : {"home", "run", "log"}) {
        QDir(m_folder.path()).mkdir(QLatin1String(folder));
    }
    QFile::setPermissions(m_folder.filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

KeyringSession::~KeyringSession()
{
    stop();
}

QString KeyringSession::home() const
{
    return m_folder.filePath(QStringLiteral("home"));
}

QProcessEnvironment KeyringSession::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "DISPLAY",
                             "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), home());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.filePath(QStringLiteral("run")));
    // An address nobody listens on, not an empty one: libdbus would start a bus of its own.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                       m_address.isEmpty() ? QStringLiteral("unix:path=/nonexistent/bus") : m_address);
    return environment;
}

bool KeyringSession::start(State state)
{
    stop();
    if (state == State::NoBus) {
        return true;
    }
    if (!startBus()) {
        return false;
    }
    switch (state) {
    case State::Unlocked:
        return startDaemon(true);
    case State::Locked:
        return startDaemon(true) && lock();
    case State::Missing:
    case State::NoBus:
        break;
    }
    return true;
}

bool KeyringSession::startBus()
{
    const auto run = m_folder.filePath(QStringLiteral("run"));
    const auto configuration = m_folder.filePath(QStringLiteral("bus.conf"));
    QFile file(configuration);
    if (!file.open(QIODevice::WriteOnly)) {
        m_error = file.errorString();
        return false;
    }
    file.write(QString::fromLatin1(busConfiguration).arg(run).toUtf8());
    file.close();
    m_bus = std::make_unique<ChildProcess>(QStringLiteral("dbus-daemon"),
                                           QStringList{QStringLiteral("--nofork"), QStringLiteral("--config-file"),
                                                       configuration, QStringLiteral("--print-address")},
                                           m_folder.filePath(QStringLiteral("log/bus")));
    if (!m_bus->start() || !waitUntil([&] { return m_bus->out().size() > m_bus->outAtStart() || !m_bus->running(); }) ||
        !m_bus->running()) {
        m_error = QStringLiteral("dbus-daemon: ") + QString::fromUtf8(m_bus->err());
        return false;
    }
    m_address = QStringLiteral("unix:path=%1/bus").arg(run);
    return true;
}

bool KeyringSession::startDaemon(bool unlocked)
{
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (unlocked) {
        arguments.append(QStringLiteral("--unlock"));
    }
    m_daemon = std::make_unique<ChildProcess>(QStringLiteral("gnome-keyring-daemon"), arguments,
                                              m_folder.filePath(QStringLiteral("log/keyring")));
    m_daemon->setEnvironment(environment());
    m_daemon->setInput(keyringPassword);
    // It answers on the bus as soon as it has taken its name; unlocking comes before that.
    const auto answers = [this] {
        QProcess query;
        query.setProcessEnvironment(environment());
        query.start(QStringLiteral("dbus-send"),
                    {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                     QStringLiteral("--reply-timeout=2000"), QStringLiteral("--dest=org.freedesktop.secrets"),
                     QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.DBus.Peer.Ping")});
        query.waitForFinished();
        return query.exitCode() == 0;
    };
    if (!m_daemon->start() || !waitUntil([&] { return answers() || !m_daemon->running(); }) || !m_daemon->running()) {
        m_error = QStringLiteral("gnome-keyring-daemon: ") + QString::fromUtf8(m_daemon->err());
        return false;
    }
    return true;
}

bool KeyringSession::lock()
{
    QProcess call;
    call.setProcessEnvironment(environment());
    call.start(QStringLiteral("dbus-send"),
               {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
    call.waitForFinished();
    m_error = QString::fromUtf8(call.readAllStandardError());
    return call.exitCode() == 0;
}

bool KeyringSession::unlock()
{
    // The daemon takes the password at its start; a running one is replaced.
    m_daemon.reset();
    return startDaemon(true);
}

void KeyringSession::stop()
{
    m_daemon.reset();
    m_bus.reset();
    m_address.clear();
}

} // namespace learnlab::testsupport
