#pragma once

#include "domain/error.h"

#include <QString>

namespace learnlab::desktop {

/// Whether the desktop starts the program when its user signs in: a file in the autostart folder of the XDG
/// specification. Reads and writes the disk; any one thread.
class Autostart
{
public:
    /// `folder` is the user's autostart folder, `program` what is to be started, `profile` its folder (empty: the usual).
    Autostart(QString folder, QString program, QString profile);

    [[nodiscard]] static QString usualFolder();
    [[nodiscard]] bool isOn() const;
    /// LocalIo.
    [[nodiscard]] domain::Result<void> set(bool on) const;

private:
    [[nodiscard]] QByteArray entry() const;

    QString m_path;
    QString m_program;
    QString m_profile;
};

} // namespace learnlab::desktop
