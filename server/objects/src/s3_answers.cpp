#include "s3_answers.h"

#include "xml.h"

#include <server/http/router.h>

#include <charconv>

namespace learnlab::server::objects {

namespace {

template <typename T>
std::optional<T> numberIn(std::string_view text)
{
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<XmlElement> document(std::string_view body, std::string_view name)
{
    auto root = parseXml(body);
    if (!root || root->name != name)
        return std::nullopt;
    return root;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

// Tags come with quotes, as an entity or plain, and from some stores without.
std::string quoted(std::string_view tag)
{
    if (tag.empty() || tag.starts_with('"'))
        return std::string(tag);
    return "\"" + std::string(tag) + "\"";
}

std::optional<StoredObject> readObjectEntry(const XmlElement &entry)
{
    // The listing is asked for with encoded keys: not every key can stand in XML.
    auto key = http::percentDecode(entry.textOf("Key"), true);
    const auto size = numberIn<std::int64_t>(entry.textOf("Size"));
    const auto modified = support::parseTime(entry.textOf("LastModified"));
    if (!key || key->empty() || !size || !modified)
        return std::nullopt;
    return StoredObject{std::move(*key), *size, *modified, quoted(entry.textOf("ETag"))};
}

} // namespace

std::optional<Listing> readListing(std::string_view body)
{
    const auto root = document(body, "ListBucketResult");
    if (!root)
        return std::nullopt;
    Listing listing;
    listing.more = root->textOf("IsTruncated") == "true";
    for (const auto &child : root->children) {
        if (child.name != "Contents")
            continue;
        auto object = readObjectEntry(child);
        if (!object)
            return std::nullopt;
        listing.objects.push_back(std::move(*object));
    }
    if (listing.more && listing.objects.empty())
        return std::nullopt; // would never end
    return listing;
}

std::optional<std::vector<OpenUpload>> readOpenUploads(std::string_view body)
{
    const auto root = document(body, "ListMultipartUploadsResult");
    if (!root)
        return std::nullopt;
    std::vector<OpenUpload> uploads;
    for (const auto &child : root->children) {
        if (child.name != "Upload")
            continue;
        const auto initiated = support::parseTime(child.textOf("Initiated"));
        OpenUpload upload{std::string(child.textOf("Key")), std::string(child.textOf("UploadId")),
                          initiated.value_or(support::Time())};
        if (upload.key.empty() || upload.id.empty())
            return std::nullopt;
        uploads.push_back(std::move(upload));
    }
    return uploads;
}

std::optional<PartsPage> readParts(std::string_view body)
{
    const auto root = document(body, "ListPartsResult");
    if (!root)
        return std::nullopt;
    PartsPage page;
    page.more = root->textOf("IsTruncated") == "true";
    for (const auto &child : root->children) {
        if (child.name != "Part")
            continue;
        const auto number = numberIn<int>(child.textOf("PartNumber"));
        const auto size = numberIn<std::int64_t>(child.textOf("Size"));
        if (!number || !size || *number < 1)
            return std::nullopt;
        page.last = *number;
        page.parts.push_back({{*number, *size, {}}, quoted(child.textOf("ETag"))});
    }
    if (page.more && page.parts.empty())
        return std::nullopt;
    return page;
}

std::optional<std::string> readUploadId(std::string_view body)
{
    const auto root = document(body, "InitiateMultipartUploadResult");
    if (!root || root->textOf("UploadId").empty())
        return std::nullopt;
    return std::string(root->textOf("UploadId"));
}

std::optional<std::string> readCompletedTag(std::string_view body)
{
    const auto root = document(body, "CompleteMultipartUploadResult");
    if (!root)
        return std::nullopt;
    auto tag = quoted(root->textOf("ETag"));
    return tag == "\"\"" ? std::string() : tag;
}

std::optional<std::vector<NotRemoved>> readNotRemoved(std::string_view body)
{
    const auto root = document(body, "DeleteResult");
    if (!root)
        return std::nullopt;
    std::vector<NotRemoved> left;
    for (const auto &child : root->children) {
        if (child.name == "Error")
            left.push_back({std::string(child.textOf("Key")), std::string(child.textOf("Code"))});
    }
    return left;
}

std::string readErrorCode(std::string_view body)
{
    const auto root = document(body, "Error");
    return root ? std::string(root->textOf("Code")) : std::string();
}

std::string writeCompletion(const std::vector<ReceivedPart> &parts)
{
    std::string body = "<CompleteMultipartUpload>";
    for (const auto &received : parts)
        body += "<Part><PartNumber>" + std::to_string(received.part.number) + "</PartNumber><ETag>" +
                escaped(received.etag) + "</ETag></Part>";
    return body + "</CompleteMultipartUpload>";
}

std::string writeRemoval(std::span<const std::string> keys)
{
    std::string body = "<Delete><Quiet>true</Quiet>";
    for (const auto &key : keys)
        body += "<Object><Key>" + escaped(key) + "</Key></Object>";
    return body + "</Delete>";
}

std::string writeLocation(std::string_view region)
{
    if (region.empty() || region == "us-east-1")
        return {};
    return "<CreateBucketConfiguration><LocationConstraint>" + escaped(region) +
           "</LocationConstraint></CreateBucketConfiguration>";
}

} // namespace learnlab::server::objects
