// The feed: what changed after a cursor, read in one snapshot, with a long poll around it.

#include "cursor.h"
#include "feed_links.h"
#include "room.h"
#include "rows_json.h"
#include "rows_text.h"
#include "usage.h"

#include <server/store/transaction.h>

#include <algorithm>

namespace learnlab::server::files {

namespace {

struct ChangesRequest
{
    Uuid user;
    std::optional<Cursor> after; // nothing: from 0
    std::int64_t limit = 0;
    std::int64_t usualQuota = 0;
    LinkRows links;
};

struct Page
{
    std::string body;
    std::int64_t head = 0;
    bool empty = false;
};

Problem unknownCursor()
{
    return problem(410, "cursor_unknown", "The feed does not go on from here; read it from the start.");
}

Task<Result<FeedHead>> readHead(store::Connection &db, Uuid user)
{
    auto rows =
        co_await db.query("SELECT head, epoch, oldest, profile_revision FROM user_feed WHERE user_id = $1", user);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::internal("a user without a feed"));
    const auto row = rows->front();
    co_return FeedHead{row.text("epoch"), row.integer("head"), row.integer("oldest"), row.integer("profile_revision")};
}

// The rows of the four kinds after the cursor, as many of each as the page may hold and one more.
struct Rows
{
    store::Rows folders;
    store::Rows files;
    store::Rows removed;
    store::Rows links;

    // The revision of the last row of a page of `limit`, nothing when all of them fit.
    [[nodiscard]] std::optional<std::int64_t> cut(std::int64_t limit) const
    {
        std::vector<std::int64_t> revisions;
        for (const auto *rows : {&folders, &files, &removed, &links}) {
            for (std::size_t i = 0; i < rows->size(); ++i)
                revisions.push_back((*rows)[i].integer("revision"));
        }
        if (static_cast<std::int64_t>(revisions.size()) <= limit)
            return std::nullopt;
        const auto last = revisions.begin() + (limit - 1);
        std::ranges::nth_element(revisions, last);
        return *last;
    }
};

Task<Result<Rows>> readRows(store::Connection &db, const LinkRows &linkRows, Uuid user, Cursor after,
                            std::int64_t limit)
{
    static const std::string foldersSql = sql(
        {"SELECT ", folderColumns, " FROM folders WHERE user_id = $1 AND revision > $2 ORDER BY revision LIMIT $3"});
    static const std::string filesSql =
        sql({"SELECT ", fileColumns, " FROM files WHERE user_id = $1 AND revision > $2 ORDER BY revision LIMIT $3"});
    Rows out;
    auto folders = co_await db.queryBinary(foldersSql, user, after.revision, limit + 1);
    if (!folders)
        co_return fail(std::move(folders.error()));
    out.folders = std::move(*folders);
    auto files = co_await db.queryBinary(filesSql, user, after.revision, limit + 1);
    if (!files)
        co_return fail(std::move(files.error()));
    out.files = std::move(*files);
    auto removed = co_await db.queryBinary(
        "SELECT kind, id, revision FROM tombstones WHERE user_id = $1 AND revision > $2 ORDER BY revision LIMIT $3",
        user, std::max(after.revision, after.base), limit + 1);
    if (!removed)
        co_return fail(std::move(removed.error()));
    out.removed = std::move(*removed);
    auto links = co_await readLinks(db, linkRows, user, after, limit);
    if (!links)
        co_return fail(std::move(links.error()));
    out.links = std::move(*links);
    co_return out;
}

// They come in the order of their revisions.
std::size_t rowsUpTo(const store::Rows &rows, std::int64_t last)
{
    std::size_t first = 0;
    for (std::size_t count = rows.size(); count > 0;) {
        const auto half = count / 2;
        if (rows[first + half].integer("revision") <= last) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

// Without its end, so that members can follow.
std::string pageText(const Rows &rows, const Cursor &next, bool more, std::int64_t last, const LinkRows &links)
{
    std::string text = "{\"cursor\":";
    appendQuoted(text, next.text());
    text += more ? ",\"more\":true,\"epoch\":" : ",\"more\":false,\"epoch\":";
    appendQuoted(text, next.epoch);
    text += ',';
    appendRows(text, "folders", rows.folders, rowsUpTo(rows.folders, last), appendFolder);
    text += ',';
    appendRows(text, "files", rows.files, rowsUpTo(rows.files, last), appendFile);
    text += ',';
    appendRows(text, "removed", rows.removed, rowsUpTo(rows.removed, last), appendRemoved);
    text += ',';
    appendLinks(text, rows.links, rowsUpTo(rows.links, last), links);
    return text;
}

Task<Result<boost::json::object>> readProfile(store::Connection &db, Uuid user)
{
    auto rows = co_await db.query("SELECT id, email, username, full_name, coalesce(is_active, true) AS is_active, "
                                  "coalesce(created_at, 'epoch') AS created_at, last_login FROM users WHERE id = $1",
                                  user);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::notFound());
    const auto row = rows->front();
    boost::json::object out{{"id", row.view("id")},
                            {"email", row.view("email")},
                            {"username", row.view("username")},
                            {"full_name", nullptr},
                            {"is_active", row.boolean("is_active")},
                            {"created_at", row.wireTime("created_at")},
                            {"last_login", nullptr}};
    if (!row.isNull("full_name"))
        out["full_name"] = row.view("full_name");
    if (!row.isNull("last_login"))
        out["last_login"] = row.wireTime("last_login");
    co_return out;
}

Task<Result<Page>> readPage(store::Connection &db, const ChangesRequest &asked)
{
    auto feed = co_await readHead(db, asked.user);
    if (!feed)
        co_return fail(std::move(feed.error()));
    const Cursor after = asked.after.value_or(Cursor{feed->epoch, 0, feed->head});
    if (asked.after && !isKnown(after, *feed))
        co_return fail(unknownCursor());
    auto rows = co_await readRows(db, asked.links, asked.user, after, asked.limit);
    if (!rows)
        co_return fail(std::move(rows.error()));

    const auto cut = rows->cut(asked.limit);
    const auto last = cut.value_or(feed->head);
    const Cursor next{feed->epoch, last, cut ? after.base : 0};
    Page page;
    page.head = feed->head;
    page.empty = asked.after && last == after.revision;
    page.body = pageText(*rows, next, cut.has_value(), last, asked.links);
    if (page.empty || cut) {
        page.body += '}';
        co_return page;
    }
    // The small things that belong to the whole come with the last page.
    if (!asked.after || asked.after->base > 0 || feed->profileRevision > after.revision) {
        auto profile = co_await readProfile(db, asked.user);
        if (!profile)
            co_return fail(std::move(profile.error()));
        page.body += ",\"profile\":" + boost::json::serialize(*profile);
    }
    auto usage = co_await readUsage(db, asked.user, asked.usualQuota);
    if (!usage)
        co_return fail(std::move(usage.error()));
    page.body += ",\"usage\":" + boost::json::serialize(usage->json()) + '}';
    co_return page;
}

Task<Result<Page>> readSnapshot(Room &room, ChangesRequest asked)
{
    co_return co_await store::transact(
        room.pool, [&asked](store::Connection &db) { return readPage(db, asked); },
        store::Isolation::RepeatableReadOnly);
}

Result<ChangesRequest> parseRequest(const Request &request, const Principal &who, std::int64_t usualQuota)
{
    ChangesRequest asked;
    asked.user = who.userId;
    asked.usualQuota = usualQuota;
    const auto limit = request.queryInteger("limit", 1000, 1, 5000);
    if (!limit)
        return fail(limit.error());
    asked.limit = *limit;
    const auto after = request.queryValue("after").value_or("");
    if (!after.empty()) {
        asked.after = Cursor::parse(after);
        if (!asked.after)
            return fail(unknownCursor());
    }
    return asked;
}

} // namespace

Task<Result<Response>> getChanges(Room &room, Request &request, Principal who)
{
    auto asked = parseRequest(request, who, room.config.quotaBytes);
    if (!asked)
        co_return fail(std::move(asked.error()));
    asked->links = room.links;
    const auto wait = request.queryInteger("wait", 0, 0, 50);
    if (!wait)
        co_return fail(wait.error());
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(*wait);
    FeedHub::Waiter waiter(room.hub, who.userId, request.stop);
    for (;;) {
        waiter.reset();
        auto page = co_await readSnapshot(room, *asked);
        if (!page)
            co_return fail(std::move(page.error()));
        if (!page->empty || waiter.stopped() || std::chrono::steady_clock::now() >= until)
            co_return jsonText(std::move(page->body));
        waiter.seen(page->head);
        // In slices: a session that was ended elsewhere is noticed soon.
        co_await waiter.sleep(std::min(until, std::chrono::steady_clock::now() + std::chrono::seconds(10)));
        auto still = co_await room.guard.authenticate(request); // the session may have ended meanwhile
        if (!still)
            co_return fail(std::move(still.error()));
    }
}

} // namespace learnlab::server::files
