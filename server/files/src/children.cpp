// What is in a folder now, by name, folders first; a page goes on where the last one ended.

#include "places.h"
#include "rows_text.h"

#include <server/support/bytes.h>

namespace learnlab::server::files {

namespace {

// The last row of a page: its kind, name and id.
struct Mark
{
    bool inFiles = false;
    std::string name;
    std::string id = "00000000-0000-0000-0000-000000000000";

    [[nodiscard]] std::string text() const { return support::toBase64Url((inFiles ? "f" : "d") + id + name); }
    [[nodiscard]] static std::optional<Mark> parse(std::string_view text)
    {
        const auto bytes = support::fromBase64Url(text);
        if (!bytes || bytes->size() < 37 || (bytes->front() != 'f' && bytes->front() != 'd'))
            return std::nullopt;
        Mark mark{bytes->front() == 'f', bytes->substr(37), bytes->substr(1, 36)};
        if (!Uuid::parse(mark.id) || !support::isUtf8(mark.name) || mark.name.find('\0') != std::string::npos)
            return std::nullopt;
        return mark;
    }
};

struct Listing
{
    Uuid user;
    std::optional<Uuid> folder;
    Mark after;
    std::int64_t limit = 0;
};

Task<Result<store::Rows>> listFolders(store::Connection &db, const Listing &asked)
{
    static const std::string below =
        sql({"SELECT ", folderColumns,
             " FROM folders WHERE user_id = $1 AND parent_id = $2 AND NOT trashed "
             "AND (name COLLATE \"C\", id) > ($3, $4::uuid) ORDER BY name COLLATE \"C\", id LIMIT $5"});
    static const std::string inRoot =
        sql({"SELECT ", folderColumns,
             " FROM folders WHERE user_id = $1 AND parent_id IS NULL AND $2::uuid IS NULL AND NOT trashed "
             "AND (name COLLATE \"C\", id) > ($3, $4::uuid) ORDER BY name COLLATE \"C\", id LIMIT $5"});
    co_return co_await db.queryBinary(asked.folder ? below : inRoot, asked.user, asked.folder, asked.after.name,
                                      asked.after.id, asked.limit + 1);
}

Task<Result<store::Rows>> listFiles(store::Connection &db, const Listing &asked, Mark after, std::int64_t limit)
{
    static const std::string below =
        sql({"SELECT ", fileColumns,
             " FROM files WHERE user_id = $1 AND folder_id = $2 AND is_deleted = false "
             "AND (filename COLLATE \"C\", id) > ($3, $4::uuid) ORDER BY filename COLLATE \"C\", id LIMIT $5"});
    static const std::string inRoot =
        sql({"SELECT ", fileColumns,
             " FROM files WHERE user_id = $1 AND folder_id IS NULL AND $2::uuid IS NULL AND is_deleted = false "
             "AND (filename COLLATE \"C\", id) > ($3, $4::uuid) ORDER BY filename COLLATE \"C\", id LIMIT $5"});
    co_return co_await db.queryBinary(asked.folder ? below : inRoot, asked.user, asked.folder, after.name, after.id,
                                      limit + 1);
}

Task<Result<std::string>> list(store::Connection &db, Listing asked)
{
    const auto most = static_cast<std::size_t>(asked.limit);
    std::string text = "{";
    std::size_t left = most;
    std::optional<Mark> next;
    store::Rows folders;
    if (!asked.after.inFiles) {
        auto rows = co_await listFolders(db, asked);
        if (!rows)
            co_return fail(std::move(rows.error()));
        folders = std::move(*rows);
        left -= std::min(folders.size(), most);
        if (folders.size() > most)
            next = Mark{false, folders[most - 1].text("name"), folders[most - 1].uuid("id").text()};
    }
    appendRows(text, "folders", folders, most - left, appendFolder);
    text += ',';
    store::Rows files;
    if (!next) { // with no room left, whether there is a file at all
        Mark last;
        last.inFiles = true;
        if (asked.after.inFiles)
            last = asked.after;
        auto rows = co_await listFiles(db, asked, last, static_cast<std::int64_t>(left));
        if (!rows)
            co_return fail(std::move(rows.error()));
        files = std::move(*rows);
        if (files.size() > left && left > 0)
            last = Mark{true, files[left - 1].text("filename"), files[left - 1].uuid("id").text()};
        if (files.size() > left)
            next = last;
    }
    if (folders.empty() && files.empty()) { // whatever holds something is there
        auto place = co_await findPlace(db, asked.user, asked.folder);
        if (!place)
            co_return fail(std::move(place.error()));
        if (!place->exists)
            co_return fail(support::notFound());
    }
    appendRows(text, "files", files, std::min(files.size(), left), appendFile);
    text += ",\"next\":";
    if (next)
        appendQuoted(text, next->text());
    else
        text += "null";
    text += '}';
    co_return text;
}

} // namespace

Task<Result<Response>> getChildren(Room &room, Request &request, Principal who)
{
    Listing asked;
    asked.user = who.userId;
    if (request.pathValue("id") != "root") {
        const auto id = request.pathUuid("id");
        if (!id)
            co_return fail(id.error());
        asked.folder = *id;
    }
    if (request.queryValue("sort").value_or("name") != "name")
        co_return fail(support::malformed("The order is name.", "sort"));
    const auto limit = request.queryInteger("limit", 200, 1, 1000);
    if (!limit)
        co_return fail(limit.error());
    asked.limit = *limit;
    const auto after = request.queryValue("after").value_or("");
    if (!after.empty()) {
        const auto mark = Mark::parse(after);
        if (!mark)
            co_return fail(support::malformed("This is no place to go on from.", "after"));
        asked.after = *mark;
    }
    auto lease = co_await room.pool.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    auto body = co_await list(**lease, asked);
    if (!body)
        co_return fail(std::move(body.error()));
    co_return jsonText(std::move(*body));
}

} // namespace learnlab::server::files
