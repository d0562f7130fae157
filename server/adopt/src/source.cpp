#include "source.h"

#include <array>
#include <span>

namespace learnlab::server::adopt {
namespace {

enum class Kind { Text, Number, Flag, Time };

struct Documented
{
    const char *name;
    Kind kind;
    bool needed;
};

constexpr std::array<Documented, 9> usersColumns{{{"id", Kind::Text, true},
                                                  {"email", Kind::Text, true},
                                                  {"username", Kind::Text, false},
                                                  {"password_hash", Kind::Text, true},
                                                  {"full_name", Kind::Text, false},
                                                  {"created_at", Kind::Time, false},
                                                  {"updated_at", Kind::Time, false},
                                                  {"is_active", Kind::Flag, false},
                                                  {"last_login", Kind::Time, false}}};
constexpr std::array<Documented, 6> sessionsColumns{{{"id", Kind::Text, true},
                                                     {"user_id", Kind::Text, true},
                                                     {"refresh_token", Kind::Text, true},
                                                     {"expires_at", Kind::Time, false},
                                                     {"created_at", Kind::Time, false},
                                                     {"device_info", Kind::Text, false}}};
constexpr std::array<Documented, 9> filesColumns{{{"id", Kind::Text, true},
                                                  {"user_id", Kind::Text, true},
                                                  {"filename", Kind::Text, true},
                                                  {"s3_key", Kind::Text, true},
                                                  {"file_size", Kind::Number, true},
                                                  {"mime_type", Kind::Text, false},
                                                  {"created_at", Kind::Time, false},
                                                  {"updated_at", Kind::Time, false},
                                                  {"is_deleted", Kind::Flag, false}}};

std::span<const Documented> documented(std::string_view table)
{
    if (table == "users")
        return usersColumns;
    if (table == "user_sessions")
        return sessionsColumns;
    return filesColumns;
}

// What the column is as text, a number, a truth or a time with a zone.
std::string asWanted(const Documented &column, const std::string &type)
{
    const std::string name = column.name;
    switch (column.kind) {
    case Kind::Text:
        return name + "::text";
    case Kind::Number:
        return name + "::bigint";
    case Kind::Flag:
        return type == "boolean" ? name : "(" + name + "::text IN ('1', 't', 'true'))";
    case Kind::Time:
        break;
    }
    return type == "timestamp without time zone" ? "(" + name + " AT TIME ZONE 'UTC')" : name + "::timestamptz";
}

const char *order(std::string_view table)
{
    if (table == "users")
        return "created_at, id"; // of twins the oldest keeps its name
    return table == "user_sessions" ? "user_id, id" : "user_id, created_at, id";
}

Problem impossible(std::string why)
{
    return support::problem(400, "adopt_impossible", std::move(why));
}

Task<Result<Columns>> readColumns(store::Lease &db, std::string table)
{
    auto rows =
        co_await db->query("SELECT attname::text AS name, format_type(atttypid, NULL) AS type FROM pg_attribute "
                           "WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped",
                           table);
    if (!rows)
        co_return fail(std::move(rows.error()));
    Columns columns;
    for (std::size_t i = 0; i < rows->size(); ++i)
        columns.emplace((*rows)[i].text("name"), (*rows)[i].text("type"));
    co_return columns;
}

// What is said of a row beyond its columns.
std::string beside(const std::string &table)
{
    return table == "users" ? ", count(*) OVER (PARTITION BY lower(email)) > 1 AS has_twin" : "";
}

} // namespace

std::string selection(const std::string &table, const Columns &columns)
{
    std::string text;
    for (const auto &column : documented(table)) {
        const auto there = columns.find(column.name);
        if (there == columns.end() && column.needed)
            return {};
        text += (text.empty() ? "" : ", ") + (there == columns.end() ? "NULL" : asWanted(column, there->second)) +
                " AS " + column.name;
    }
    return text;
}

Task<Result<std::unique_ptr<Source>>> Source::open(store::Pool &pool)
{
    auto lease = co_await pool.acquire();
    if (!lease)
        co_return fail(impossible("The database that --from names cannot be reached."));
    std::unique_ptr<Source> source(new Source(std::move(*lease)));
    auto begun = co_await source->m_db->execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun)
        co_return fail(std::move(begun.error()));
    auto ours = co_await readColumns(source->m_db, "user_feed");
    if (!ours)
        co_return fail(std::move(ours.error()));
    if (!ours->empty())
        co_return fail(impossible("The database that --from names is one of learnlab-server already: move it with "
                                  "backup and restore."));
    for (const char *table : {"users", "user_sessions", "files"}) {
        auto columns = co_await readColumns(source->m_db, table);
        if (!columns)
            co_return fail(std::move(columns.error()));
        // Nobody may ever have signed in with sessions that are kept, but without users and files it is something else.
        if (selection(table, *columns).empty() && (std::string_view(table) != "user_sessions" || !columns->empty()))
            co_return fail(impossible("The database that --from names has no table " + std::string(table) +
                                      " with the columns that docs/database.md tells."));
        source->m_tables.emplace(table, std::move(*columns));
    }
    co_return source;
}

Task<Result<void>> Source::begin(std::string table)
{
    const Columns &columns = m_tables.at(table);
    std::string sql = "CLOSE ALL; DECLARE adopted CURSOR FOR SELECT * FROM (SELECT ";
    if (columns.empty())
        sql += "NULL AS id WHERE false) AS nothing";
    else
        sql += selection(table, columns) + beside(table) + " FROM " + table + ") AS theirs ORDER BY " + order(table);
    auto declared = co_await m_db->execute(sql);
    if (!declared)
        co_return fail(std::move(declared.error()));
    co_return Result<void>();
}

Task<Result<store::Rows>> Source::next()
{
    co_return co_await m_db->execute("FETCH 500 FROM adopted");
}

} // namespace learnlab::server::adopt
