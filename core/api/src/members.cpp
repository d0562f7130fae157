#include "members.h"

#include "rfc3339.h"

namespace learnlab::api {

Members::Members(const QJsonValue &value) : m_object(value.toObject())
{
    if (!value.isObject())
        m_wrong = QStringLiteral("not an object");
}

bool Members::has(const char *name) const
{
    const QJsonValue found = value(name);
    return !found.isUndefined() && !found.isNull();
}

QJsonValue Members::value(const char *name) const
{
    return m_object.value(QLatin1String(name));
}

QString Members::text(const char *name, qsizetype max)
{
    const QJsonValue found = value(name);
    if (!found.isString() || found.toString().size() > max) {
        wrong(name);
        return {};
    }
    return found.toString();
}

std::optional<QString> Members::textOrNull(const char *name, qsizetype max)
{
    return has(name) ? std::optional(text(name, max)) : std::nullopt;
}

QString Members::name(const char *name)
{
    const QString found = text(name);
    if (found.isEmpty())
        wrong(name);
    return found;
}

QByteArray Members::token(const char *name, qsizetype max)
{
    const QString found = text(name, max);
    const bool visible = std::all_of(found.begin(), found.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (found.isEmpty() || !visible) {
        wrong(name);
        return {};
    }
    return found.toLatin1();
}

qint64 Members::count(const char *name, qint64 max)
{
    // toInteger() gives its default for what is no whole number.
    const qint64 found = value(name).isDouble() ? value(name).toInteger(-1) : -1;
    if (found < 0 || found > max) {
        wrong(name);
        return 0;
    }
    return found;
}

std::optional<qint64> Members::countOrNull(const char *name, qint64 max)
{
    return has(name) ? std::optional(count(name, max)) : std::nullopt;
}

bool Members::flag(const char *name)
{
    if (!value(name).isBool())
        wrong(name);
    return value(name).toBool();
}

support::Timestamp Members::time(const char *name)
{
    const auto found = timeFromText(text(name, 64));
    if (!found)
        wrong(name);
    return found.value_or(support::Timestamp());
}

std::optional<support::Timestamp> Members::timeOrNull(const char *name)
{
    return has(name) ? std::optional(time(name)) : std::nullopt;
}

QByteArray Members::digest(const char *name)
{
    const QByteArray hex = text(name, 64).toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.size() != 32 || bytes.toHex() != hex) {
        wrong(name);
        return {};
    }
    return bytes;
}

QByteArray Members::digestOrNull(const char *name)
{
    return has(name) ? digest(name) : QByteArray();
}

QJsonArray Members::array(const char *name, qsizetype max)
{
    const QJsonValue found = value(name);
    if (!found.isArray() || found.toArray().size() > max) {
        wrong(name);
        return {};
    }
    return found.toArray();
}

void Members::wrong(const char *name)
{
    // The name alone: values may be secrets.
    if (m_wrong.isEmpty())
        m_wrong = QStringLiteral("member \"%1\"").arg(QLatin1String(name));
}

} // namespace learnlab::api
