#include "target.h"

#include <server/domain/foreign_names.h>
#include <server/domain/names.h>
#include <server/support/bytes.h>

namespace learnlab::server::adopt {
namespace {

constexpr std::size_t mostKey = 512;

std::optional<std::string> cut(const std::optional<std::string> &text, std::size_t most)
{
    return text ? std::optional(domain::shortened(*text, most)) : std::nullopt;
}

bool isBcrypt(std::string_view hash)
{
    return hash.size() == 60 && (hash.starts_with("$2a$") || hash.starts_with("$2b$") || hash.starts_with("$2y$"));
}

} // namespace

Task<Result<void>> Target::begin()
{
    if (m_apply)
        co_return Result<void>();
    auto begun = co_await m_db->execute("BEGIN");
    if (!begun)
        co_return fail(std::move(begun.error()));
    co_return Result<void>();
}

Task<Result<void>> Target::end()
{
    if (m_apply)
        co_return Result<void>();
    auto back = co_await m_db->execute("ROLLBACK");
    if (!back)
        co_return fail(std::move(back.error()));
    co_return Result<void>();
}

Task<Result<void>> Target::beginBatch()
{
    if (!m_apply)
        co_return Result<void>();
    auto begun = co_await m_db->execute("BEGIN");
    if (!begun)
        co_return fail(std::move(begun.error()));
    co_return Result<void>();
}

Task<Result<void>> Target::endBatch()
{
    if (!m_apply)
        co_return Result<void>();
    auto done = co_await m_db->execute("COMMIT");
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

std::vector<std::optional<Uuid>> Target::idsOf(const store::Rows &rows, Tally &tally)
{
    std::vector<std::optional<Uuid>> ids;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ids.push_back(rows[i].optionalUuid("id"));
        ++tally.found;
        if (!ids.back()) {
            ++tally.refused;
            m_report.note("id_is_no_uuid", rows[i].text("id"));
        }
    }
    return ids;
}

Task<Result<std::set<Uuid>>> Target::knownIds(std::string table, std::vector<Uuid> ids)
{
    auto rows =
        co_await m_db->query("SELECT id FROM " + table + " WHERE id = ANY($1::uuid[])", store::arrayLiteral(ids));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::set<Uuid> known;
    for (std::size_t i = 0; i < rows->size(); ++i)
        known.insert((*rows)[i].uuid("id"));
    co_return known;
}

Task<Result<bool>> Target::isTaken(std::string column, std::string value)
{
    auto rows = co_await m_db->query("SELECT 1 FROM users WHERE " + column + " = $1 LIMIT 1", value);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return !rows->empty();
}

Task<Result<std::string>> Target::freeUsername(Uuid id, std::string wanted)
{
    constexpr std::size_t most = 50;
    std::string name = domain::shortened(wanted, most);
    if (name.empty())
        name = "user";
    for (int number = 2;; ++number) {
        auto taken = co_await isTaken("username", name);
        if (!taken)
            co_return fail(std::move(taken.error()));
        if (!*taken)
            break;
        const std::string suffix = "-" + std::to_string(number);
        name = domain::shortened(wanted, most - suffix.size()) + suffix;
    }
    if (name != wanted)
        m_report.note("username_changed", id.text());
    co_return name;
}

Task<Result<void>> Target::addUser(Uuid id, store::Row row)
{
    auto username = co_await freeUsername(id, row.text("username"));
    if (!username)
        co_return fail(std::move(username.error()));
    const std::string given = domain::shortened(row.text("email"), 255);
    if (given != row.view("email"))
        m_report.note("email_shortened", id.text());
    auto twin = co_await isTaken("lower(email)", support::asciiLower(given));
    if (!twin)
        co_return fail(std::move(twin.error()));
    // Each of twins signs in by the very spelling that it always had; the first must not take the other's.
    const bool keepsSpelling = *twin || row.boolean("has_twin");
    const std::string email = keepsSpelling ? given : support::asciiLower(given);
    if (*twin) {
        m_report.note("email_twin", id.text());
        auto same = co_await isTaken("email", email);
        if (!same)
            co_return fail(std::move(same.error()));
        if (*same) {
            ++m_report.users.refused;
            m_report.note("email_taken", id.text());
            co_return Result<void>();
        }
    }
    if (!isBcrypt(row.view("password_hash")))
        m_report.note("password_must_be_reset", id.text());
    if (row.view("password_hash").size() > 255 || row.view("full_name").size() > 400)
        m_report.note("text_shortened", id.text());
    const auto fullName = cut(row.optionalText("full_name"), 100);
    const bool active = row.isNull("is_active") || row.boolean("is_active");
    auto added = co_await m_db->query(
        "INSERT INTO users (id, email, username, password_hash, full_name, created_at, updated_at, is_active, "
        "last_login) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, email, *username, domain::shortened(row.text("password_hash"), 255), fullName,
        row.optionalText("created_at"), row.optionalText("updated_at"), active, row.optionalText("last_login"));
    if (!added)
        co_return fail(std::move(added.error()));
    ++m_report.users.adopted;
    co_return Result<void>();
}

Task<Result<void>> Target::addUsers(store::Rows rows)
{
    const auto ids = idsOf(rows, m_report.users);
    std::vector<Uuid> asked;
    for (const auto &id : ids) {
        if (id)
            asked.push_back(*id);
    }
    auto begun = co_await beginBatch();
    if (!begun)
        co_return fail(std::move(begun.error()));
    auto known = co_await knownIds("users", asked);
    if (!known)
        co_return fail(std::move(known.error()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!ids[i])
            continue;
        if (known->contains(*ids[i])) {
            ++m_report.users.there;
            continue;
        }
        auto added = co_await addUser(*ids[i], rows[i]);
        if (!added)
            co_return fail(std::move(added.error()));
    }
    co_return co_await endBatch();
}

Task<Result<void>> Target::addSessions(store::Rows rows)
{
    const auto ids = idsOf(rows, m_report.sessions);
    auto begun = co_await beginBatch();
    if (!begun)
        co_return fail(std::move(begun.error()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows[i];
        const auto user = row.optionalUuid("user_id");
        if (!ids[i])
            continue;
        // Our column holds a digest. Nobody renews by the old token: another program signed it.
        const std::string digest = support::toHex(support::sha256(row.view("refresh_token")));
        const std::string twin = support::toHex(support::sha256(row.text("refresh_token") + ids[i]->text()));
        auto added = co_await m_db->query(
            "INSERT INTO user_sessions (id, user_id, refresh_token, expires_at, created_at, device_info) "
            "SELECT $1, users.id, CASE WHEN EXISTS (SELECT 1 FROM user_sessions WHERE user_id = $2 "
            "AND refresh_token = $3) THEN $4 ELSE $3 END, coalesce($5::timestamptz, CURRENT_TIMESTAMP), $6, $7 "
            "FROM users WHERE users.id = $2 ON CONFLICT (id) DO NOTHING",
            *ids[i], user, digest, twin, row.optionalText("expires_at"), row.optionalText("created_at"),
            cut(row.optionalText("device_info"), 255));
        if (!added)
            co_return fail(std::move(added.error()));
        if (added->affected() > 0) {
            ++m_report.sessions.adopted;
            continue;
        }
        auto known = co_await knownIds("user_sessions", std::vector<Uuid>(1, *ids[i]));
        if (!known)
            co_return fail(std::move(known.error()));
        if (known->empty()) {
            ++m_report.sessions.refused;
            m_report.note("user_is_missing", ids[i]->text());
        } else {
            ++m_report.sessions.there;
        }
    }
    co_return co_await endBatch();
}

Task<Result<void>> Target::readNames(Uuid user)
{
    m_namesOf = user;
    m_names.clear();
    auto rows = co_await m_db->query("SELECT filename FROM files WHERE user_id = $1 AND folder_id IS NULL "
                                     "AND is_deleted = false UNION ALL SELECT name FROM folders WHERE user_id = $1 "
                                     "AND parent_id IS NULL AND NOT trashed",
                                     user);
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i)
        m_names.insert((*rows)[i].text("filename"));
    co_return Result<void>();
}

std::optional<std::string> Target::fileObjection(const store::Row &row) const
{
    if (support::codePoints(row.view("s3_key")) > mostKey)
        return "object_key_too_long";
    if (row.view("s3_key").empty())
        return "object_key_missing";
    if (row.isNull("file_size") || row.integer("file_size") < 0)
        return "size_missing";
    return std::nullopt;
}

std::string Target::nameFor(const std::string &id, const store::Row &row)
{
    std::string name = domain::lawfulName(row.view("filename"));
    if (!row.boolean("is_deleted")) {
        name = domain::freeName(name, false, [this](std::string_view other) { return m_names.contains(other); });
        m_names.insert(name);
    }
    if (name != row.view("filename"))
        m_report.note("name_changed", id);
    return name;
}

Task<Result<void>> Target::addFiles(store::Rows rows)
{
    const auto ids = idsOf(rows, m_report.files);
    std::vector<Uuid> asked;
    std::vector<Uuid> owners;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (ids[i])
            asked.push_back(*ids[i]);
        owners.push_back(rows[i].uuid("user_id"));
    }
    auto begun = co_await beginBatch();
    if (!begun)
        co_return fail(std::move(begun.error()));
    auto known = co_await knownIds("files", asked);
    if (!known)
        co_return fail(std::move(known.error()));
    auto users = co_await knownIds("users", owners);
    if (!users)
        co_return fail(std::move(users.error()));
    store::Columns made;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows[i];
        if (!ids[i])
            continue;
        if (known->contains(*ids[i])) {
            ++m_report.files.there;
            continue;
        }
        auto objection = fileObjection(row);
        if (!users->contains(owners[i]))
            objection = "user_is_missing";
        if (objection) {
            ++m_report.files.refused;
            m_report.note(*objection, ids[i]->text());
            continue;
        }
        if (m_namesOf != owners[i]) {
            auto read = co_await readNames(owners[i]);
            if (!read)
                co_return fail(std::move(read.error()));
        }
        const auto type = cut(row.optionalText("mime_type"), 127);
        made.add(*ids[i], owners[i], nameFor(ids[i]->text(), row), row.text("s3_key"), row.integer("file_size"), type,
                 row.optionalText("created_at"), row.optionalText("updated_at"), row.boolean("is_deleted"));
        ++m_report.files.adopted;
    }
    if (!made.empty()) {
        store::Params params;
        made.appendTo(params);
        auto added = co_await m_db->run(
            "INSERT INTO files (id, user_id, filename, s3_key, file_size, mime_type, created_at, updated_at, "
            "is_deleted, content_modified_at) SELECT made.*, made.created FROM unnest($1::uuid[], $2::uuid[], "
            "$3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::boolean[]) "
            "AS made (id, owner, name, key, size, type, created, updated, deleted)",
            std::move(params));
        if (!added)
            co_return fail(std::move(added.error()));
    }
    co_return co_await endBatch();
}

} // namespace learnlab::server::adopt
