#include "upload.h"

#include <server/support/bytes.h>

namespace learnlab::server::files {

namespace {

Result<void> parseIds(const http::Members &item, UploadRequest &request)
{
    const auto id = item.requireUuid("upload_id");
    if (!id)
        return fail(id.error());
    request.id = *id;
    const auto file = item.requireUuid("file_id");
    if (!file)
        return fail(file.error());
    request.fileId = *file;
    const auto folder = item.optionalUuid("folder_id");
    if (!folder)
        return fail(folder.error());
    request.folder = *folder;
    return {};
}

Result<void> parseContent(const http::Members &item, UploadRequest &request, const UploadLimits &limits)
{
    const auto size = item.requireInteger("file_size");
    if (!size)
        return fail(size.error());
    if (*size < 0)
        return fail(item.wrong("file_size", "A size is not negative."));
    request.size = *size;
    const auto digest = item.optionalText("sha256");
    if (!digest)
        return fail(digest.error());
    if (*digest && !support::isLowerHexDigest(**digest))
        return fail(item.wrong("sha256", "A digest is 64 lower-case hex digits."));
    if (!*digest && request.size <= limits.multipartThreshold)
        return fail(item.wrong("sha256", "A file of this size needs its digest."));
    request.sha256 = *digest;
    return {};
}

Result<void> parseAbout(const http::Members &item, UploadRequest &request)
{
    const auto name = item.requireText("filename");
    if (!name)
        return fail(name.error());
    request.filename = *name;
    const auto mime = item.optionalText("mime_type");
    if (!mime)
        return fail(mime.error());
    if (*mime && support::codePoints(**mime) > 127)
        return fail(item.wrong("mime_type", "It is too long."));
    request.mimeType = *mime;
    const auto modified = item.optionalText("content_modified_at");
    if (!modified)
        return fail(modified.error());
    if (*modified) {
        request.modified = support::parseTime(**modified);
        if (!request.modified)
            return fail(item.wrong("content_modified_at", "It is no RFC 3339 time."));
    }
    return {};
}

Result<void> parsePolicy(const http::Members &item, UploadRequest &request)
{
    const auto policy = item.optionalText("if_exists");
    if (!policy)
        return fail(policy.error());
    const auto known = domain::ifExists(policy->value_or("fail"));
    if (!known)
        return fail(item.wrong("if_exists", "It is fail, keep_both or replace."));
    request.ifExists = *known;
    const auto revision = item.optionalInteger("if_revision");
    if (!revision)
        return fail(revision.error());
    request.ifRevision = *revision;
    const auto partSize = item.optionalInteger("part_size");
    if (!partSize)
        return fail(partSize.error());
    request.partSize = partSize->value_or(0);
    if (request.partSize < 0)
        return fail(item.wrong("part_size", "It is a number of bytes."));
    return {};
}

std::string uploadHash(const UploadRequest &request)
{
    const boost::json::array all{request.fileId.text(),
                                 request.folder ? request.folder->text() : std::string(),
                                 request.filename,
                                 request.size,
                                 request.mimeType.value_or(std::string()),
                                 request.modified ? support::formatTime(*request.modified) : std::string(),
                                 domain::text(request.ifExists),
                                 request.ifRevision.value_or(-1),
                                 request.sha256.value_or(std::string())};
    return support::toHex(support::sha256(boost::json::serialize(all)));
}

} // namespace

Result<UploadRequest> parseUploadRequest(const boost::json::value &value, const std::string &prefix,
                                         const UploadLimits &limits)
{
    const auto *object = value.if_object();
    if (!object)
        return fail(support::malformed("Each upload is an object.", prefix.substr(0, prefix.size() - 1)));
    const http::Members item(*object, prefix);
    UploadRequest request;
    auto parsed = parseIds(item, request);
    if (parsed)
        parsed = parseContent(item, request, limits);
    if (parsed)
        parsed = parseAbout(item, request);
    if (parsed)
        parsed = parsePolicy(item, request);
    if (!parsed)
        return fail(std::move(parsed.error()));
    request.hash = uploadHash(request);
    return request;
}

} // namespace learnlab::server::files
