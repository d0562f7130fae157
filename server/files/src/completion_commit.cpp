#include "completion.h"
#include "usage.h"

#include <server/domain/names.h>
#include <server/store/transaction.h>

#include <map>
#include <unordered_map>

namespace learnlab::server::files {

namespace {

// Where and under which name the row goes, and which row it replaces.
struct Landing
{
    std::optional<Uuid> folder;
    std::string name;
    std::optional<Uuid> replaces;
    bool relocated = false;
};

Problem taken(const NameOwner &owner)
{
    auto why = problem(409, "name_taken", "This name is taken in that folder.");
    if (owner.file)
        why = std::move(why).withMember("existing", fileJson(owner.file->front()));
    return why;
}

Task<Result<Landing>> findLanding(store::Connection &db, Uuid user, const Upload &upload, const Places &places)
{
    Landing landing{upload.folder, upload.filename, std::nullopt, false};
    if (!places.at(upload.folder).live) {
        landing.folder = std::nullopt;
        landing.relocated = true;
    }
    auto owner = co_await findOwner(db, user, landing.folder, landing.name);
    if (!owner)
        co_return fail(std::move(owner.error()));
    if (!owner->taken())
        co_return landing;
    if (landing.relocated || upload.ifExists == domain::IfExists::KeepBoth) {
        auto name = co_await findFreeName(db, user, landing.folder, landing.name, false);
        if (!name)
            co_return fail(std::move(name.error()));
        landing.name = *name;
        co_return landing;
    }
    if (upload.ifExists == domain::IfExists::Fail || !owner->file)
        co_return fail(taken(*owner));
    const auto row = owner->file->front();
    if (upload.ifRevision && *upload.ifRevision != row.integer("revision"))
        co_return fail(
            problem(409, "revision_conflict", "The file was changed meanwhile.").withRevision(row.integer("revision")));
    landing.replaces = row.uuid("id");
    co_return landing;
}

// The row keeps its id; what it held stays in the trash as a row of its own.
Task<Result<store::Rows>> replaceFile(store::Connection &db, Uuid user, const Upload &upload, const std::string &sha256,
                                      Uuid file)
{
    auto kept = co_await db.query("INSERT INTO files (id, user_id, folder_id, filename, s3_key, file_size, mime_type, "
                                  "created_at, content_sha256, "
                                  "content_modified_at, is_deleted) SELECT $3, user_id, folder_id, filename, s3_key, "
                                  "file_size, mime_type, created_at, "
                                  "content_sha256, content_modified_at, true FROM files WHERE user_id = $1 AND id = $2",
                                  user, file, Uuid::timeOrdered());
    if (!kept)
        co_return fail(std::move(kept.error()));
    static const std::string update = sql(
        {"UPDATE files SET s3_key = $3, file_size = $4, mime_type = $5, content_sha256 = $6, content_modified_at = $7 "
         "WHERE user_id = $1 AND id = $2 RETURNING ",
         fileColumns});
    co_return co_await db.query(update, user, file, upload.keyText, upload.size, upload.mimeType, sha256,
                                upload.modified);
}

Task<Result<store::Rows>> insertFile(store::Connection &db, Uuid user, const Upload &upload, const std::string &sha256,
                                     const Landing &landing)
{
    static const std::string insert =
        sql({"INSERT INTO files (id, user_id, folder_id, filename, s3_key, file_size, mime_type, content_sha256, "
             "content_modified_at) "
             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING ",
             fileColumns});
    auto rows = co_await db.query(insert, upload.fileId, user, landing.folder, landing.name, upload.keyText,
                                  upload.size, upload.mimeType, sha256, upload.modified);
    if (rows && rows->empty())
        co_return fail(problem(422, "operation_id_reused", "This file id was used before."));
    co_return rows;
}

// `present` was true when it was said; the content may have gone since.
Task<Result<void>> checkPresent(store::Connection &db, Uuid user, const Upload &upload, const std::string &sha256)
{
    auto there = co_await db.query("SELECT 1 FROM objects WHERE key = $1 AND user_id = $2 AND sha256 = $3 "
                                   "AND verified_at IS NOT NULL FOR UPDATE",
                                   upload.keyText, user, sha256);
    if (!there)
        co_return fail(std::move(there.error()));
    if (there->empty())
        co_return fail(problem(409, "object_missing", "The content is no longer here; send it."));
    co_return Result<void>();
}

// The contents that the store has are known from here on, whatever becomes of their names.
Task<Result<void>> recordObjects(store::Connection &db, Uuid user, const std::vector<CompletionItem> &items,
                                 const std::set<Uuid> &claimed)
{
    std::vector<std::string> keys;
    std::vector<std::string> sizes;
    std::vector<std::string> digests;
    std::vector<std::string> tags;
    std::vector<std::string> verified;
    for (const auto &item : items) {
        if (!item.open() || !claimed.contains(item.id) || item.upload->method == domain::UploadMethod::Present)
            continue;
        keys.push_back(item.upload->keyText);
        sizes.push_back(std::to_string(item.upload->size));
        digests.push_back(item.sha256);
        tags.push_back(item.stored.etag);
        verified.emplace_back(item.stored.verified ? "t" : "f");
    }
    auto inserted =
        co_await db.query("INSERT INTO objects (key, user_id, size, sha256, etag, verified_at) "
                          "SELECT key, $1, size, sha256, etag, CASE WHEN verified THEN CURRENT_TIMESTAMP END "
                          "FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::boolean[]) "
                          "AS known (key, size, sha256, etag, verified) ON CONFLICT (key) DO NOTHING",
                          user, store::arrayLiteral(keys), store::arrayLiteral(sizes), store::arrayLiteral(digests),
                          store::arrayLiteral(tags), store::arrayLiteral(verified));
    if (!inserted)
        co_return fail(std::move(inserted.error()));
    co_return Result<void>();
}

// The uploads whose rows are there, in one statement.
Task<Result<void>> recordDone(store::Connection &db, Uuid user, const std::vector<CompletionItem> &items,
                              const std::set<Uuid> &claimed)
{
    std::vector<Uuid> ids;
    std::vector<std::string> files;
    std::vector<std::string> relocated;
    std::vector<std::string> digests;
    for (const auto &item : items) {
        const auto *file = item.answer.if_contains("file");
        if (!file || !claimed.contains(item.id))
            continue;
        ids.push_back(item.id);
        files.emplace_back(file->at("id").as_string());
        relocated.emplace_back(item.upload->relocated ? "t" : "f");
        digests.push_back(item.sha256);
    }
    auto done = co_await db.query(
        "UPDATE uploads SET state = 'done', lease = NULL, lease_until = NULL, result_file_id = made.file, "
        "relocated = made.relocated, sha256 = made.sha256, updated_at = CURRENT_TIMESTAMP "
        "FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[]) AS made (id, file, relocated, sha256) "
        "WHERE uploads.user_id = $1 AND uploads.id = made.id",
        user, store::arrayLiteral(ids), store::arrayLiteral(files), store::arrayLiteral(relocated),
        store::arrayLiteral(digests));
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

// Most uploads are new files under free names in folders that live: these become rows in one statement. What is left
// open is for commitItem, as are the places of all.
struct PlainFiles
{
    store::Columns rows;
    std::unordered_map<Uuid, CompletionItem *> byFileId;
};

Task<Result<PlainFiles>> findPlain(store::Connection &db, Uuid user, std::vector<CompletionItem> &items,
                                   const std::set<Uuid> &claimed, Places &places)
{
    std::map<NameIn, int> wanted;
    std::map<Uuid, int> fileIds;
    std::vector<NameIn> names;
    std::set<std::optional<Uuid>> folders;
    for (const auto &item : items) {
        if (!item.open() || !claimed.contains(item.id))
            continue;
        const auto &upload = *item.upload;
        names.emplace_back(upload.folder, upload.filename);
        ++wanted[names.back()];
        ++fileIds[upload.fileId];
        folders.insert(upload.folder);
    }
    auto found = co_await findPlaces(db, user, std::move(folders));
    if (!found)
        co_return fail(std::move(found.error()));
    places = std::move(*found);
    auto taken = co_await findTaken(db, user, std::move(names));
    if (!taken)
        co_return fail(std::move(taken.error()));
    PlainFiles plain;
    for (auto &item : items) {
        if (!item.open() || !claimed.contains(item.id) || item.upload->method == domain::UploadMethod::Present)
            continue;
        const auto &upload = *item.upload;
        const NameIn name(upload.folder, upload.filename);
        if (!places.at(upload.folder).live || taken->contains(name) || wanted.at(name) > 1 ||
            fileIds.at(upload.fileId) > 1)
            continue;
        plain.rows.add(upload.fileId, upload.folder, upload.filename, upload.keyText, upload.size, upload.mimeType,
                       item.sha256, upload.modified);
        plain.byFileId.emplace(upload.fileId, &item);
    }
    co_return plain;
}

Task<Result<void>> insertPlain(store::Connection &db, Uuid user, const PlainFiles &plain)
{
    if (plain.rows.empty())
        co_return Result<void>();
    static const std::string insert =
        sql({"INSERT INTO files (user_id, id, folder_id, filename, s3_key, file_size, mime_type, content_sha256, "
             "content_modified_at) SELECT $1, made.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], "
             "$6::bigint[], $7::text[], $8::text[], $9::timestamptz[]) AS made ON CONFLICT (id) DO NOTHING RETURNING ",
             fileColumns});
    store::Params params;
    params.emplace_back(user);
    plain.rows.appendTo(params);
    auto rows = co_await db.run(insert, std::move(params));
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto &item = *plain.byFileId.at((*rows)[i].uuid("id"));
        item.answer = uploadDone(*item.upload, fileJson((*rows)[i]));
    }
    for (const auto &[id, item] : plain.byFileId) {
        if (item->open())
            item->refuse(problem(422, "operation_id_reused", "This file id was used before."));
    }
    co_return Result<void>();
}

// An answer for the item; the database's own failures end the transaction.
Task<Result<void>> commitItem(store::Connection &db, Uuid user, CompletionItem &item, const Places &places)
{
    auto &upload = *item.upload;
    if (upload.method == domain::UploadMethod::Present) {
        auto present = co_await checkPresent(db, user, upload, item.sha256);
        if (!present)
            co_return fail(std::move(present.error()));
    }
    auto landing = co_await findLanding(db, user, upload, places);
    if (!landing)
        co_return fail(std::move(landing.error()));
    store::Rows row;
    if (landing->replaces) {
        auto replaced = co_await replaceFile(db, user, upload, item.sha256, *landing->replaces);
        if (!replaced)
            co_return fail(std::move(replaced.error()));
        row = std::move(*replaced);
    } else {
        auto inserted = co_await insertFile(db, user, upload, item.sha256, *landing);
        if (!inserted)
            co_return fail(std::move(inserted.error()));
        row = std::move(*inserted);
    }
    upload.relocated = landing->relocated;
    item.answer = uploadDone(upload, fileJson(row.front()));
    co_return Result<void>();
}

// Objects that came into being without a row go to the queue until somebody takes them.
Task<Result<void>> reopen(store::Connection &db, const CompletionBatch &batch, const std::vector<Uuid> &refused)
{
    auto queued = co_await db.query(
        "INSERT INTO object_deletions (key) SELECT objects.key FROM uploads "
        "JOIN objects ON objects.key = uploads.object_key WHERE uploads.user_id = $1 "
        "AND uploads.id = ANY($2::uuid[]) "
        "AND NOT EXISTS (SELECT 1 FROM files WHERE files.s3_key = objects.key) ON CONFLICT (key) DO NOTHING",
        batch.user, store::arrayLiteral(refused));
    if (!queued)
        co_return fail(std::move(queued.error()));
    auto opened =
        co_await db.query("UPDATE uploads SET state = 'open', lease = NULL, lease_until = NULL, "
                          "updated_at = CURRENT_TIMESTAMP WHERE user_id = $1 AND id = ANY($2::uuid[]) AND lease = $3",
                          batch.user, store::arrayLiteral(refused), batch.lease);
    if (!opened)
        co_return fail(std::move(opened.error()));
    co_return Result<void>();
}

Task<Result<std::set<Uuid>>> stillClaimed(store::Connection &db, const CompletionBatch &batch)
{
    auto rows = co_await db.query("SELECT id FROM uploads WHERE user_id = $1 AND lease = $2 AND state = 'completing'",
                                  batch.user, batch.lease);
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::set<Uuid> ids;
    for (std::size_t i = 0; i < rows->size(); ++i)
        ids.insert((*rows)[i].uuid("id"));
    co_return ids;
}

// Rows for what is open and claimed; the places in it are those of the claimed.
Task<Result<void>> makeRows(store::Connection &db, Uuid user, std::vector<CompletionItem> &items,
                            const std::set<Uuid> &claimed)
{
    auto recorded = co_await recordObjects(db, user, items, claimed);
    if (!recorded)
        co_return fail(std::move(recorded.error()));
    Places places;
    auto plain = co_await findPlain(db, user, items, claimed, places);
    if (!plain)
        co_return fail(std::move(plain.error()));
    auto inserted = co_await insertPlain(db, user, *plain);
    if (!inserted)
        co_return fail(std::move(inserted.error()));
    for (auto &item : items) {
        if (!item.open())
            continue;
        if (!claimed.contains(item.id)) { // the lease ran out and somebody else took over
            item.answer = {{"upload_id", item.id.text()}, {"status", "pending"}, {"retry_after", 1}};
            continue;
        }
        auto committed = co_await commitItem(db, user, item, places);
        if (!committed) {
            if (committed.error().status >= 500)
                co_return fail(std::move(committed.error()));
            item.refuse(committed.error());
        }
    }
    co_return Result<void>();
}

Task<Result<void>> commit(store::Connection &db, const CompletionBatch &batch, std::vector<CompletionItem> &items)
{
    auto locked = co_await lockFeed(db, batch.user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    items = batch.items; // afresh in each attempt
    auto claimed = co_await stillClaimed(db, batch);
    if (!claimed)
        co_return fail(std::move(claimed.error()));
    auto made = co_await makeRows(db, batch.user, items, *claimed);
    if (!made)
        co_return fail(std::move(made.error()));
    auto done = co_await recordDone(db, batch.user, items, *claimed);
    if (!done)
        co_return fail(std::move(done.error()));
    std::vector<Uuid> refused;
    for (const auto &item : items) {
        const auto *status = item.answer.if_contains("status");
        if (status && *status == "failed" && claimed->contains(item.id))
            refused.push_back(item.id);
    }
    co_return co_await reopen(db, batch, refused);
}

Task<Result<void>> commitUnannounced(store::Connection &db, std::int64_t usualQuota, const CompletionBatch &batch,
                                     std::vector<CompletionItem> &items)
{
    auto locked = co_await lockFeed(db, batch.user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    items = batch.items; // afresh in each attempt
    auto usage = co_await readUsage(db, batch.user, usualQuota);
    if (!usage)
        co_return fail(std::move(usage.error()));
    std::set<Uuid> fitting;
    for (auto &item : items) {
        if (!usage->hasRoomFor(item.upload->size)) {
            item.refuse(quotaExceeded(*usage, item.upload->size));
            continue;
        }
        usage->bytesReserved += item.upload->size;
        fitting.insert(item.id);
    }
    co_return co_await makeRows(db, batch.user, items, fitting);
}

} // namespace

Task<Result<void>> commitUploads(Room &room, CompletionBatch &batch)
{
    std::vector<CompletionItem> items;
    auto done = co_await store::transact(room.pool, [&](store::Connection &db) { return commit(db, batch, items); });
    if (!done)
        co_return fail(std::move(done.error()));
    batch.items = std::move(items);
    room.hub.wake(batch.user);
    co_return Result<void>();
}

Task<Result<void>> commitBrought(Room &room, CompletionBatch &batch)
{
    std::vector<CompletionItem> items;
    const auto quota = room.config.quotaBytes;
    auto done = co_await store::transact(
        room.pool, [&](store::Connection &db) { return commitUnannounced(db, quota, batch, items); });
    if (!done)
        co_return fail(std::move(done.error()));
    batch.items = std::move(items);
    room.hub.wake(batch.user);
    co_return Result<void>();
}

} // namespace learnlab::server::files
