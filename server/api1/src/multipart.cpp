#include "multipart.h"

#include <server/http/router.h>
#include <server/support/bytes.h>

namespace learnlab::server::api1 {

using support::fail;

namespace {

constexpr std::size_t mostHead = 16 << 10;
constexpr std::size_t mostParts = 100;
constexpr std::size_t mostBoundary = 70; // RFC 2046

support::Failure noMultipart()
{
    return fail(support::malformed("The body is not well-formed multipart/form-data."));
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    return text;
}

// The value that `rest` begins with, quoted or not; takes it and the semicolon after it.
std::string takeValue(std::string_view &rest)
{
    std::string value;
    if (!rest.starts_with('"')) {
        const auto end = rest.find(';');
        value = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        return value;
    }
    std::size_t i = 1;
    for (; i < rest.size() && rest[i] != '"'; ++i) {
        // Old browsers send paths with backslashes as they are.
        if (rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\'))
            ++i;
        value += rest[i];
    }
    const auto end = rest.find(';', std::min(i, rest.size()));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return value;
}

// `a; name="x"; filename=y` by its parameters, names in lower case.
std::vector<std::pair<std::string, std::string>> parametersOf(std::string_view header)
{
    std::vector<std::pair<std::string, std::string>> all;
    const auto first = header.find(';');
    std::string_view rest = first == std::string_view::npos ? std::string_view() : header.substr(first + 1);
    while (!rest.empty()) {
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos)
            break;
        std::string name = support::asciiLower(trimmed(rest.substr(0, equals)));
        rest = trimmed(rest.substr(equals + 1));
        all.emplace_back(std::move(name), takeValue(rest));
    }
    return all;
}

// What browsers write for the three bytes that cannot stand in a quoted name.
std::string unescaped(std::string name)
{
    for (const auto &[escape, meaning] : {std::pair("%22", "\""), {"%0D", "\r"}, {"%0A", "\n"}}) {
        for (auto at = name.find(escape); at != std::string::npos; at = name.find(escape, at + 1))
            name.replace(at, 3, meaning);
    }
    return name;
}

// RFC 8187: UTF-8'language'percent-encoded.
std::optional<std::string> extended(std::string_view value)
{
    const auto charset = value.find('\'');
    const auto language = charset == std::string_view::npos ? charset : value.find('\'', charset + 1);
    if (language == std::string_view::npos || support::asciiLower(value.substr(0, charset)) != "utf-8")
        return std::nullopt;
    return http::percentDecode(value.substr(language + 1), false);
}

} // namespace

std::optional<std::string> boundaryOf(std::string_view contentType)
{
    constexpr std::string_view type = "multipart/form-data";
    if (support::asciiLower(trimmed(contentType.substr(0, contentType.find(';')))) != type)
        return std::nullopt;
    for (auto &[name, value] : parametersOf(contentType)) {
        if (name == "boundary" && !value.empty() && value.size() <= mostBoundary &&
            value.find_first_of("\r\n") == std::string::npos)
            return std::move(value);
    }
    return std::nullopt;
}

Result<PartHead> parsePartHead(std::string_view lines)
{
    PartHead head;
    std::optional<std::string> better;
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        const std::string_view line = lines.substr(0, end);
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 2);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            return noMultipart();
        const std::string name = support::asciiLower(trimmed(line.substr(0, colon)));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (name == "content-type")
            head.contentType = value;
        if (name != "content-disposition")
            continue;
        for (auto &[key, text] : parametersOf(value)) {
            if (key == "name")
                head.name = std::move(text);
            else if (key == "filename")
                head.filename = unescaped(std::move(text));
            else if (key == "filename*")
                better = extended(text);
        }
    }
    if (better)
        head.filename = std::move(better);
    return head;
}

Multipart::Multipart(const std::string &boundary, Events events)
    : m_delimiter("\r\n--" + boundary),
      m_events(std::move(events)),
      m_buffer("\r\n") // the first needs no line before it
{}

Result<void> Multipart::add(std::string_view bytes)
{
    m_buffer.erase(0, m_at);
    m_at = 0;
    m_buffer.append(bytes);
    for (;;) {
        auto more = step();
        if (!more)
            return fail(std::move(more.error()));
        if (!*more)
            return {};
    }
}

Result<bool> Multipart::step()
{
    switch (m_state) {
    case State::Preamble:
        return toBoundary(false);
    case State::Boundary:
        return afterBoundary();
    case State::Head:
        return head();
    case State::Body:
        return toBoundary(true);
    case State::End:
        break;
    }
    m_at = m_buffer.size(); // what follows the end means nothing
    return false;
}

bool Multipart::toBoundary(bool tell)
{
    const auto found = rest().find(m_delimiter);
    const std::size_t kept = m_delimiter.size() - 1; // may be the beginning of one
    std::size_t before = found;
    if (found == std::string_view::npos)
        before = rest().size() > kept ? rest().size() - kept : 0;
    if (tell && before > 0)
        m_events.bytes(rest().substr(0, before));
    m_at += before;
    if (found == std::string_view::npos)
        return false;
    m_at += m_delimiter.size();
    m_state = State::Boundary;
    return true;
}

Result<bool> Multipart::afterBoundary()
{
    if (rest().starts_with("--")) {
        m_state = State::End;
        return true;
    }
    std::size_t padding = 0;
    while (padding < rest().size() && (rest()[padding] == ' ' || rest()[padding] == '\t'))
        ++padding;
    if (padding > mostHead)
        return noMultipart();
    if (rest().size() < padding + 2)
        return false;
    if (rest().substr(padding, 2) != "\r\n")
        return noMultipart();
    m_at += padding; // the line's end stays: a part without a head begins with the empty line
    m_state = State::Head;
    return true;
}

Result<bool> Multipart::head()
{
    const auto end = rest().find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (rest().size() > mostHead + 3) // what is missing of the empty line
            return noMultipart();
        return false;
    }
    if (end > mostHead || ++m_parts > mostParts)
        return noMultipart();
    auto parsed = parsePartHead(end == 0 ? std::string_view() : rest().substr(2, end - 2));
    if (!parsed)
        return fail(std::move(parsed.error()));
    m_at += end + 4;
    m_events.begins(std::move(*parsed));
    m_state = State::Body;
    return true;
}

} // namespace learnlab::server::api1
