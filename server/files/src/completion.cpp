// POST /uploads/complete. The work goes on when the client does not wait for it: a repeat of the request finds
// `pending` until it is over, then the result.

#include "completion.h"

#include <server/support/bytes.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace learnlab::server::files {

namespace {

constexpr std::chrono::seconds patience{20};

struct Work
{
    Work(Room &owner, CompletionBatch claimed)
        : room(owner), batch(std::move(claimed)), finished(owner.executor), renewal(owner.executor)
    {}
    Room &room;
    CompletionBatch batch;
    std::optional<Problem> failed; // of the server's own
    bool done = false;
    boost::asio::steady_timer finished; // cancelled when done
    boost::asio::steady_timer renewal;  // of the lease; cancelled when done
};

Task<void> keepLease(std::shared_ptr<Work> work)
{
    while (!work->done) {
        work->renewal.expires_after(std::chrono::seconds(leaseSeconds / 3));
        co_await work->renewal.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        if (work->done)
            break;
        auto renewed = co_await work->room.pool.query(
            "UPDATE uploads SET lease_until = clock_timestamp() + $3 * INTERVAL '1 second' "
            "WHERE user_id = $1 AND lease = $2 AND state = 'completing'",
            work->batch.user, work->batch.lease, leaseSeconds);
        if (!renewed)
            work->room.log.warning("upload_lease_not_renewed");
    }
}

Task<Result<void>> storeBytes(Room &room, CompletionBatch &batch)
{
    std::vector<objects::Completion> wanted;
    std::vector<CompletionItem *> waiting;
    for (auto &item : batch.items) {
        if (!item.open() || item.upload->method == domain::UploadMethod::Present)
            continue;
        const auto key = item.upload->key();
        if (!key) {
            item.refuse(problem(409, "object_missing", "The bytes are not here."));
            continue;
        }
        const bool parts = item.upload->method == domain::UploadMethod::Multipart;
        wanted.push_back(
            {*key, item.upload->size, item.sha256, parts ? item.upload->partSize : 0, item.etag, item.partEtags});
        waiting.push_back(&item);
    }
    if (wanted.empty())
        co_return Result<void>();
    auto stored = co_await room.objects.complete(std::move(wanted));
    if (!stored)
        co_return fail(std::move(stored.error()));
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if ((*stored)[i])
            waiting[i]->stored = std::move(*(*stored)[i]);
        else
            waiting[i]->refuse((*stored)[i].error());
    }
    co_return Result<void>();
}

Task<void> finish(std::shared_ptr<Work> work)
{
    auto stored = co_await storeBytes(work->room, work->batch);
    if (!stored) {
        for (auto &item : work->batch.items) {
            if (item.open())
                item.refuse(stored.error());
        }
    }
    auto committed = co_await commitUploads(work->room, work->batch);
    if (!committed)
        work->failed = std::move(committed.error());
    work->done = true;
    work->finished.cancel();
    work->renewal.cancel();
}

// "parts": [{"number", "etag"}], in any order.
Result<std::vector<std::string>> parsePartEtags(const http::Members &item, const std::string &prefix)
{
    std::vector<std::string> etags;
    if (!item.find("parts"))
        return etags;
    const auto parts = item.requireArray("parts", domain::mostParts);
    if (!parts)
        return fail(parts.error());
    for (std::size_t i = 0; i < (*parts)->size(); ++i) {
        const auto *object = (**parts)[i].if_object();
        if (!object)
            return fail(item.wrong("parts", "Each part is an object."));
        const http::Members part(*object, prefix + "parts[" + std::to_string(i) + "].");
        const auto number = part.requireInteger("number");
        if (!number)
            return fail(number.error());
        const auto etag = part.requireText("etag");
        if (!etag)
            return fail(etag.error());
        if (*number < 1 || *number > domain::mostParts)
            return fail(part.wrong("number", "There is no such part."));
        etags.resize(std::max(etags.size(), static_cast<std::size_t>(*number)));
        etags[static_cast<std::size_t>(*number) - 1] = *etag;
    }
    return etags;
}

Result<CompletionItem> parseItem(const boost::json::value &value, const std::string &prefix)
{
    const auto *object = value.if_object();
    if (!object)
        return fail(support::malformed("Each upload is an object.", prefix.substr(0, prefix.size() - 1)));
    const http::Members item(*object, prefix);
    CompletionItem parsed;
    const auto id = item.requireUuid("upload_id");
    if (!id)
        return fail(id.error());
    parsed.id = *id;
    const auto digest = item.requireText("sha256");
    if (!digest)
        return fail(digest.error());
    if (!support::isLowerHexDigest(*digest))
        return fail(item.wrong("sha256", "A digest is 64 lower-case hex digits."));
    parsed.sha256 = *digest;
    auto etag = item.optionalText("etag");
    if (!etag)
        return fail(std::move(etag.error()));
    parsed.etag = etag->value_or(std::string());
    auto partEtags = parsePartEtags(item, prefix);
    if (!partEtags)
        return fail(std::move(partEtags.error()));
    parsed.partEtags = std::move(*partEtags);
    return parsed;
}

Task<void> waitFor(const std::shared_ptr<Work> &work, std::stop_token stop)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!work->done && !stop.stop_requested() && std::chrono::steady_clock::now() < until) {
        work->finished.expires_at(until);
        const std::stop_callback onStop(stop, [&work] { work->finished.cancel(); });
        co_await work->finished.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }
}

Result<Response> answer(const Work &work)
{
    if (work.failed)
        return fail(*work.failed);
    boost::json::array results;
    for (const auto &item : work.batch.items) {
        if (work.done && !item.open())
            results.emplace_back(item.answer);
        else
            results.emplace_back(
                boost::json::object{{"upload_id", item.id.text()}, {"status", "pending"}, {"retry_after", 1}});
    }
    return http::json(200, boost::json::object{{"results", std::move(results)}});
}

} // namespace

Task<Result<Response>> postComplete(Room &room, Request &request, Principal who)
{
    auto body = http::jsonBody(request);
    if (!body)
        co_return fail(std::move(body.error()));
    const auto items = http::Members(*body).requireArray("uploads", static_cast<std::size_t>(room.config.maxBatch));
    if (!items)
        co_return fail(items.error());
    CompletionBatch batch;
    batch.user = who.userId;
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        auto item = parseItem((**items)[i], "uploads[" + std::to_string(i) + "].");
        if (!item)
            co_return fail(std::move(item.error()));
        batch.items.push_back(std::move(*item));
    }
    auto claimed = co_await claimUploads(room, batch);
    if (!claimed)
        co_return fail(std::move(claimed.error()));
    const auto work = std::make_shared<Work>(room, std::move(batch));
    if (std::ranges::any_of(work->batch.items, &CompletionItem::open)) {
        boost::asio::co_spawn(room.executor, finish(work), boost::asio::detached);
        boost::asio::co_spawn(room.executor, keepLease(work), boost::asio::detached);
        co_await waitFor(work, request.stop);
    } else {
        work->done = true;
    }
    co_return answer(*work);
}

} // namespace learnlab::server::files
