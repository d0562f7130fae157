#pragma once
// What a statement answered, and what it is given. Values travel as text; null is std::nullopt.

#include <server/support/result.h>
#include <server/support/time.h>
#include <server/support/uuid.h>

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_result;

namespace learnlab::server::store {

using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

// One parameter of a statement. Text must hold no NUL (Members refuses it); it would end there.
class Param
{
public:
    Param(std::nullopt_t) {}
    Param(std::string text) : m_text(std::move(text)) {}
    Param(std::string_view text) : m_text(text) {}
    Param(const char *text) : m_text(text) {}
    Param(bool flag) : m_text(flag ? "t" : "f") {}
    Param(const Uuid &id) : m_text(id.text()) {}
    Param(support::Time time) : m_text(support::formatTime(time)) {}
    template <std::integral T>
    Param(T number) : m_text(std::to_string(number))
    {}
    template <typename T>
    Param(const std::optional<T> &value)
    {
        if (value)
            m_text = std::move(Param(*value).m_text);
    }
    [[nodiscard]] const std::optional<std::string> &text() const { return m_text; }

private:
    std::optional<std::string> m_text;
};
using Params = std::vector<Param>;

// {a,b,c} for a parameter cast with ::uuid[] or ::bigint[] or ::text[].
[[nodiscard]] std::string arrayLiteral(const std::vector<std::string> &values);
[[nodiscard]] std::string arrayLiteral(const std::vector<Uuid> &values);
[[nodiscard]] std::string arrayLiteral(const std::vector<Param> &values); // nulls too

// Rows for one statement, as arrays for its unnest(): a round trip for each row is most of what small rows cost.
class Columns
{
public:
    template <typename... Values>
    void add(Values &&...values)
    {
        m_columns.resize(sizeof...(values));
        std::size_t i = 0;
        (m_columns[i++].emplace_back(std::forward<Values>(values)), ...);
    }
    [[nodiscard]] bool empty() const { return m_columns.empty(); }
    void appendTo(Params &params) const; // one parameter for each column

private:
    std::vector<std::vector<Param>> m_columns;
};

class Rows;

// How values come from the database. They go to it as text always.
enum class Form { Text, Binary };

// A bigint, integer or smallint of a binary answer, and a timestamptz; nothing when they have another length.
[[nodiscard]] std::optional<std::int64_t> binaryInteger(std::string_view bytes);
[[nodiscard]] std::optional<support::Time> binaryTime(std::string_view bytes);

// One row; valid while its Rows lives. Columns by name (the program's own: an unknown name is a programming error and
// reads as null). Of a binary answer integer(), boolean(), uuid() and time() may be asked, view() and text() only of
// columns that are text.
class Row
{
public:
    // By its place in the statement; nothing when null. For the loops over thousands of rows.
    [[nodiscard]] std::optional<std::string_view> cell(int column) const;
    [[nodiscard]] bool isBinary() const;
    [[nodiscard]] bool isNull(std::string_view column) const;
    [[nodiscard]] std::string_view view(std::string_view column) const; // empty when null
    [[nodiscard]] std::string text(std::string_view column) const { return std::string(view(column)); }
    [[nodiscard]] std::optional<std::string> optionalText(std::string_view column) const;
    [[nodiscard]] std::int64_t integer(std::string_view column) const; // 0 when null
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::string_view column) const;
    [[nodiscard]] bool boolean(std::string_view column) const; // false when null
    [[nodiscard]] Uuid uuid(std::string_view column) const;
    [[nodiscard]] std::optional<Uuid> optionalUuid(std::string_view column) const;
    [[nodiscard]] support::Time time(std::string_view column) const;   // of a timestamptz
    [[nodiscard]] std::string wireTime(std::string_view column) const; // RFC 3339; empty when null

private:
    friend class Rows;
    Row(const Rows &rows, int index) : m_rows(&rows), m_index(index) {}
    const Rows *m_rows;
    int m_index;
};

class Rows
{
public:
    Rows() = default;
    explicit Rows(pg_result *owned);
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Row operator[](std::size_t index) const { return Row(*this, static_cast<int>(index)); }
    [[nodiscard]] Row front() const { return (*this)[0]; }
    [[nodiscard]] std::size_t affected() const; // rows inserted, updated, deleted or selected

private:
    friend class Row;
    std::shared_ptr<pg_result> m_result;
};

} // namespace learnlab::server::store
