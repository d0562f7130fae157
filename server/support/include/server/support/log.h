#pragma once
// Structured log lines, one per event, as JSON or as text. Owner: the composition root; handed down by reference.
// May be called from any thread. Never give it a query string, a token, a password or a presigned URL.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

namespace learnlab::server::support {

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Json, Text };

struct LogField
{
    std::string_view key;
    std::variant<std::string_view, std::int64_t, bool> value;

    LogField(std::string_view name, std::string_view text) : key(name), value(text) {}
    LogField(std::string_view name, const char *text) : key(name), value(std::string_view(text)) {}
    LogField(std::string_view name, const std::string &text) : key(name), value(std::string_view(text)) {}
    LogField(std::string_view name, bool flag) : key(name), value(flag) {}
    template <std::integral T>
    LogField(std::string_view name, T number) : key(name), value(static_cast<std::int64_t>(number))
    {}
};

class Logger
{
public:
    using Sink = std::function<void(std::string_view line)>; // the line has its line feed

    Logger(LogLevel least, LogFormat format); // to stderr
    Logger(LogLevel least, LogFormat format, Sink sink);

    [[nodiscard]] bool wants(LogLevel level) const { return level >= m_least; }
    // event: a short stable lower_snake_case name
    void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});
    void debug(std::string_view event, std::initializer_list<LogField> fields = {})
    {
        write(LogLevel::Debug, event, fields);
    }
    void info(std::string_view event, std::initializer_list<LogField> fields = {})
    {
        write(LogLevel::Info, event, fields);
    }
    void warning(std::string_view event, std::initializer_list<LogField> fields = {})
    {
        write(LogLevel::Warning, event, fields);
    }
    void error(std::string_view event, std::initializer_list<LogField> fields = {})
    {
        write(LogLevel::Error, event, fields);
    }

private:
    LogLevel m_least;
    LogFormat m_format;
    Sink m_sink;
    std::mutex m_mutex;
};

} // namespace learnlab::server::support
