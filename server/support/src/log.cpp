#include <server/support/log.h>

#include <server/support/time.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <unistd.h>

namespace learnlab::server::support {
namespace {

std::string_view levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        break;
    }
    return "error";
}

std::string quoted(std::string_view text)
{
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

bool isPlain(std::string_view text)
{
    for (const char c : text) {
        if (c <= ' ' || c == '"' || c == '\\' || c == '=' || c == 0x7f)
            return false;
    }
    return !text.empty();
}

std::string fieldText(const LogField &field, LogFormat format)
{
    if (const auto *number = std::get_if<std::int64_t>(&field.value))
        return std::to_string(*number);
    if (const auto *flag = std::get_if<bool>(&field.value))
        return *flag ? "true" : "false";
    const std::string_view text = std::get<std::string_view>(field.value);
    return format == LogFormat::Text && isPlain(text) ? std::string(text) : quoted(text);
}

void toStandardError(std::string_view line)
{
    while (!line.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

Logger::Logger(LogLevel least, LogFormat format) : Logger(least, format, toStandardError) {}

Logger::Logger(LogLevel least, LogFormat format, Sink sink) : m_least(least), m_format(format), m_sink(std::move(sink))
{}

void Logger::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields)
{
    if (!wants(level))
        return;
    std::string line;
    const std::string time = formatTime(systemNow());
    if (m_format == LogFormat::Json) {
        line =
            R"({"time":")" + time + R"(","level":")" + std::string(levelName(level)) + R"(","event":)" + quoted(event);
        for (const LogField &field : fields)
            line += "," + quoted(field.key) + ":" + fieldText(field, m_format);
        line += "}\n";
    } else {
        line = time + " " + std::string(levelName(level)) + " " + std::string(event);
        for (const LogField &field : fields)
            line += " " + std::string(field.key) + "=" + fieldText(field, m_format);
        line += "\n";
    }
    const std::scoped_lock lock(m_mutex);
    m_sink(line);
}

} // namespace learnlab::server::support
