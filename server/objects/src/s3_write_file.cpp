// A local file becomes an object: in one call when it is small, else in parts, a few at a time.

#include "bad_key.h"
#include "disk.h"
#include "parallel.h"
#include "s3_objects.h"
#include "s3_uploads.h"
#include <server/support/sha256.h>

#include <algorithm>

namespace learnlab::server::objects {

using support::fail;

namespace {

constexpr std::int64_t wholeUpTo = 16 << 20;
constexpr std::int64_t usualPart = 8 << 20;
constexpr std::int64_t mostPartsOfFile = 10000;
constexpr std::size_t partsAtOnce = 3;

Result<std::int64_t> sizeOfFile(const std::string &path)
{
    auto file = openToRead(path);
    if (!file)
        return fail(std::move(file.error()));
    return fileSize(*file);
}

Result<std::string> readPiece(const std::string &path, std::int64_t offset, std::int64_t length)
{
    auto file = openToRead(path);
    if (!file)
        return fail(std::move(file.error()));
    auto bytes = readAt(*file, offset, static_cast<std::size_t>(length));
    if (bytes && std::ssize(*bytes) < length)
        return fail(support::problem(409, "source_changed", "The file became shorter while it was read."));
    return bytes;
}

template <typename T>
Result<T> flattened(Result<Result<T>> nested)
{
    if (!nested)
        return fail(std::move(nested.error()));
    return std::move(*nested);
}

} // namespace

struct S3Objects::Piece
{
    std::string bytes;
    std::string sha256;
};

struct S3Objects::Sending
{
    std::string key;
    std::string path;
    std::string uploadId;
    std::int64_t size = 0;
    std::int64_t partSize = usualPart;
    std::vector<ReceivedPart> parts;
    std::optional<Problem> failed; // the first
};

Task<Result<S3Objects::Piece>> S3Objects::piece(std::string path, std::int64_t offset, std::int64_t length)
{
    std::function<Result<Piece>()> work = [path = std::move(path), offset, length]() -> Result<Piece> {
        auto bytes = readPiece(path, offset, length);
        if (!bytes)
            return fail(std::move(bytes.error()));
        support::Sha256 digest;
        digest.add(*bytes);
        return Piece{std::move(*bytes), digest.hex()};
    };
    auto done = co_await m_disk.run(std::move(work));
    co_return flattened(std::move(done));
}

Task<Result<StoredObject>> S3Objects::writeFile(std::string key, std::string path)
{
    std::function<Result<std::int64_t>()> work = [path] { return sizeOfFile(path); };
    auto measured = co_await m_disk.run(std::move(work));
    auto size = flattened(std::move(measured));
    if (!size)
        co_return fail(std::move(size.error()));
    if (*size > wholeUpTo)
        co_return co_await writeParts(std::move(key), std::move(path), *size);
    auto whole = co_await piece(std::move(path), 0, *size);
    if (!whole)
        co_return fail(std::move(whole.error()));
    co_return co_await writeBytes(std::move(key), std::move(whole->bytes), std::move(whole->sha256));
}

Task<void> S3Objects::sendPart(Sending &sending, std::size_t index)
{
    if (sending.failed)
        co_return;
    const auto offset = static_cast<std::int64_t>(index) * sending.partSize;
    auto content = co_await piece(sending.path, offset, std::min(sending.partSize, sending.size - offset));
    if (!content) {
        sending.failed = std::move(content.error());
        co_return;
    }
    S3Call call;
    call.method = "PUT";
    call.key = sending.key;
    call.query = {{"partNumber", std::to_string(index + 1)}, {"uploadId", sending.uploadId}};
    call.body = std::move(content->bytes);
    call.sha256 = std::move(content->sha256);
    call.slow = true;
    auto answer = co_await m_client.require(call);
    if (answer)
        sending.parts[index] = {{static_cast<int>(index) + 1, static_cast<std::int64_t>(call.body.size()), {}},
                                std::string(answer->reply.header("etag"))};
    else
        sending.failed = std::move(answer.error());
}

Task<Result<StoredObject>> S3Objects::finish(Sending &sending)
{
    S3Call call;
    call.method = "POST";
    call.key = sending.key;
    call.query = {{"uploadId", sending.uploadId}};
    call.body = writeCompletion(sending.parts);
    call.slow = true;
    auto answer = co_await m_client.send(call);
    if (!answer)
        co_return fail(std::move(answer.error()));
    const bool lostAnswer = answer->missing(); // an earlier attempt may have come through
    if (!answer->good() && !lostAnswer)
        co_return fail(storeRefuses(*answer));
    if (!lostAnswer && !readCompletedTag(answer->reply.body))
        co_return fail(storeBabbles("completion"));
    S3Uploads uploads(m_client);
    auto object = co_await uploads.look(sending.key);
    if (!object)
        co_return fail(std::move(object.error()));
    if (!*object || (*object)->size != sending.size)
        co_return fail(support::unavailable("The server's storage lost what it was given."));
    (*object)->modified = m_client.options().now() + m_client.skew();
    co_return std::move(**object);
}

Task<void> S3Objects::giveUp(const Sending &sending)
{
    S3Call call;
    call.method = "DELETE";
    call.key = sending.key;
    call.query = {{"uploadId", sending.uploadId}};
    [[maybe_unused]] const auto later = co_await m_client.send(call); // what stays is an upload without an object
}

Task<Result<StoredObject>> S3Objects::writeParts(std::string key, std::string path, std::int64_t size)
{
    if (!isKeyText(key))
        co_return fail(badKey());
    auto id = co_await beginMultipart(m_client, key);
    if (!id)
        co_return fail(std::move(id.error()));
    Sending sending{std::move(key), std::move(path), std::move(*id), size, usualPart, {}, {}};
    sending.partSize = std::max(usualPart, (size + mostPartsOfFile - 1) / mostPartsOfFile);
    sending.parts.resize(static_cast<std::size_t>((size + sending.partSize - 1) / sending.partSize));
    std::function<Task<void>(std::size_t)> one = [this, &sending](std::size_t index) {
        return sendPart(sending, index);
    };
    co_await inParallel(sending.parts.size(), partsAtOnce, std::move(one));
    Result<StoredObject> stored;
    if (sending.failed)
        stored = fail(std::move(*sending.failed));
    else
        stored = co_await finish(sending);
    if (!stored)
        co_await giveUp(sending);
    co_return stored;
}

} // namespace learnlab::server::objects
