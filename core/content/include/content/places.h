#pragma once

#include <QByteArray>
#include <QString>

namespace learnlab::content {

/// Where things of an account lie on this computer, for those who read them. Pure; any thread.

/// Of kept bytes, by their digest; the system's bytes.
[[nodiscard]] QByteArray keptPath(const QString &accountFolder, const QByteArray &sha256);
/// Of small pictures of files; goes with the account, and with what is kept.
[[nodiscard]] QString thumbnailFolder(const QString &accountFolder);

} // namespace learnlab::content
