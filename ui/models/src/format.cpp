#include "ui/models/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace learnlab::ui {

namespace {

struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QDateTime local(support::Timestamp time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toLocalTime();
}

/// 3 -> 3, 61 -> 65, 301 -> 360: steps that do not flicker.
qint64 roundSeconds(qint64 seconds)
{
    if (seconds < 60)
        return std::max<qint64>(seconds, 1);
    const qint64 step = seconds < 300 ? 5 : 60;
    return (seconds + step - 1) / step * step;
}

} // namespace

QString formatSize(qint64 bytes, const QLocale &locale)
{
    if (bytes < 0)
        return {};
    if (bytes < 1000)
        return FormatWords::tr("%n byte(s)", "size of a file", static_cast<int>(bytes));
    const char *const units[] = {QT_TRANSLATE_NOOP("Format", "%1 KB"), QT_TRANSLATE_NOOP("Format", "%1 MB"),
                                 QT_TRANSLATE_NOOP("Format", "%1 GB"), QT_TRANSLATE_NOOP("Format", "%1 TB")};
    double value = static_cast<double>(bytes) / 1000.0;
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000.0;
        ++unit;
    }
    // Whole kilobytes; from megabytes on one digit while it says something.
    const bool fraction = unit > 0 && value < 99.95 && std::abs(value - std::round(value)) >= 0.05;
    return FormatWords::tr(units[unit], "size of a file").arg(locale.toString(value, 'f', fraction ? 1 : 0));
}

QString formatItemCount(qint64 count, const QLocale &locale)
{
    Q_UNUSED(locale)
    return FormatWords::tr("%n item(s)", "number of things in a folder", static_cast<int>(count));
}

QString formatWhen(support::Timestamp when, support::Timestamp now, const QLocale &locale)
{
    const QDateTime then = local(when);
    const QDateTime today = local(now);
    const QString time = locale.toString(then.time(), QStringLiteral("HH:mm"));
    const qint64 days = then.date().daysTo(today.date());
    if (days == 0)
        return FormatWords::tr("Today, %1", "time of day follows").arg(time);
    if (days == 1)
        return FormatWords::tr("Yesterday, %1", "time of day follows").arg(time);
    if (days > 1 && days < 7)
        return FormatWords::tr("%1, %2", "day of the week, time of day")
            .arg(locale.toString(then.date(), QStringLiteral("ddd")), time);
    if (then.date().year() == today.date().year())
        return FormatWords::tr("%1, %2", "day and month, time of day")
            .arg(locale.toString(then.date(), QStringLiteral("d MMM")), time);
    return locale.toString(then.date(), QStringLiteral("d MMM yyyy"));
}

QString formatMoment(support::Timestamp when, support::Timestamp now, const QLocale &locale)
{
    const QDateTime then = local(when);
    if (then.date() != local(now).date())
        return formatWhen(when, now, locale);
    return locale.toString(then.time(), QStringLiteral("HH:mm"));
}

QString formatSpeed(qint64 bytesPerSecond, const QLocale &locale)
{
    return FormatWords::tr("%1/s", "speed; %1 is a size").arg(formatSize(bytesPerSecond, locale));
}

QString formatTimeLeft(std::chrono::seconds left, const QLocale &locale)
{
    const qint64 seconds = roundSeconds(left.count());
    if (seconds < 60)
        return FormatWords::tr("%1 s left").arg(locale.toString(seconds));
    if (seconds < 300 && seconds % 60 != 0)
        return FormatWords::tr("%1 min %2 s left").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    if (seconds < 3600)
        return FormatWords::tr("%1 min left").arg(locale.toString(seconds / 60));
    return FormatWords::tr("%1 h %2 min left")
        .arg(locale.toString(seconds / 3600), locale.toString(seconds % 3600 / 60));
}

UsageText usageText(const std::optional<domain::Usage> &usage, const QLocale &locale)
{
    if (!usage)
        return {};
    // What is on its way holds its place already.
    const qint64 used = usage->bytesUsed + usage->bytesReserved;
    if (!usage->quota || *usage->quota <= 0)
        return {-1, FormatWords::tr("%1 used", "storage").arg(formatSize(used, locale))};
    return {std::min(1.0, static_cast<double>(used) / static_cast<double>(*usage->quota)),
            FormatWords::tr("%1 of %2 used", "storage").arg(formatSize(used, locale), formatSize(*usage->quota, locale))};
}

} // namespace learnlab::ui
