#include "rfc3339.h"

#include <QByteArray>

namespace learnlab::api {
namespace {

using namespace std::chrono;

/// Walks over ASCII text; the first thing that does not fit makes it bad.
class TimeCursor
{
public:
    explicit TimeCursor(const QByteArray &text) : m_text(text) {}

    int digits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const char c = next();
            m_good = m_good && c >= '0' && c <= '9';
            value = value * 10 + (m_good ? c - '0' : 0);
        }
        return value;
    }
    void expect(char wanted) { m_good = next() == wanted && m_good; }
    char next() { return m_at < m_text.size() ? m_text.at(m_at++) : '\0'; }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    [[nodiscard]] bool doneWell() const { return m_good && m_at == m_text.size(); }
    void refuse() { m_good = false; }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

microseconds fractionAt(TimeCursor &in)
{
    if (in.peek() != '.')
        return microseconds{0};
    in.next();
    qint64 value = 0;
    int seen = 0;
    for (; in.peek() >= '0' && in.peek() <= '9'; ++seen) {
        const int digit = in.next() - '0';
        if (seen < 6)
            value = value * 10 + digit;
    }
    if (seen == 0)
        in.refuse();
    for (; seen < 6; ++seen)
        value *= 10;
    return microseconds{value};
}

minutes offsetAt(TimeCursor &in)
{
    const char sign = in.next();
    if (sign == 'Z')
        return minutes{0};
    if (sign != '+' && sign != '-')
        in.refuse();
    const int hour = in.digits(2);
    in.expect(':');
    const int minute = in.digits(2);
    if (hour > 23 || minute > 59)
        in.refuse();
    return minutes{(sign == '-' ? -1 : 1) * (hour * 60 + minute)};
}

} // namespace

std::optional<support::Timestamp> timeFromText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    TimeCursor in(bytes);
    const int y = in.digits(4);
    in.expect('-');
    const int mo = in.digits(2);
    in.expect('-');
    const int d = in.digits(2);
    in.expect('T');
    const int h = in.digits(2);
    in.expect(':');
    const int mi = in.digits(2);
    in.expect(':');
    const int s = in.digits(2);
    const microseconds fraction = fractionAt(in);
    const minutes offset = offsetAt(in);

    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    // A leap second (60) is taken as the first moment after it, as POSIX time does.
    if (!in.doneWell() || !date.ok() || y < 1 || h > 23 || mi > 59 || s > 60)
        return std::nullopt;
    return support::Timestamp(sys_days{date}) + hours{h} + minutes{mi} + seconds{s} + fraction - offset;
}

QString timeText(support::Timestamp time)
{
    const auto dayStart = floor<days>(time);
    const year_month_day date{dayStart};
    const hh_mm_ss<microseconds> clock{time - dayStart};
    return QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                             static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                             static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
}

} // namespace learnlab::api
