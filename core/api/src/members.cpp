#include "members.h"

#include "rfc3339.h"

namespace learnlab::api {

namespace {

/// -1: none. Capital letters are not how a digest is written.
int hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10 : -1;
}

} // namespace

Members::Members(const QJsonValue &value) : m_object(value.toObject())
{
    if (!value.isObject())
        m_wrong = QStringLiteral("not an object");
}

bool Members::has(const char *name) const
{
    return isThere(value(name));
}

bool Members::isThere(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

QJsonValue Members::value(const char *name) const
{
    return m_object.value(QLatin1String(name));
}

QString Members::text(const char *name, qsizetype max)
{
    return textFrom(value(name), name, max);
}

/// Each look at a value copies it, and a page of the feed has tens of thousands: one look for each member.
QString Members::textFrom(const QJsonValue &found, const char *name, qsizetype max)
{
    if (found.isString()) {
        QString text = found.toString();
        if (text.size() <= max)
            return text;
    }
    wrong(name);
    return {};
}

std::optional<QString> Members::textOrNull(const char *name, qsizetype max)
{
    const QJsonValue found = value(name);
    return isThere(found) ? std::optional(textFrom(found, name, max)) : std::nullopt;
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
    const QJsonValue member = value(name);
    const qint64 found = member.isDouble() ? member.toInteger(-1) : -1;
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
    const QJsonValue found = value(name);
    if (!found.isBool())
        wrong(name);
    return found.toBool();
}

support::Timestamp Members::time(const char *name)
{
    return timeFrom(value(name), name);
}

support::Timestamp Members::timeFrom(const QJsonValue &found, const char *name)
{
    const auto time = timeFromText(textFrom(found, name, 64));
    if (!time)
        wrong(name);
    return time.value_or(support::Timestamp());
}

std::optional<support::Timestamp> Members::timeOrNull(const char *name)
{
    const QJsonValue found = value(name);
    return isThere(found) ? std::optional(timeFrom(found, name)) : std::nullopt;
}

QByteArray Members::digest(const char *name)
{
    return digestFrom(value(name), name);
}

QByteArray Members::digestFrom(const QJsonValue &found, const char *name)
{
    constexpr qsizetype size = 32;
    const QString hex = textFrom(found, name, 2 * size);
    QByteArray bytes(size, '\0');
    bool good = hex.size() == 2 * size;
    for (qsizetype i = 0; good && i < size; ++i) {
        const int high = hexDigit(hex.at(2 * i));
        const int low = hexDigit(hex.at(2 * i + 1));
        good = high >= 0 && low >= 0;
        bytes[i] = static_cast<char>(high * 16 + low);
    }
    if (good)
        return bytes;
    wrong(name);
    return {};
}

QByteArray Members::digestOrNull(const char *name)
{
    const QJsonValue found = value(name);
    return isThere(found) ? digestFrom(found, name) : QByteArray();
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
