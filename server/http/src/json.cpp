#include <server/http/json.h>

#include <server/support/bytes.h>

#include <boost/json/parse.hpp>

namespace learnlab::server::http {
namespace {

bool isJsonType(std::string_view contentType)
{
    const std::string type = support::asciiLower(contentType.substr(0, contentType.find(';')));
    return type.empty() || type == "application/json" || type == "application/json " ||
           type == "application/problem+json";
}

// Every value takes 24 bytes and more in memory and may take two in the text.
bool hasManyValues(std::string_view text)
{
    constexpr std::size_t most = 400000; // 500 completions that name all their parts have fewer
    std::size_t count = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted && c == '\\')
            ++i;
        else if (!quoted && (c == ',' || c == '[' || c == '{' || c == ':'))
            ++count;
    }
    return count > most;
}

} // namespace

Result<boost::json::object> jsonBody(const Request &request)
{
    if (!isJsonType(request.header("content-type")))
        return support::fail(support::problem(415, "unsupported_media_type", "Expected application/json."));
    if (hasManyValues(request.body))
        return support::fail(support::problem(413, "too_large", "The body has more values than this server takes."));
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(request.body, error, {}, options);
    if (error)
        return support::fail(support::malformed("The body is not valid JSON."));
    if (!value.is_object())
        return support::fail(support::malformed("The body must be a JSON object."));
    return std::move(value.as_object());
}

const boost::json::value *Members::find(std::string_view name) const
{
    const boost::json::value *value = m_object.if_contains(name);
    return value != nullptr && !value->is_null() ? value : nullptr;
}

Problem Members::wrong(std::string_view name, std::string detail) const
{
    return support::malformed(std::move(detail), m_prefix + std::string(name));
}

Result<std::optional<std::string>> Members::optionalText(std::string_view name) const
{
    const boost::json::value *value = find(name);
    if (value == nullptr)
        return std::optional<std::string>();
    const boost::json::string *text = value->if_string();
    if (text == nullptr)
        return support::fail(wrong(name, "Expected a text."));
    if (text->find('\0') != boost::json::string::npos)
        return support::fail(wrong(name, "The text must not contain NUL."));
    return std::string(text->data(), text->size());
}

Result<std::string> Members::requireText(std::string_view name) const
{
    auto text = optionalText(name);
    if (!text)
        return support::fail(std::move(text.error()));
    if (!*text)
        return support::fail(wrong(name, "This member is missing."));
    return std::move(**text);
}

Result<std::optional<support::Uuid>> Members::optionalUuid(std::string_view name) const
{
    const auto text = optionalText(name);
    if (!text)
        return support::fail(text.error());
    if (!*text)
        return std::optional<support::Uuid>();
    const auto id = support::Uuid::parse(**text);
    if (!id)
        return support::fail(wrong(name, "Expected a UUID."));
    return id;
}

Result<support::Uuid> Members::requireUuid(std::string_view name) const
{
    auto id = optionalUuid(name);
    if (!id)
        return support::fail(std::move(id.error()));
    if (!*id)
        return support::fail(wrong(name, "This member is missing."));
    return **id;
}

Result<std::optional<std::int64_t>> Members::optionalInteger(std::string_view name) const
{
    const boost::json::value *value = find(name);
    if (value == nullptr)
        return std::optional<std::int64_t>();
    boost::system::error_code error;
    const auto number = value->is_int64() || value->is_uint64() ? value->to_number<std::int64_t>(error) : 0;
    if (error || !(value->is_int64() || value->is_uint64()))
        return support::fail(wrong(name, "Expected a whole number."));
    return std::optional<std::int64_t>(number);
}

Result<std::int64_t> Members::requireInteger(std::string_view name) const
{
    auto number = optionalInteger(name);
    if (!number)
        return support::fail(std::move(number.error()));
    if (!*number)
        return support::fail(wrong(name, "This member is missing."));
    return **number;
}

Result<const boost::json::array *> Members::requireArray(std::string_view name, std::size_t most) const
{
    const boost::json::value *value = find(name);
    if (value == nullptr)
        return support::fail(wrong(name, "This member is missing."));
    const boost::json::array *array = value->if_array();
    if (array == nullptr)
        return support::fail(wrong(name, "Expected an array."));
    if (array->size() > most)
        return support::fail(wrong(name, "Expected at most " + std::to_string(most) + " items."));
    return array;
}

} // namespace learnlab::server::http
