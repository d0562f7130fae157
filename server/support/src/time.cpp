#include <server/support/time.h>

#include <cstdio>

namespace learnlab::server::support {
namespace {

// Reads exactly `count` digits.
std::optional<int> takeNumber(std::string_view &text, std::size_t count)
{
    if (text.size() < count)
        return {};
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view &text, std::string_view oneOf)
{
    if (text.empty() || oneOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// 0 to 9 digits of fraction as microseconds; further digits are cut.
std::optional<int> takeFraction(std::string_view &text)
{
    if (!take(text, "."))
        return 0;
    int micros = 0;
    std::size_t digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits) {
        if (digits < 6)
            micros = micros * 10 + (text.front() - '0');
    }
    if (digits == 0 || digits > 9)
        return {};
    for (; digits < 6; ++digits)
        micros *= 10;
    return micros;
}

// Z, +hh, +hh:mm or -hh:mm.
std::optional<std::chrono::minutes> takeOffset(std::string_view &text)
{
    if (take(text, "Zz"))
        return std::chrono::minutes(0);
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, "+-"))
        return {};
    const auto hours = takeNumber(text, 2);
    if (!hours || *hours > 23)
        return {};
    int minutes = 0;
    if (take(text, ":")) {
        const auto rest = takeNumber(text, 2);
        if (!rest || *rest > 59)
            return {};
        minutes = *rest;
    }
    const int total = *hours * 60 + minutes;
    return std::chrono::minutes(west ? -total : total);
}

// Offset and leap second lead out of the four digits of year that formatTime() writes; PostgreSQL knows no year 0.
bool isWritable(Time time)
{
    using namespace std::chrono;
    return time >= sys_days(year(1) / January / 1) && time < sys_days(year(10000) / January / 1);
}

} // namespace

Time systemNow()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string formatTime(Time time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::optional<Time> parseTime(std::string_view text)
{
    const auto year = takeNumber(text, 4);
    if (!year || !take(text, "-"))
        return {};
    const auto month = takeNumber(text, 2);
    if (!month || !take(text, "-"))
        return {};
    const auto day = takeNumber(text, 2);
    if (!day || !take(text, "Tt "))
        return {};
    const auto hour = takeNumber(text, 2);
    if (!hour || *hour > 23 || !take(text, ":"))
        return {};
    const auto minute = takeNumber(text, 2);
    if (!minute || *minute > 59 || !take(text, ":"))
        return {};
    const auto second = takeNumber(text, 2);
    if (!second || *second > 60)
        return {};
    const auto fraction = takeFraction(text);
    if (!fraction)
        return {};
    const auto offset = takeOffset(text);
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!offset || !text.empty() || !date.ok())
        return {};
    const Time time = Time(std::chrono::sys_days(date)) + std::chrono::hours(*hour) +
                      std::chrono::minutes(*minute - offset->count()) + std::chrono::seconds(*second) +
                      std::chrono::microseconds(*fraction);
    return isWritable(time) ? std::optional(time) : std::nullopt;
}

} // namespace learnlab::server::support
