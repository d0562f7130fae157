#pragma once

#include "domain/error.h"

#include <QString>

#include <functional>

namespace learnlab::domain {

/// The rules for names in one place. Names from outside are hostile.

/// NFC, 1 to 255 code points, no '/', NUL, "." or ".."; else NameInvalid with what is wrong in detail.
[[nodiscard]] Result<QString> normalName(const QString &name);

/// A local name as the system's bytes; LocalNameInvalid when it is not UTF-8 or not allowed on the server.
[[nodiscard]] Result<QString> nameFromLocal(const QByteArray &bytes);

/// "name (2).ext", "name (3).ext", ... the first that is not taken, still within the length limit.
[[nodiscard]] QString freeName(const QString &name, const std::function<bool(const QString &)> &taken);

/// What this name is called on a local disk: separators, control and bidi characters, reserved names (also those of
/// other systems), trailing dots and over-long bytes replaced; never empty, never a path, the extension kept.
[[nodiscard]] QString safeLocalName(const QString &name);

/// The same where the user chose the folder and wants the file back under its name: only what this system cannot hold,
/// or what would deceive (separators, control and bidi characters, "." and "..", over-long bytes), is replaced.
[[nodiscard]] QString exactLocalName(const QString &name);

/// For display: bidi controls taken out, so that "exe.fdp" cannot pose as "pdf.exe".
[[nodiscard]] QString displayName(const QString &name);
[[nodiscard]] bool hasBidiControls(const QString &name);

} // namespace learnlab::domain
