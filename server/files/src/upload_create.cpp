// POST /uploads: announced, reserved and given addresses. The whole batch is decided in one transaction; the store
// hears of it afterwards, and a repeat of the request makes up for a crash between the two.

#include "upload.h"
#include "usage.h"

#include <server/domain/names.h>
#include <server/store/transaction.h>

#include <unordered_map>

namespace learnlab::server::files {

namespace {

struct Creation
{
    Room &room;
    Uuid user;
    std::vector<UploadRequest> requests;
    Uuid batch = Uuid::timeOrdered();
};

// One item after the transaction: an upload to be answered, or the answer itself.
struct Decided
{
    std::optional<Upload> upload;
    boost::json::object answer;
    bool repeated = false; // the upload was there before this request
};

// What the batch's decisions share; read once for all items.
struct Known
{
    std::unordered_map<Uuid, Upload> uploads;
    std::unordered_map<Uuid, boost::json::object> results; // files made by uploads that are done
    std::set<Uuid> usedFileIds;
    std::unordered_map<std::string, std::string> keyOfDigest; // contents of this user that the store has verified
    Places places;
    std::set<NameIn> taken;
    Usage usage;
};

Task<Result<void>> readUploads(store::Connection &db, const Creation &asked, Known &known)
{
    std::vector<Uuid> ids;
    std::vector<Uuid> fileIds;
    for (const auto &request : asked.requests) {
        ids.push_back(request.id);
        fileIds.push_back(request.fileId);
    }
    auto uploads = co_await loadUploads(db, asked.user, std::move(ids));
    if (!uploads)
        co_return fail(std::move(uploads.error()));
    std::vector<Uuid> results;
    for (auto &upload : *uploads) {
        if (upload.resultFile)
            results.push_back(*upload.resultFile);
        known.uploads.insert_or_assign(upload.id, std::move(upload));
    }
    auto files = co_await loadFiles(db, asked.user, std::move(results));
    if (!files)
        co_return fail(std::move(files.error()));
    for (std::size_t i = 0; i < files->size(); ++i)
        known.results.insert_or_assign((*files)[i].uuid("id"), fileJson((*files)[i]));
    auto used = co_await db.query("SELECT id FROM files WHERE id = ANY($1::uuid[])", store::arrayLiteral(fileIds));
    if (!used)
        co_return fail(std::move(used.error()));
    for (std::size_t i = 0; i < used->size(); ++i)
        known.usedFileIds.insert((*used)[i].uuid("id"));
    co_return Result<void>();
}

Task<Result<void>> readContents(store::Connection &db, const Creation &asked, Known &known)
{
    std::vector<std::string> digests;
    std::set<std::optional<Uuid>> folders;
    for (const auto &request : asked.requests) {
        if (request.sha256)
            digests.push_back(*request.sha256);
        folders.insert(request.folder);
    }
    auto places = co_await findPlaces(db, asked.user, std::move(folders));
    if (!places)
        co_return fail(std::move(places.error()));
    known.places = std::move(*places);
    auto objects =
        co_await db.query("SELECT key, sha256, size FROM objects WHERE user_id = $1 AND sha256 = ANY($2::bpchar[]) "
                          "AND verified_at IS NOT NULL "
                          "AND NOT EXISTS (SELECT 1 FROM object_deletions AS gone WHERE gone.key = objects.key "
                          "AND gone.due_at < CURRENT_TIMESTAMP + INTERVAL '1 day')",
                          asked.user, store::arrayLiteral(digests));
    if (!objects)
        co_return fail(std::move(objects.error()));
    for (std::size_t i = 0; i < objects->size(); ++i) {
        const auto row = (*objects)[i];
        known.keyOfDigest.emplace(row.text("sha256") + "." + row.text("size"), row.text("key"));
    }
    std::vector<NameIn> names;
    for (const auto &request : asked.requests) {
        if (auto name = domain::checkName(request.filename))
            names.emplace_back(request.folder, std::move(*name));
    }
    auto taken = co_await findTaken(db, asked.user, std::move(names));
    if (!taken)
        co_return fail(std::move(taken.error()));
    known.taken = std::move(*taken);
    auto usage = co_await readUsage(db, asked.user, asked.room.config.quotaBytes);
    if (!usage)
        co_return fail(std::move(usage.error()));
    known.usage = *usage;
    co_return Result<void>();
}

// What speaks against the new upload, or nothing.
Task<Result<void>> refuse(store::Connection &db, const Creation &asked, const Known &known,
                          const UploadRequest &request)
{
    if (request.size > asked.room.config.maxFileSize)
        co_return fail(problem(413, "too_large", "The file is larger than this server takes."));
    auto name = domain::checkName(request.filename);
    if (!name)
        co_return fail(std::move(name.error()).withField("filename"));
    if (!known.places.at(request.folder).live)
        co_return fail(problem(409, "parent_gone", "The folder is gone."));
    NameOwner owner;
    if (known.taken.contains({request.folder, *name})) {
        auto found = co_await findOwner(db, asked.user, request.folder, *name);
        if (!found)
            co_return fail(std::move(found.error()));
        owner = std::move(*found);
    }
    const bool replaces = request.ifExists == domain::IfExists::Replace && owner.file;
    if (replaces && request.ifRevision && *request.ifRevision != owner.file->front().integer("revision"))
        co_return fail(problem(409, "revision_conflict", "The file was changed meanwhile.")
                           .withRevision(owner.file->front().integer("revision")));
    if (owner.taken() && !replaces && request.ifExists != domain::IfExists::KeepBoth) {
        auto taken = problem(409, "name_taken", "This name is taken in that folder.");
        if (owner.file)
            taken = std::move(taken).withMember("existing", fileJson(owner.file->front()));
        co_return fail(std::move(taken));
    }
    if (!replaces && known.usedFileIds.contains(request.fileId))
        co_return fail(problem(422, "operation_id_reused", "This file id was used before.").withField("file_id"));
    if (!known.usage.hasRoomFor(request.size))
        co_return fail(quotaExceeded(known.usage, request.size));
    co_return Result<void>();
}

Upload makeUpload(const Creation &asked, const Known &known, const UploadRequest &request)
{
    Upload upload;
    upload.id = request.id;
    upload.requestHash = request.hash;
    upload.keyText = objects::ObjectKey{asked.user, asked.batch, request.id}.text();
    upload.size = request.size;
    upload.sha256 = request.sha256;
    upload.partSize = domain::partSize(request.size, asked.room.config.partSize, request.partSize);
    upload.method = request.size <= asked.room.config.multipartThreshold ? domain::UploadMethod::Single
                                                                         : domain::UploadMethod::Multipart;
    if (request.sha256) {
        const auto there = known.keyOfDigest.find(*request.sha256 + "." + std::to_string(request.size));
        if (there != known.keyOfDigest.end()) {
            upload.method = domain::UploadMethod::Present;
            upload.keyText = there->second;
        }
    }
    return upload;
}

struct Insertions
{
    store::Columns rows;
    std::vector<std::string> presentKeys;
};

void addRow(Insertions &made, const UploadRequest &request, const Upload &upload)
{
    made.rows.add(request.id, request.hash, upload.keyText, request.fileId, request.folder,
                  domain::toNfc(request.filename), request.size, request.mimeType, request.modified,
                  domain::text(request.ifExists), request.ifRevision, request.sha256, domain::text(upload.method),
                  upload.partSize);
    if (upload.method == domain::UploadMethod::Present)
        made.presentKeys.push_back(upload.keyText);
}

Task<Result<void>> insertUploads(store::Connection &db, const Creation &asked, const Insertions &made)
{
    if (made.rows.empty())
        co_return Result<void>();
    store::Params params;
    params.emplace_back(asked.user);
    params.emplace_back(asked.batch);
    made.rows.appendTo(params);
    auto inserted = co_await db.run(
        "INSERT INTO uploads (user_id, batch_id, id, request_hash, object_key, file_id, folder_id, filename, "
        "file_size, mime_type, content_modified_at, if_exists, if_revision, sha256, method, part_size) "
        "SELECT $1, $2, made.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], "
        "$9::bigint[], $10::text[], $11::timestamptz[], $12::text[], $13::bigint[], $14::text[], $15::text[], "
        "$16::bigint[]) AS made",
        std::move(params));
    if (!inserted)
        co_return fail(std::move(inserted.error()));
    if (made.presentKeys.empty())
        co_return Result<void>();
    auto kept = co_await db.query("DELETE FROM object_deletions WHERE key = ANY($1::text[])",
                                  store::arrayLiteral(made.presentKeys));
    if (!kept)
        co_return fail(std::move(kept.error()));
    co_return Result<void>();
}

Decided decideKnown(const Known &known, const UploadRequest &request, const Upload &upload)
{
    if (upload.requestHash != request.hash)
        return {{},
                uploadFailed(request.id,
                             problem(422, "operation_id_reused", "This upload id was used for another upload."))};
    if (upload.state == domain::UploadState::Abandoned)
        return {{}, uploadFailed(request.id, problem(409, "upload_state", "This upload was given up."))};
    if (upload.state == domain::UploadState::Done) {
        const auto file = upload.resultFile ? known.results.find(*upload.resultFile) : known.results.end();
        if (file == known.results.end())
            return {{},
                    uploadFailed(request.id,
                                 problem(409, "upload_state", "This upload was completed and its file removed."))};
        return {{}, uploadDone(upload, file->second)};
    }
    return {upload, {}, true};
}

Task<Result<std::vector<Decided>>> decide(store::Connection &db, const Creation &asked)
{
    auto locked = co_await lockFeed(db, asked.user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    Known known;
    auto read = co_await readUploads(db, asked, known);
    if (read)
        read = co_await readContents(db, asked, known);
    if (!read)
        co_return fail(std::move(read.error()));
    std::vector<Decided> decided;
    Insertions made;
    for (const auto &request : asked.requests) {
        const auto there = known.uploads.find(request.id);
        if (there != known.uploads.end()) {
            decided.push_back(decideKnown(known, request, there->second));
            continue;
        }
        auto allowed = co_await refuse(db, asked, known, request);
        if (!allowed) {
            if (allowed.error().status == 500 || allowed.error().status == 503)
                co_return fail(std::move(allowed.error()));
            decided.push_back({{}, uploadFailed(request.id, allowed.error())});
            continue;
        }
        const auto upload = makeUpload(asked, known, request);
        addRow(made, request, upload);
        known.usage.bytesReserved += request.size;
        known.uploads.insert_or_assign(request.id, upload); // the same id twice in one batch
        decided.push_back({upload, {}});
    }
    auto inserted = co_await insertUploads(db, asked, made);
    if (!inserted)
        co_return fail(std::move(inserted.error()));
    co_return decided;
}

boost::json::object answerOpen(const Room &room, const Upload &upload)
{
    if (upload.method == domain::UploadMethod::Present)
        return {{"upload_id", upload.id.text()}, {"status", "present"}};
    boost::json::object out{{"upload_id", upload.id.text()},
                            {"status", "open"},
                            {"method", domain::text(upload.method)},
                            {"expires_in", addressLifetime.count()}};
    if (upload.method == domain::UploadMethod::Multipart) {
        out["expires_in"] = uploadIdleTime.count();
        out["part_size"] = upload.partSize;
        return out;
    }
    const auto address = room.objects.putAddress(*upload.key(), {1, upload.size, upload.sha256.value_or(std::string())},
                                                 addressLifetime);
    boost::json::object headers;
    for (const auto &[name, value] : address.headers)
        headers[name] = value;
    out["url"] = address.url;
    out["headers"] = std::move(headers);
    return out;
}

Task<Result<std::vector<Decided>>> decideInTransaction(const Creation &asked)
{
    co_return co_await store::transact(asked.room.pool, [&](store::Connection &db) { return decide(db, asked); });
}

} // namespace

Task<Result<Response>> postUploads(Room &room, Request &request, Principal who)
{
    auto body = http::jsonBody(request);
    if (!body)
        co_return fail(std::move(body.error()));
    const auto items = http::Members(*body).requireArray("uploads", static_cast<std::size_t>(room.config.maxBatch));
    if (!items)
        co_return fail(items.error());
    Creation asked{room, who.userId, {}};
    const UploadLimits limits{room.config.multipartThreshold, room.config.maxFileSize};
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        auto parsed = parseUploadRequest((**items)[i], "uploads[" + std::to_string(i) + "].", limits);
        if (!parsed)
            co_return fail(std::move(parsed.error()));
        asked.requests.push_back(std::move(*parsed));
    }
    auto decided = co_await decideInTransaction(asked);
    if (!decided)
        co_return fail(std::move(decided.error()));

    std::vector<objects::Beginning> open;
    for (const auto &item : *decided) {
        if (item.upload && item.upload->method != domain::UploadMethod::Present && item.upload->key())
            open.push_back(
                {*item.upload->key(), item.upload->method == domain::UploadMethod::Multipart, item.repeated});
    }
    auto begun = co_await room.objects.begin(std::move(open));
    if (!begun)
        co_return fail(std::move(begun.error()));
    boost::json::array results;
    for (auto &item : *decided)
        results.emplace_back(item.upload ? answerOpen(room, *item.upload) : std::move(item.answer));
    co_return http::json(200, boost::json::object{{"results", std::move(results)}});
}

} // namespace learnlab::server::files
