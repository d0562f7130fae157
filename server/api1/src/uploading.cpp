// POST /api/files/upload: one form with one file, streamed to the store.

#include "inner.h"
#include "multipart.h"
#include "spool.h"

#include <server/domain/foreign_names.h>
#include <server/support/bytes.h>

namespace learnlab::server::api1 {

namespace {

constexpr std::size_t readAtOnce = 256 << 10;
constexpr std::size_t mostMimeType = 127;

// The form as far as it came.
struct Form
{
    std::optional<PartHead> file;
    bool takes = false; // what comes now belongs to the file
};

std::optional<std::string> mimeTypeOf(const std::string &told)
{
    if (told.empty() || told.size() > mostMimeType ||
        !std::ranges::all_of(told, [](char c) { return c >= ' ' && c < 0x7f; }))
        return std::nullopt;
    return told;
}

Task<Result<void>> takeBody(Request &request, Multipart &parser, Spool &spool, std::int64_t mostBytes)
{
    std::string buffer(std::min<std::uint64_t>(readAtOnce, request.stream->contentLength().value_or(readAtOnce) + 1),
                       '\0');
    for (;;) {
        auto count = co_await request.stream->read(std::span<char>(buffer));
        if (!count)
            co_return fail(std::move(count.error()));
        if (*count == 0)
            break;
        auto added = parser.add(std::string_view(buffer.data(), *count));
        if (!added)
            co_return fail(std::move(added.error()));
        if (spool.size() > mostBytes)
            co_return fail(support::problem(413, "too_large", "The file is larger than this server takes."));
        auto settled = co_await spool.settle();
        if (!settled)
            co_return fail(std::move(settled.error()));
    }
    if (!parser.complete())
        co_return fail(support::malformed("The form broke off."));
    co_return co_await spool.finish();
}

Task<Result<objects::StoredObject>> bringToStore(Api1::Inner &inner, const objects::ObjectKey &key, Spool &spool)
{
    if (spool.inMemory())
        co_return co_await inner.context.objects.writeBytes(key.text(), spool.takeBytes());
    co_return co_await inner.context.objects.writeFile(key.text(), spool.path());
}

Task<void> forgetObject(Api1::Inner &inner, const objects::ObjectKey &key)
{
    const std::vector<std::string> keys(1, key.text());
    auto removed = co_await inner.context.objects.removeMany(keys);
    static_cast<void>(removed); // maintenance finds what is left
}

} // namespace

Answer uploadFile(Api1::Inner &inner, Request &request, Principal who)
{
    const auto boundary = boundaryOf(request.header("content-type"));
    if (!boundary)
        co_return fail(support::problem(415, "unsupported_media_type", "A file comes as multipart/form-data."));
    const auto &config = inner.context.config;
    Spool spool(inner.disk, inner.spoolFolder());
    Form form;
    Multipart::Events events;
    events.begins = [&form](PartHead head) {
        form.takes = head.name == "file" && !form.file;
        if (form.takes)
            form.file = std::move(head);
    };
    events.bytes = [&form, &spool](std::string_view bytes) {
        if (form.takes)
            spool.add(bytes);
    };
    Multipart parser(*boundary, std::move(events));
    auto taken = co_await takeBody(request, parser, spool, config.maxFileSize);
    if (!taken)
        co_return fail(std::move(taken.error()));
    if (!form.file || !form.file->filename)
        co_return fail(
            support::problem(422, "malformed", "The form has no part `file` with a file.").withField("file"));

    files::BroughtFile file;
    file.user = who.userId;
    file.key = {who.userId, inner.nextBatch(), Uuid::timeOrdered()};
    file.filename = domain::lawfulName(*form.file->filename);
    file.size = spool.size();
    const std::string sha256 = spool.sha256();
    file.sha256 = sha256;
    file.mimeType = mimeTypeOf(form.file->contentType);
    const objects::ObjectKey key = file.key;
    auto stored = co_await bringToStore(inner, key, spool);
    if (!stored)
        co_return fail(std::move(stored.error()));
    file.etag = stored->etag;
    auto added = co_await inner.context.files.add(std::move(file));
    if (!added) {
        if (added.error().status < 500 || added.error().status == 507) // for sure no row came of it
            co_await forgetObject(inner, key);
        co_return fail(std::move(added.error()));
    }
    co_return http::json(200, freshFileJson(inner, *added, key, stored->etag, sha256));
}

} // namespace learnlab::server::api1
