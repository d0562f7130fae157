// Conditional and partial answers for a file, after RFC 9110 sections 13 and 14.
#include <server/http/message.h>

#include <charconv>
#include <unistd.h>

namespace learnlab::server::http {
namespace {

struct Range
{
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

enum class RangeKind { None, Part, Unsatisfiable };

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

// A header that is not understood, or names several ranges, is as if it were not there.
RangeKind parseRange(std::string_view text, std::uint64_t size, Range &range)
{
    constexpr std::string_view unit = "bytes=";
    if (!text.starts_with(unit) || text.find(',') != std::string_view::npos)
        return RangeKind::None;
    text.remove_prefix(unit.size());
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return RangeKind::None;
    const auto first = wholeNumber(text.substr(0, dash));
    const auto last = wholeNumber(text.substr(dash + 1));
    if (dash == 0) { // the last N bytes
        if (!last)
            return RangeKind::None;
        if (*last == 0 || size == 0)
            return RangeKind::Unsatisfiable;
        range.length = std::min(*last, size);
        range.first = size - range.length;
        return RangeKind::Part;
    }
    if (!first || (!last && dash + 1 != text.size()) || (last && *last < *first))
        return RangeKind::None;
    if (*first >= size)
        return RangeKind::Unsatisfiable;
    range.first = *first;
    range.length = std::min(last.value_or(size - 1), size - 1) - *first + 1;
    return RangeKind::Part;
}

// A few bytes leave with the head, in one packet. False: they are too many, or not there.
bool readSmall(const FileHandle &file, const Range &range, std::variant<std::string, FileBody> &body)
{
    constexpr std::uint64_t few = 16 << 10;
    if (range.length > few)
        return false;
    std::string bytes(static_cast<std::size_t>(range.length), '\0');
    const auto count = ::pread(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(range.first));
    if (count != static_cast<ssize_t>(bytes.size()))
        return false;
    body = std::move(bytes);
    return true;
}

bool lists(std::string_view header, const std::string &etag)
{
    if (header == "*")
        return true;
    for (auto at = header.find(etag); at != std::string_view::npos; at = header.find(etag, at + 1)) {
        const bool starts = at == 0 || header[at - 1] == ' ' || header[at - 1] == ',';
        const auto end = at + etag.size();
        if (starts && (end == header.size() || header[end] == ',' || header[end] == ' '))
            return true;
    }
    return false;
}

} // namespace

Response fileResponse(const Request &request, FileHandle file, std::uint64_t size, const std::string &etag,
                      const std::string &contentType)
{
    const std::string_view ifMatch = request.header("if-match");
    if (!ifMatch.empty() && !lists(ifMatch, etag))
        return problemResponse(support::problem(412, "changed", "The content is another one now.")).with("ETag", etag);
    Response response;
    response.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}};
    const std::string_view ifNoneMatch = request.header("if-none-match");
    if (!ifNoneMatch.empty() && lists(ifNoneMatch, etag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", contentType);
    Range range{0, size};
    const std::string_view ifRange = request.header("if-range");
    const bool asked = request.method == "GET" && (ifRange.empty() || ifRange == etag);
    const RangeKind kind = asked ? parseRange(request.header("range"), size, range) : RangeKind::None;
    if (kind == RangeKind::Unsatisfiable)
        return problemResponse(support::problem(416, "range", "The range lies outside of the content."))
            .with("Content-Range", "bytes */" + std::to_string(size));
    if (kind == RangeKind::Part) {
        response.status = 206;
        response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                           std::to_string(range.first + range.length - 1) + "/" +
                                                           std::to_string(size));
    }
    if (request.method != "GET" || !readSmall(file, range, response.body))
        response.body = FileBody{std::move(file), range.first, range.length};
    return response;
}

} // namespace learnlab::server::http
