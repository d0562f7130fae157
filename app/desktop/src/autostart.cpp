#include "autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace learnlab::desktop {

namespace {

/// As the desktop entry specification quotes an argument; a percent sign would be a field code.
QByteArray quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            text += QStringLiteral("\\\\"); // once for the string, once for the argument
        if (c == u'%')
            text += c;
        text += c == u'\\' ? QStringLiteral("\\\\") : QString(c);
    }
    return '"' + text.toUtf8() + '"';
}

} // namespace

Autostart::Autostart(QString folder, QString program, QString profile)
    : m_path(std::move(folder) + QStringLiteral("/learnlab.desktop")), m_program(std::move(program)), m_profile(std::move(profile))
{}

QString Autostart::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/autostart");
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.read(64 * 1024).split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

QByteArray Autostart::entry() const
{
    QByteArray command = quoted(m_program);
    if (!m_profile.isEmpty())
        command += " --profile " + quoted(m_profile);
    return "[Desktop Entry]\nType=Application\nName=LearnLab\nExec=" + command + "\nIcon=learnlab\nTerminal=false\n";
}

domain::Result<void> Autostart::set(bool on) const
{
    if (!on) {
        if (QFile::exists(m_path) && !QFile::remove(m_path))
            return domain::fail(domain::ErrorCode::LocalIo, m_path);
        return {};
    }
    QSaveFile file(m_path);
    const QByteArray text = entry();
    if (!QDir().mkpath(QFileInfo(m_path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return domain::fail(domain::ErrorCode::LocalIo, m_path);
    return {};
}

} // namespace learnlab::desktop
