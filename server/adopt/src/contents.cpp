#include "source.h"

#include <server/adopt/adopt.h>
#include <server/support/sha256.h>

namespace learnlab::server::adopt {
namespace {

constexpr std::size_t blockBytes = 8 << 20;
constexpr std::int64_t stepRows = 200;

struct Content
{
    std::int64_t size = 0;
    std::string sha256;
    std::string etag;
};

Task<Result<Content>> readContent(objects::ObjectStore &objects, std::string key)
{
    support::Sha256 digest;
    Content content;
    for (;;) {
        auto block = co_await objects.readForeign(key, content.size, blockBytes);
        if (!block)
            co_return fail(std::move(block.error()));
        if (content.size > 0 && !block->bytes.empty() && block->etag != content.etag)
            co_return fail(support::unavailable("The object changed while it was read."));
        if (!block->etag.empty())
            content.etag = block->etag;
        digest.add(block->bytes);
        content.size += static_cast<std::int64_t>(block->bytes.size());
        if (block->bytes.size() < blockBytes)
            break;
    }
    content.sha256 = digest.hex();
    co_return content;
}

// The object first: a file whose digest is told can be asked for.
Task<Result<void>> note(store::Pool &pool, Uuid file, Uuid user, const std::string &key, const Content &content)
{
    auto known = co_await pool.query("INSERT INTO objects (key, user_id, size, sha256, etag, verified_at) "
                                     "VALUES ($1, $2, $3, $4, $5, CURRENT_TIMESTAMP) ON CONFLICT (key) DO NOTHING",
                                     key, user, content.size, content.sha256, content.etag);
    if (!known)
        co_return fail(std::move(known.error()));
    auto told = co_await pool.query("UPDATE files SET content_sha256 = $2, file_size = $3 WHERE id = $1 "
                                    "AND s3_key = $4 AND content_sha256 IS NULL",
                                    file, content.sha256, content.size, key);
    if (!told)
        co_return fail(std::move(told.error()));
    co_return Result<void>();
}

} // namespace

Task<Result<void>> readContents(store::Pool &pool, objects::ObjectStore &objects, Report &report)
{
    std::string after = Uuid().text();
    for (;;) {
        auto rows = co_await pool.query("SELECT id, user_id, s3_key, file_size FROM files WHERE content_sha256 IS NULL "
                                        "AND id > $1::uuid ORDER BY id LIMIT $2",
                                        after, stepRows);
        if (!rows)
            co_return fail(std::move(rows.error()));
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto row = (*rows)[i];
            after = row.text("id");
            ++report.contents.found;
            auto content = co_await readContent(objects, row.text("s3_key"));
            if (!content && content.error().code == "object_missing") {
                ++report.contents.refused;
                report.note("object_missing", after);
                continue;
            }
            if (!content)
                co_return fail(std::move(content.error()));
            if (content->size != row.integer("file_size"))
                report.note("size_differs", after);
            auto noted = co_await note(pool, row.uuid("id"), row.uuid("user_id"), row.text("s3_key"), *content);
            if (!noted)
                co_return fail(std::move(noted.error()));
            ++report.contents.adopted;
        }
        if (rows->size() < std::size_t(stepRows))
            co_return Result<void>();
    }
}

} // namespace learnlab::server::adopt
