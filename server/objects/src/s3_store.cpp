#include <server/objects/s3_store.h>

#include "disposition.h"
#include "parallel.h"
#include "s3_objects.h"
#include "s3_probe.h"

#include <algorithm>
#include <map>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t callsAtOnce = 16;
constexpr std::size_t joinsAtOnce = 4;   // each makes the service copy or link all parts
constexpr std::size_t worthListing = 3;  // fewer of a batch are asked for one by one
constexpr std::size_t spareOfPage = 100; // for neighbours that nobody asked for

std::string batchPrefix(const ObjectKey &key)
{
    const auto text = key.text();
    return text.substr(0, text.rfind('/') + 1);
}

Address addressFor(const S3Client &client, const Presigned &what, std::chrono::seconds lifetime)
{
    Address address{client.presign(what, lifetime), {}};
    for (const auto &[name, value] : what.headers) {
        if (name != "content-length") // whoever sends a body sends that
            address.headers.emplace_back(name, value);
    }
    return address;
}

// One request's completion on its way.
struct Completing
{
    std::vector<Completion> batch;
    std::vector<Result<Completed>> results;
    std::vector<std::size_t> multipart;                     // by place in the batch
    std::map<std::string, std::vector<std::size_t>> single; // by batch prefix
};

Result<Completed> compare(const Completion &wanted, const std::map<std::string, StoredObject> &there)
{
    const auto at = there.find(wanted.key.text());
    if (at == there.end())
        return fail(problem(409, "object_missing", "The bytes are not here."));
    if (at->second.size != wanted.size || !S3Uploads::isSameTag(wanted.etag, at->second.etag))
        return fail(problem(422, "digest_mismatch", "The bytes that are here are not those that were stated."));
    return Completed{at->second.etag, true}; // the address took no other body
}

} // namespace

struct S3Store::Inner
{
    Inner(std::unique_ptr<S3Client> made, support::Workers &disk)
        : client(std::move(made)), uploads(*client), objects(*client, disk)
    {}

    [[nodiscard]] Task<Result<std::map<std::string, StoredObject>>> listBatch(std::vector<std::string> wanted);
    [[nodiscard]] Task<void> completeGroup(Completing &work, std::string prefix);
    [[nodiscard]] Task<void> completeMultipart(Completing &work, std::size_t place);
    [[nodiscard]] Task<void> beginOne(const Beginning &upload, std::optional<Problem> &failed);

    std::unique_ptr<S3Client> client;
    S3Uploads uploads;
    S3Objects objects;
};

S3Store::S3Store(std::unique_ptr<Inner> inner) : m_inner(std::move(inner)) {}
S3Store::~S3Store() = default;

Result<std::unique_ptr<S3Store>> S3Store::open(boost::asio::any_io_executor executor, S3Options options,
                                               support::Workers &disk)
{
    auto client = S3Client::create(std::move(executor), std::move(options));
    if (!client)
        return fail(std::move(client.error()));
    return std::unique_ptr<S3Store>(new S3Store(std::make_unique<Inner>(std::move(*client), disk)));
}

Task<void> S3Store::Inner::beginOne(const Beginning &upload, std::optional<Problem> &failed)
{
    if (failed)
        co_return;
    auto begun = co_await uploads.begin(upload.key.text(), upload.repeated);
    if (!begun)
        failed = std::move(begun.error());
}

// What comes as one body needs nothing before it is sent.
Task<Result<void>> S3Store::begin(std::vector<Beginning> uploads)
{
    std::erase_if(uploads, [](const Beginning &upload) { return !upload.multipart; });
    std::optional<Problem> failed;
    std::function<Task<void>(std::size_t)> one = [this, &uploads, &failed](std::size_t i) {
        return m_inner->beginOne(uploads[i], failed);
    };
    co_await inParallel(uploads.size(), callsAtOnce, std::move(one));
    if (failed)
        co_return fail(std::move(*failed));
    co_return Result<void>();
}

Address S3Store::putAddress(const ObjectKey &key, const Part &part, std::chrono::seconds lifetime) const
{
    return addressFor(*m_inner->client, putOf(key.text(), part), lifetime);
}

Task<Result<std::vector<Address>>> S3Store::partAddresses(ObjectKey key, std::vector<Part> parts,
                                                          std::chrono::seconds lifetime)
{
    auto id = co_await m_inner->uploads.idOf(key.text());
    if (!id)
        co_return fail(std::move(id.error()));
    std::vector<Address> addresses;
    for (const auto &part : parts)
        addresses.push_back(addressFor(*m_inner->client, putOf(key.text(), part, *id), lifetime));
    co_return addresses;
}

Task<Result<Arrived>> S3Store::arrived(ObjectKey key, bool multipart)
{
    Arrived answer;
    if (multipart) {
        auto parts = co_await m_inner->uploads.parts(key.text());
        if (!parts)
            co_return fail(std::move(parts.error()));
        if (*parts) {
            answer.parts = std::move(**parts);
            co_return answer;
        }
    }
    auto object = co_await m_inner->uploads.look(key.text());
    if (!object)
        co_return fail(std::move(object.error()));
    answer.complete = object->has_value();
    co_return answer;
}

// What is there of `wanted`, which is sorted. A client completes a batch as its bodies arrive and its ids are made in
// the order of time: what lies between the first and the last is hardly more than what was asked for.
Task<Result<std::map<std::string, StoredObject>>> S3Store::Inner::listBatch(std::vector<std::string> wanted)
{
    const auto &last = wanted.back();
    const auto prefix = last.substr(0, last.rfind('/') + 1);
    std::map<std::string, StoredObject> there;
    std::string after = wanted.front().substr(0, wanted.front().size() - 1); // just before it
    for (;;) {
        auto page = co_await objects.page(prefix, after, wanted.size() + spareOfPage);
        if (!page)
            co_return fail(std::move(page.error()));
        for (auto &object : page->objects) {
            after = object.key;
            there.emplace(object.key, std::move(object));
        }
        if (!page->more || after >= last)
            co_return there;
    }
}

Task<void> S3Store::Inner::completeGroup(Completing &work, std::string prefix)
{
    const auto &places = work.single.at(prefix);
    if (places.size() < worthListing) {
        for (const auto place : places)
            work.results[place] = co_await uploads.found(work.batch[place]);
        co_return;
    }
    std::vector<std::string> wanted;
    for (const auto place : places)
        wanted.push_back(work.batch[place].key.text());
    std::ranges::sort(wanted);
    auto there = co_await listBatch(std::move(wanted));
    for (const auto place : places) {
        if (there)
            work.results[place] = compare(work.batch[place], *there);
        else
            work.results[place] = fail(there.error());
    }
}

Task<void> S3Store::Inner::completeMultipart(Completing &work, std::size_t place)
{
    work.results[place] = co_await uploads.complete(work.batch[place]);
}

Task<Result<std::vector<Result<Completed>>>> S3Store::complete(std::vector<Completion> batch)
{
    Completing work;
    work.batch = std::move(batch);
    work.results.resize(work.batch.size());
    for (std::size_t i = 0; i < work.batch.size(); ++i) {
        if (work.batch[i].partSize > 0)
            work.multipart.push_back(i);
        else
            work.single[batchPrefix(work.batch[i].key)].push_back(i);
    }
    std::vector<std::string> prefixes;
    for (const auto &[prefix, places] : work.single)
        prefixes.push_back(prefix);
    std::function<Task<void>(std::size_t)> group = [this, &work, &prefixes](std::size_t i) {
        return m_inner->completeGroup(work, prefixes[i]);
    };
    co_await inParallel(prefixes.size(), callsAtOnce, std::move(group));
    std::function<Task<void>(std::size_t)> join = [this, &work](std::size_t i) {
        return m_inner->completeMultipart(work, work.multipart[i]);
    };
    co_await inParallel(work.multipart.size(), joinsAtOnce, std::move(join));
    co_return std::move(work.results);
}

Task<Result<void>> S3Store::remove(ObjectKey key)
{
    auto aborted = co_await m_inner->uploads.abort(key.text());
    if (!aborted)
        co_return fail(std::move(aborted.error()));
    S3Call call;
    call.method = "DELETE";
    call.key = key.text();
    auto answer = co_await m_inner->client->send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    if (!answer->good() && !answer->missing())
        co_return fail(storeRefuses(*answer));
    co_return Result<void>();
}

std::string S3Store::etag(std::string_view stored, std::string_view /*sha256*/) const
{
    return std::string(stored);
}

std::string S3Store::getAddress(const Download &download, std::chrono::seconds lifetime) const
{
    Presigned what;
    what.method = "GET";
    what.key = download.foreignKey.empty() ? download.key.text() : download.foreignKey;
    what.payload = unsignedPayload;
    what.query = {{"response-content-disposition", contentDisposition(download.filename)},
                  {"response-content-type", "application/octet-stream"},
                  {"response-cache-control", "private, max-age=3600"}};
    return m_inner->client->presign(what, lifetime);
}

Task<Result<Listing>> S3Store::list(std::string prefix, std::string after, std::size_t most)
{
    return m_inner->objects.list(std::move(prefix), std::move(after), most);
}

Task<Result<std::string>> S3Store::read(std::string key, std::int64_t offset, std::size_t length)
{
    return m_inner->objects.read(std::move(key), offset, length);
}

Task<Result<ForeignBlock>> S3Store::readForeign(std::string key, std::int64_t offset, std::size_t length)
{
    return m_inner->objects.readForeign(std::move(key), offset, length);
}

Task<Result<StoredObject>> S3Store::writeFile(std::string key, std::string path)
{
    return m_inner->objects.writeFile(std::move(key), std::move(path));
}

Task<Result<StoredObject>> S3Store::writeBytes(std::string key, std::string bytes)
{
    return m_inner->objects.writeBytes(std::move(key), std::move(bytes));
}

Task<Result<std::vector<Result<void>>>> S3Store::removeMany(std::vector<std::string> keys)
{
    return m_inner->objects.removeMany(std::move(keys));
}

Task<Result<void>> S3Store::probe()
{
    return probeBucket(*m_inner->client, m_inner->objects);
}

std::chrono::seconds S3Store::clockSkew() const
{
    return m_inner->client->skew();
}

std::uint64_t S3Store::callCount() const
{
    return m_inner->client->callCount();
}

std::string S3Store::publicAddress() const
{
    return m_inner->client->publicEndpoint().address();
}

} // namespace learnlab::server::objects
