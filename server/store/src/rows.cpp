#include <server/store/rows.h>

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>

namespace learnlab::server::store {

namespace {

void appendElement(std::string &literal, std::string_view value)
{
    literal += literal.size() > 1 ? ",\"" : "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c;
    }
    literal += '"';
}

} // namespace

std::optional<std::int64_t> binaryInteger(std::string_view bytes)
{
    if (bytes.size() != 2 && bytes.size() != 4 && bytes.size() != 8)
        return {};
    std::uint64_t value = static_cast<signed char>(bytes.front()) < 0 ? ~std::uint64_t(0) : 0;
    for (const char c : bytes)
        value = value << 8 | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(value);
}

// Microseconds since 2000-01-01; the infinities are beyond what a calendar can hold.
std::optional<support::Time> binaryTime(std::string_view bytes)
{
    constexpr support::Time begin = std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);
    constexpr support::Time first = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
    constexpr support::Time last = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
    const auto micros = binaryInteger(bytes);
    if (bytes.size() != 8 || *micros > (last - begin).count() || *micros < (first - begin).count())
        return {};
    return begin + std::chrono::microseconds(*micros);
}

std::string arrayLiteral(const std::vector<std::string> &values)
{
    std::string literal = "{";
    for (const std::string &value : values)
        appendElement(literal, value);
    return literal + "}";
}

std::string arrayLiteral(const std::vector<Param> &values)
{
    std::string literal = "{";
    for (const Param &value : values) {
        if (value.text())
            appendElement(literal, *value.text());
        else
            literal += literal.size() > 1 ? ",NULL" : "NULL";
    }
    return literal + "}";
}

void Columns::appendTo(Params &params) const
{
    for (const auto &column : m_columns)
        params.emplace_back(arrayLiteral(column));
}

std::string arrayLiteral(const std::vector<Uuid> &values)
{
    std::string literal = "{";
    for (const Uuid &value : values)
        literal += (literal.size() > 1 ? "," : "") + value.text();
    return literal + "}";
}

std::optional<std::string_view> Row::cell(int column) const
{
    const pg_result *result = m_rows->m_result.get();
    if (column >= PQnfields(result) || PQgetisnull(result, m_index, column) != 0)
        return {};
    return std::string_view(PQgetvalue(result, m_index, column),
                            static_cast<std::size_t>(PQgetlength(result, m_index, column)));
}

bool Row::isBinary() const
{
    return PQbinaryTuples(m_rows->m_result.get()) != 0;
}

bool Row::isNull(std::string_view column) const
{
    const pg_result *result = m_rows->m_result.get();
    const int index = PQfnumber(result, std::string(column).c_str());
    return index < 0 || PQgetisnull(result, m_index, index) != 0;
}

std::string_view Row::view(std::string_view column) const
{
    const pg_result *result = m_rows->m_result.get();
    const int index = PQfnumber(result, std::string(column).c_str());
    if (index < 0 || PQgetisnull(result, m_index, index) != 0)
        return {};
    return {PQgetvalue(result, m_index, index), static_cast<std::size_t>(PQgetlength(result, m_index, index))};
}

std::optional<std::string> Row::optionalText(std::string_view column) const
{
    if (isNull(column))
        return {};
    return text(column);
}

std::int64_t Row::integer(std::string_view column) const
{
    return optionalInteger(column).value_or(0);
}

std::optional<std::int64_t> Row::optionalInteger(std::string_view column) const
{
    const std::string_view digits = view(column);
    if (isBinary())
        return binaryInteger(digits);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc())
        return {};
    return value;
}

bool Row::boolean(std::string_view column) const
{
    const auto value = view(column);
    return isBinary() ? value == std::string_view("\1", 1) : value == "t";
}

Uuid Row::uuid(std::string_view column) const
{
    return optionalUuid(column).value_or(Uuid());
}

std::optional<Uuid> Row::optionalUuid(std::string_view column) const
{
    const auto value = view(column);
    Uuid id;
    if (!isBinary() || value.size() != id.bytes.size())
        return Uuid::parse(value);
    std::ranges::copy(value, id.bytes.begin());
    return id;
}

support::Time Row::time(std::string_view column) const
{
    const auto value = view(column);
    return (isBinary() ? binaryTime(value) : support::parseTime(value)).value_or(support::Time());
}

std::string Row::wireTime(std::string_view column) const
{
    return isNull(column) ? std::string() : support::formatTime(time(column));
}

Rows::Rows(pg_result *owned) : m_result(owned, PQclear) {}

std::size_t Rows::size() const
{
    return static_cast<std::size_t>(PQntuples(m_result.get()));
}

std::size_t Rows::affected() const
{
    const std::string_view digits = m_result ? PQcmdTuples(m_result.get()) : "";
    std::size_t count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return count;
}

} // namespace learnlab::server::store
