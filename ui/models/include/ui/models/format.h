#pragma once

#include "domain/entities.h"
#include "support/clock.h"
#include "ui/models/file_roles.h"

#include <QLocale>
#include <QString>

namespace learnlab::ui {

/// Numbers, times and kinds in the user's words. Pure functions: any thread.

/// Decimal units, one digit after the point below 100: "1.8 MB", "412 kB".
[[nodiscard]] QString formatSize(qint64 bytes, const QLocale &locale);
/// "9 items".
[[nodiscard]] QString formatItemCount(qint64 count, const QLocale &locale);
/// "Today, 10:42", "Yesterday, 17:40", "Mon, 08:55" within a week, "14 Nov, 16:20" within the year, then with the year.
[[nodiscard]] QString formatWhen(support::Timestamp when, support::Timestamp now, const QLocale &locale);
/// "10:42" of today, else as formatWhen(): for what is about now.
[[nodiscard]] QString formatMoment(support::Timestamp when, support::Timestamp now, const QLocale &locale);
/// "40 s left"; rounded to 1 s under a minute, 5 s under five, else to minutes.
[[nodiscard]] QString formatTimeLeft(std::chrono::seconds left, const QLocale &locale);
/// "24 MB/s".
[[nodiscard]] QString formatSpeed(qint64 bytesPerSecond, const QLocale &locale);

/// How full the storage is, 0 to 1 (-1: no limit, no gauge), and the words for it; empty while it is not known.
struct UsageText
{
    double share = -1;
    QString text;
};
[[nodiscard]] UsageText usageText(const std::optional<domain::Usage> &usage, const QLocale &locale);

/// Which icon and which words a file has, by its name's suffix first and its MIME type then.
[[nodiscard]] FileType fileTypeOf(const QString &name, const QString &mimeType);
[[nodiscard]] QString typeName(const QString &name, const QString &mimeType); ///< "PDF document", "JPEG image"

} // namespace learnlab::ui
