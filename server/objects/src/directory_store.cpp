#include <server/objects/directory_store.h>

#include "completing.h"
#include "disposition.h"
#include "gathered_writes.h"
#include "incoming.h"
#include "key_file.h"
#include "objects_on_disk.h"
#include "signing.h"

#include <server/support/bytes.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/this_coro.hpp>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t pieceSize = 1 << 20;

// What a worker answers comes as a result within a result.
template <typename T>
Result<T> flat(Result<Result<T>> nested)
{
    if (!nested)
        return fail(std::move(nested.error()));
    return std::move(*nested);
}

struct Piece
{
    ObjectKey key;
    Part part;
    std::shared_ptr<IncomingBody> body; // nothing yet at the first piece
    bool last = false;
    std::string bytes;
};

} // namespace

struct DirectoryStore::Inner
{
    DirectoryStoreOptions options;
    support::Workers &disk;
    Signer signer;
    Layout layout;
    std::shared_ptr<Joins> joins;
    GatheredWrites writes;
    std::shared_ptr<Witnessed> witnessed = std::make_shared<Witnessed>();

    [[nodiscard]] std::int64_t expiry(std::chrono::seconds lifetime) const
    {
        return support::unixSeconds(options.now()) + lifetime.count();
    }
    [[nodiscard]] Task<Result<std::string>> piece(http::BodyReader &body, std::int64_t expected);
    [[nodiscard]] Task<Result<void>> store(http::Request &request, ObjectKey key, Part part);
};

DirectoryStore::DirectoryStore(std::unique_ptr<Inner> inner) : m_inner(std::move(inner)) {}
DirectoryStore::~DirectoryStore() = default;

Result<std::unique_ptr<DirectoryStore>> DirectoryStore::open(DirectoryStoreOptions options, support::Workers &disk)
{
    const Layout layout{options.root};
    for (const auto &folder : {layout.incoming(), layout.users()}) {
        if (auto made = makeFolders(folder); !made)
            return fail(std::move(made.error()));
    }
    auto secret =
        options.keyFile.empty() ? Result<std::string>(support::randomBytes(32)) : readOrMakeKey(options.keyFile);
    if (!secret)
        return fail(std::move(secret.error()));
    return std::unique_ptr<DirectoryStore>(new DirectoryStore(
        std::unique_ptr<Inner>(new Inner{std::move(options), disk, Signer(std::move(*secret)), layout,
                                         std::make_shared<Joins>(layout), GatheredWrites(layout, disk)})));
}

Task<Result<void>> DirectoryStore::begin(std::vector<Beginning> uploads)
{
    std::erase_if(uploads, [](const Beginning &upload) { return !upload.multipart; });
    if (uploads.empty()) // what comes as one body needs nothing
        co_return Result<void>();
    std::function<Result<void>()> work = [layout = m_inner->layout, uploads = std::move(uploads)]() -> Result<void> {
        for (const auto &upload : uploads) {
            if (auto made = makeFolders(layout.incoming(upload.key)); !made)
                return made;
        }
        return {};
    };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Address DirectoryStore::putAddress(const ObjectKey &key, const Part &part, std::chrono::seconds lifetime) const
{
    Permission permission;
    permission.method = "PUT";
    permission.key = key;
    permission.expires = m_inner->expiry(lifetime);
    permission.part = part;
    return {m_inner->options.publicUrl() + m_inner->signer.sign(permission),
            {{"Content-Type", "application/octet-stream"}}};
}

Task<Result<std::vector<Address>>> DirectoryStore::partAddresses(ObjectKey key, std::vector<Part> parts,
                                                                 std::chrono::seconds lifetime)
{
    std::vector<Address> addresses;
    for (const auto &part : parts)
        addresses.push_back(putAddress(key, part, lifetime));
    co_return addresses;
}

std::string DirectoryStore::getAddress(const Download &download, std::chrono::seconds lifetime) const
{
    Permission permission;
    permission.method = "GET";
    permission.key = download.key;
    permission.expires = m_inner->expiry(lifetime);
    permission.filename = download.filename;
    permission.etag = download.etag;
    return m_inner->options.publicUrl() + m_inner->signer.sign(permission);
}

std::string DirectoryStore::etag(std::string_view /*stored*/, std::string_view sha256) const
{
    return tagOf(sha256);
}

Task<Result<Arrived>> DirectoryStore::arrived(ObjectKey key, bool /*multipart*/)
{
    std::function<Arrived()> work = [layout = m_inner->layout, key] {
        Arrived answer;
        std::error_code ignored;
        answer.complete = std::filesystem::exists(layout.object(key), ignored);
        for (auto &part : listParts(layout, key)) {
            auto tag = tagOf(part.sha256);
            answer.parts.push_back({std::move(part), std::move(tag)});
        }
        return answer;
    };
    co_return co_await m_inner->disk.run(std::move(work));
}

Task<Result<std::vector<Result<Completed>>>> DirectoryStore::complete(std::vector<Completion> batch)
{
    std::function<std::vector<Result<Completed>>()> work = [layout = m_inner->layout, witnessed = m_inner->witnessed,
                                                            joins = m_inner->joins, batch = std::move(batch)] {
        std::vector<Result<Completed>> completed;
        for (auto &done : completeBatch(layout, *witnessed, *joins, batch)) {
            if (done)
                completed.push_back(Completed{tagOf(batch[completed.size()].sha256), true});
            else
                completed.push_back(fail(std::move(done.error())));
        }
        return completed;
    };
    co_return co_await m_inner->disk.run(std::move(work));
}

Task<Result<void>> DirectoryStore::remove(ObjectKey key)
{
    std::function<Result<void>()> work = [layout = m_inner->layout, joins = m_inner->joins, key]() -> Result<void> {
        joins->forget(key);
        endUpload(layout, key);
        removeQuietly(layout.object(key));
        std::error_code notEmpty;
        std::filesystem::remove(layout.batchFolder(key), notEmpty);
        return {};
    };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Task<Result<Listing>> DirectoryStore::list(std::string prefix, std::string after, std::size_t most)
{
    std::function<Result<Listing>()> work = [layout = m_inner->layout, prefix = std::move(prefix),
                                             after = std::move(after),
                                             most] { return listObjects(layout, prefix, after, most); };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Task<Result<std::string>> DirectoryStore::read(std::string key, std::int64_t offset, std::size_t length)
{
    std::function<Result<std::string>()> work = [layout = m_inner->layout, key = std::move(key), offset, length] {
        return readObject(layout, key, offset, length);
    };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Task<Result<StoredObject>> DirectoryStore::writeFile(std::string key, std::string path)
{
    std::function<Result<StoredObject>()> work = [layout = m_inner->layout, key = std::move(key),
                                                  path = std::move(path)] { return copyObject(layout, key, path); };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Task<Result<StoredObject>> DirectoryStore::writeBytes(std::string key, std::string bytes)
{
    return m_inner->writes.add(std::move(key), std::move(bytes));
}

Task<Result<std::vector<Result<void>>>> DirectoryStore::removeMany(std::vector<std::string> keys)
{
    std::function<std::vector<Result<void>>()> work = [layout = m_inner->layout, keys = std::move(keys)] {
        return removeObjects(layout, keys);
    };
    co_return co_await m_inner->disk.run(std::move(work));
}

Task<Result<void>> DirectoryStore::probe()
{
    std::function<Result<void>()> work = [layout = m_inner->layout] { return probeFolder(layout); };
    auto done = co_await m_inner->disk.run(std::move(work));
    co_return flat(std::move(done));
}

Task<Result<void>> DirectoryStore::tidy()
{
    std::function<bool()> work = [layout = m_inner->layout] {
        tidyIncoming(layout);
        return true;
    };
    auto done = co_await m_inner->disk.run(std::move(work));
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

// The next piece of a body, as large as a piece may be unless the body ends: few large writes instead of many small.
Task<Result<std::string>> DirectoryStore::Inner::piece(http::BodyReader &body, std::int64_t expected)
{
    std::string bytes(static_cast<std::size_t>(std::min<std::int64_t>(expected, pieceSize)), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        auto count = co_await body.read(std::span(bytes).subspan(filled));
        if (!count)
            co_return fail(std::move(count.error()));
        if (*count == 0)
            break;
        filled += *count;
    }
    bytes.resize(filled);
    co_return bytes;
}

namespace {

Task<void> advance(support::Workers &disk, std::shared_ptr<Join> join)
{
    std::function<bool()> work = [join] {
        join->advance();
        return true;
    };
    [[maybe_unused]] const auto later = co_await disk.run(std::move(work));
}

// One step on a worker: opens the body at the first piece, closes it after the last. Answers a body that goes on.
Result<std::shared_ptr<IncomingBody>> addPiece(const Layout &layout, Witnessed &witnessed, const Piece &piece)
{
    auto body = piece.body;
    if (!body && piece.last) {
        auto stored = storeWhole(layout, piece.key, piece.part, piece.bytes);
        if (!stored)
            return fail(std::move(stored.error()));
        witnessed.add(*stored);
        return body;
    }
    if (!body) {
        auto created = IncomingBody::create(layout, piece.key, piece.part);
        if (!created)
            return fail(std::move(created.error()));
        body = std::move(*created);
    }
    if (auto added = body->add(piece.bytes); !added)
        return fail(std::move(added.error()));
    if (piece.last) {
        if (auto finished = body->finish(); !finished)
            return fail(std::move(finished.error()));
        witnessed.add(body->path());
    }
    return body;
}

} // namespace

Task<Result<void>> DirectoryStore::Inner::store(http::Request &request, ObjectKey key, Part part)
{
    std::shared_ptr<IncomingBody> body;
    for (auto left = part.size;;) {
        auto bytes = co_await piece(*request.stream, left);
        if (!bytes)
            co_return fail(std::move(bytes.error()));
        left -= static_cast<std::int64_t>(bytes->size());
        const bool last = left <= 0 || bytes->empty();
        std::function<Result<std::shared_ptr<IncomingBody>>()> work =
            [layout = layout, witnessed = witnessed, next = Piece{key, part, body, last, std::move(*bytes)}] {
                return addPiece(layout, *witnessed, next);
            };
        auto done = co_await disk.run(std::move(work));
        auto added = flat(std::move(done));
        if (!added)
            co_return fail(std::move(added.error()));
        if (last) {
            // Parts of many are joined while the rest is on its way.
            auto join = part.number > 1 ? joins->of(key) : joins->existing(key);
            if (join) {
                const auto executor = co_await boost::asio::this_coro::executor;
                boost::asio::co_spawn(executor, advance(disk, std::move(join)), boost::asio::detached);
            }
            co_return Result<void>();
        }
        body = std::move(*added);
    }
}

Task<Result<http::Response>> DirectoryStore::put(http::Request &request)
{
    auto permission = m_inner->signer.check(request, m_inner->options.now());
    if (!permission)
        co_return fail(std::move(permission.error()));
    const auto length = request.stream->contentLength();
    if (!length)
        co_return fail(problem(411, "length_required", "The body needs a Content-Length."));
    if (*length != static_cast<std::uint64_t>(permission->part.size))
        co_return fail(problem(*length > static_cast<std::uint64_t>(permission->part.size) ? 413 : 400,
                               "digest_mismatch", "The body has another length than was stated."));
    auto stored = co_await m_inner->store(request, permission->key, permission->part);
    if (!stored)
        co_return fail(std::move(stored.error()));
    http::Response response;
    co_return std::move(response).with("ETag", tagOf(permission->part.sha256));
}

Task<Result<http::Response>> DirectoryStore::get(http::Request &request)
{
    auto permission = m_inner->signer.check(request, m_inner->options.now());
    if (!permission)
        co_return fail(std::move(permission.error()));
    auto file = openToRead(m_inner->layout.object(permission->key));
    if (!file)
        co_return fail(file.error().code == "object_missing" ? support::notFound() : std::move(file.error()));
    auto size = fileSize(*file);
    if (!size)
        co_return fail(std::move(size.error()));
    auto response = http::fileResponse(request, std::move(*file), static_cast<std::uint64_t>(*size), permission->etag,
                                       "application/octet-stream");
    co_return std::move(response)
        .with("Content-Disposition", contentDisposition(permission->filename))
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "private, max-age=3600");
}

void addObjectRoutes(http::Router &router, DirectoryStore &store)
{
    http::RouteOptions upload;
    upload.streaming = true;
    upload.bodyLimit = std::uint64_t{1} << 50U; // each address states its own length
    router.add(
        "PUT", "/objects/{user}/{batch}/{upload}", [&store](http::Request &request) { return store.put(request); },
        upload);
    router.add("GET", "/objects/{user}/{batch}/{upload}",
               [&store](http::Request &request) { return store.get(request); });
}

} // namespace learnlab::server::objects
