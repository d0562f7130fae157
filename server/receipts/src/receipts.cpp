#include <server/receipts/receipts.h>

#include "inner.h"

#include <server/store/transaction.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <boost/json/array.hpp>

#include <charconv>

namespace learnlab::server::receipts {
namespace {

using Shared = std::shared_ptr<Receipts::Inner>;
using http::Request;
using http::Response;
using Answer = Task<Result<Response>>;

constexpr std::size_t mostLanes = 2;
constexpr std::size_t mostWanted = 1000; // more are asked to come again
constexpr std::chrono::milliseconds shortWait{1500};
constexpr std::chrono::seconds lookEvery{60};
constexpr std::int64_t batchOfRest = 100;
constexpr std::int64_t bytesPerSecond = 200 << 20; // a guess for Retry-After

Task<void> workOff(Shared inner)
{
    while (!inner->queue.empty() && !inner->ended) {
        const auto next = inner->queue.front();
        inner->queue.pop_front();
        auto made = co_await makeReceipts(inner, next->user, next->file);
        if (!made && !inner->ended)
            inner->context.log.warning("receipt_waits", {{"cause", made.error().cause.text}});
        inner->wanted.erase(next->file);
        next->done.cancel();
    }
    --inner->lanes;
}

// Null when too many wait.
std::shared_ptr<Wanted> want(const Shared &inner, Uuid user, Uuid file)
{
    const auto there = inner->wanted.find(file);
    if (there != inner->wanted.end())
        return there->second;
    if (inner->wanted.size() >= mostWanted)
        return nullptr;
    const auto made = std::make_shared<Wanted>(Wanted{
        user, file, boost::asio::steady_timer(inner->context.executor, boost::asio::steady_timer::time_point::max())});
    inner->wanted.emplace(file, made);
    inner->queue.push_back(made);
    if (inner->lanes < mostLanes) {
        ++inner->lanes;
        boost::asio::co_spawn(inner->context.executor, workOff(inner), boost::asio::detached);
    }
    return made;
}

// What nobody asks for: one after the other, when it has rested ten minutes, so that a burst of uploads is not read
// while it is written.
Task<void> lookAfterRest(Shared inner)
{
    while (!inner->ended) {
        inner->pause.expires_after(lookEvery);
        co_await inner->pause.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        for (bool more = true; more && !inner->ended;) {
            auto rows = co_await inner->context.pool.query(
                "SELECT user_id, file_id FROM receipts WHERE state = 'pending' "
                "AND committed_at < CURRENT_TIMESTAMP - INTERVAL '10 minutes' "
                "AND (lease_until IS NULL OR lease_until < clock_timestamp()) ORDER BY committed_at LIMIT $1",
                batchOfRest);
            more = rows && rows->size() == std::size_t(batchOfRest);
            for (std::size_t i = 0; rows && i < rows->size() && !inner->ended; ++i) {
                auto made = co_await makeReceipts(inner, (*rows)[i].uuid("user_id"), (*rows)[i].uuid("file_id"));
                if (!made) { // the store or the database is away: later
                    more = false;
                    break;
                }
            }
        }
    }
}

struct Found
{
    boost::json::array receipts;
    boost::json::array refused;
    std::int64_t pendingBytes = 0;
    bool pending = false;
    bool any = false;
};

Task<Result<Found>> findReceipts(Shared inner, Uuid user, Uuid file)
{
    auto rows = co_await inner->context.pool.query(
        "SELECT revision, committed_at, state, refused, size, payload, signature, key_id FROM receipts "
        "WHERE user_id = $1 AND file_id = $2 ORDER BY revision",
        user, file);
    if (!rows)
        co_return fail(std::move(rows.error()));
    Found found;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        found.any = true;
        if (row.view("state") == "signed") {
            const Receipt receipt{row.text("payload"), row.text("signature"), row.text("key_id")};
            found.receipts.emplace_back(receipt.json());
        } else if (row.view("state") == "refused") {
            found.refused.emplace_back(boost::json::object{{"revision", row.integer("revision")},
                                                           {"committed_at", row.wireTime("committed_at")},
                                                           {"code", row.view("refused")}});
        } else {
            found.pending = true;
            found.pendingBytes += row.integer("size");
        }
    }
    co_return found;
}

Task<Result<bool>> isFileOf(Shared inner, Uuid user, Uuid file)
{
    auto rows = co_await inner->context.pool.query("SELECT 1 FROM files WHERE user_id = $1 AND id = $2", user, file);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return !rows->empty();
}

Task<void> waitShortly(std::shared_ptr<Wanted> wanted, boost::asio::any_io_executor executor)
{
    // A timer of its own: others wait for the same.
    boost::asio::steady_timer patience(executor, shortWait);
    patience.async_wait([wanted](boost::system::error_code error) {
        if (!error)
            wanted->done.cancel();
    });
    co_await wanted->done.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    patience.cancel();
}

Response tell(Found found)
{
    boost::json::object body{{"receipts", std::move(found.receipts)}, {"refused", std::move(found.refused)}};
    if (!found.pending)
        return http::json(200, body);
    const std::int64_t seconds = std::min<std::int64_t>(60, 1 + found.pendingBytes / bytesPerSecond);
    body["retry_after"] = seconds;
    return http::json(202, body).with("Retry-After", std::to_string(seconds));
}

Answer getReceipts(Shared inner, Request &request, Uuid user)
{
    const auto file = request.pathUuid("id");
    if (!file)
        co_return fail(file.error());
    auto found = co_await findReceipts(inner, user, *file);
    if (!found)
        co_return fail(std::move(found.error()));
    if (!found->any) { // a file from before receipts, or from another system, has none
        auto known = co_await isFileOf(inner, user, *file);
        if (!known)
            co_return fail(std::move(known.error()));
        if (!*known)
            co_return fail(support::notFound());
    }
    if (found->pending) {
        const auto wanted = want(inner, user, *file);
        if (wanted)
            co_await waitShortly(wanted, inner->context.executor);
        found = co_await findReceipts(inner, user, *file);
        if (!found)
            co_return fail(std::move(found.error()));
    }
    co_return tell(std::move(*found));
}

// Where a page of all receipts ends; by the table's key.
struct Mark
{
    Uuid file;
    std::int64_t revision = 0;

    [[nodiscard]] std::string text() const { return file.text() + '.' + std::to_string(revision); }
    static std::optional<Mark> parse(std::string_view text)
    {
        const auto dot = text.find('.');
        if (dot == std::string_view::npos)
            return {};
        const auto file = Uuid::parse(text.substr(0, dot));
        const auto number = text.substr(dot + 1);
        Mark mark;
        const auto [end, wrong] = std::from_chars(number.begin(), number.end(), mark.revision);
        if (!file || wrong != std::errc() || end != number.end() || mark.revision < 0)
            return {};
        mark.file = *file;
        return mark;
    }
};

// Those that are not made yet are begun, and counted.
Response tellPage(const Shared &inner, Uuid user, const store::Rows &rows, std::size_t limit)
{
    boost::json::array receipts;
    boost::json::array refused;
    std::int64_t pending = 0;
    const std::size_t shown = std::min(rows.size(), limit);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto row = rows[i];
        if (row.view("state") == "signed") {
            receipts.emplace_back(Receipt{row.text("payload"), row.text("signature"), row.text("key_id")}.json());
        } else if (row.view("state") == "refused") {
            refused.emplace_back(boost::json::object{{"file_id", row.view("file_id")},
                                                     {"name", row.view("name")},
                                                     {"revision", row.integer("revision")},
                                                     {"committed_at", row.wireTime("committed_at")},
                                                     {"code", row.view("refused")}});
        } else {
            ++pending;
            (void)want(inner, user, row.uuid("file_id"));
        }
    }
    boost::json::object body{{"receipts", std::move(receipts)}, {"refused", std::move(refused)}, {"pending", pending}};
    body["after"] = nullptr;
    if (rows.size() > limit)
        body["after"] = Mark{rows[shown - 1].uuid("file_id"), rows[shown - 1].integer("revision")}.text();
    return http::json(200, body);
}

Answer getAllReceipts(Shared inner, Request &request, Uuid user)
{
    const auto limit = request.queryInteger("limit", 200, 1, 500);
    if (!limit)
        co_return fail(limit.error());
    const auto after = request.queryValue("after").value_or("");
    const std::optional<Mark> mark = after.empty() ? Mark{} : Mark::parse(after);
    if (!mark)
        co_return fail(support::malformed("This is no place to go on from.", "after"));
    auto rows = co_await inner->context.pool.query(
        "SELECT file_id, revision, name, committed_at, state, refused, payload, signature, key_id FROM receipts "
        "WHERE user_id = $1 AND (file_id, revision) > ($2, $3::bigint) ORDER BY file_id, revision LIMIT $4",
        user, mark->file, mark->revision, *limit + 1);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return tellPage(inner, user, *rows, static_cast<std::size_t>(*limit));
}

Answer getKeys(Shared inner)
{
    auto rows = co_await inner->context.pool.query(
        "SELECT id, public_key, valid_from, valid_until FROM receipt_keys ORDER BY valid_from DESC, id");
    if (!rows)
        co_return fail(std::move(rows.error()));
    boost::json::array keys;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        PublicKey key{row.text("id"), fromBase64(row.view("public_key")).value_or(""), row.time("valid_from"), {}};
        if (!row.isNull("valid_until"))
            key.until = row.time("valid_until");
        keys.emplace_back(keyJson(key));
    }
    const boost::json::object body{{"server_id", inner->context.serverId.text()}, {"keys", std::move(keys)}};
    co_return http::json(200, body);
}

Task<Result<void>> listKey(store::Connection &db, const SigningKey &key)
{
    const std::string open = toBase64(publicKeyOf(key.seed).value_or(""));
    auto there = co_await db.query("INSERT INTO receipt_keys (id, public_key, valid_from) VALUES ($1, $2, $3) "
                                   "ON CONFLICT (id) DO UPDATE SET valid_until = NULL "
                                   "WHERE receipt_keys.public_key = excluded.public_key RETURNING id",
                                   key.id, open, key.from);
    if (!there)
        co_return fail(std::move(there.error()));
    if (there->empty())
        co_return fail(support::problem(400, "bad_configuration",
                                        "receipts.key_file: its key " + key.id + " is not the one of that name."));
    auto ended = co_await db.query("UPDATE receipt_keys SET valid_until = clock_timestamp() "
                                   "WHERE id <> $1 AND valid_until IS NULL",
                                   key.id);
    if (!ended)
        co_return fail(std::move(ended.error()));
    co_return Result<void>();
}

} // namespace

Receipts::Receipts(ReceiptsContext context, SigningKey key) : m_inner(std::make_shared<Inner>(context, std::move(key)))
{}

Receipts::~Receipts()
{
    stop();
}

Task<Result<void>> Receipts::start()
{
    const auto inner = m_inner;
    const auto body = [inner](store::Connection &db) { return listKey(db, inner->key); };
    auto listed = co_await store::transact(inner->context.pool, body);
    if (!listed)
        co_return fail(std::move(listed.error()));
    boost::asio::co_spawn(inner->context.executor, lookAfterRest(inner), boost::asio::detached);
    co_return Result<void>();
}

void Receipts::stop()
{
    m_inner->ended = true;
    m_inner->pause.cancel();
}

void Receipts::addRoutes(http::Router &router)
{
    const auto inner = m_inner;
    router.add("GET", "/api/v2/files/{id}/receipts",
               auth::signedIn(inner->context.guard, [inner](Request &request, const auth::Principal &who) {
                   return getReceipts(inner, request, who.userId);
               }));
    router.add("GET", "/api/v2/receipts",
               auth::signedIn(inner->context.guard, [inner](Request &request, const auth::Principal &who) {
                   return getAllReceipts(inner, request, who.userId);
               }));
    router.add("GET", "/api/v2/receipt-keys", [inner](Request &) { return getKeys(inner); });
}

} // namespace learnlab::server::receipts
