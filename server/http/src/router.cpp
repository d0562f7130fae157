#include <server/http/router.h>

#include <stdexcept>

namespace learnlab::server::http {
namespace {

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> parts;
    path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return parts;
        path.remove_prefix(slash + 1);
    }
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

struct Router::Node
{
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> any; // {name}
    std::map<std::string, Route, std::less<>> methods;

    void list(std::vector<std::pair<std::string, std::string>> &all) const
    {
        for (const auto &[method, route] : methods)
            all.emplace_back(method, route.name);
        for (const auto &[name, node] : literals)
            node->list(all);
        if (any)
            any->list(all);
    }
};

Router::Router() : m_root(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(std::string_view method, std::string_view pattern, Handler handler, RouteOptions options)
{
    Node *node = m_root.get();
    for (const std::string_view part : segments(pattern)) {
        auto &next = part.starts_with('{') ? node->any : node->literals[std::string(part)];
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    if (!node->methods.try_emplace(std::string(method), Route{std::string(pattern), std::move(handler), options})
             .second)
        throw std::logic_error("two handlers for " + std::string(method) + " " + std::string(pattern));
}

std::vector<std::pair<std::string, std::string>> Router::routes() const
{
    std::vector<std::pair<std::string, std::string>> all;
    m_root->list(all);
    return all;
}

namespace {

// The names of a pattern and what stands in their places.
Pairs takeValues(std::string_view pattern, const std::vector<std::string> &decoded)
{
    Pairs values;
    std::size_t at = 0;
    for (const std::string_view part : segments(pattern)) {
        if (part.starts_with('{'))
            values.emplace_back(part.substr(1, part.size() - 2), decoded[at]);
        ++at;
    }
    return values;
}

Problem methodNotAllowed(const std::map<std::string, Route, std::less<>> &methods)
{
    std::string allow;
    for (const auto &[name, route] : methods)
        allow += (allow.empty() ? "" : ", ") + name + (name == "GET" ? ", HEAD" : "");
    return support::problem(405, "method_not_allowed", "This address does not take that method.")
        .withMember("allow", boost::json::string(allow));
}

} // namespace

Result<RouteMatch> Router::match(std::string_view method, std::string_view rawPath) const
{
    if (!rawPath.starts_with('/'))
        return support::fail(support::malformed("The request target must be a path."));
    std::vector<std::string> decoded;
    std::string path;
    for (const std::string_view part : segments(rawPath)) {
        auto text = percentDecode(part, false);
        if (!text)
            return support::fail(support::malformed("The path is not properly encoded."));
        path += "/" + *text;
        decoded.push_back(std::move(*text));
    }
    const Node *node = m_root.get();
    for (const std::string &part : decoded) {
        const auto literal = node->literals.find(part);
        node = literal != node->literals.end() ? literal->second.get() : part.empty() ? nullptr : node->any.get();
        if (node == nullptr)
            break;
    }
    if (node == nullptr || node->methods.empty())
        return support::fail(support::notFound("There is nothing at this address."));
    const auto &methods = node->methods;
    auto found = methods.find(method);
    if (found == methods.end() && method == "HEAD")
        found = methods.find("GET");
    if (found == methods.end())
        return support::fail(methodNotAllowed(methods));
    return RouteMatch{&found->second, std::move(path), takeValues(found->second.name, decoded)};
}

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return {};
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        if (c == '\0')
            return {};
        decoded += c;
    }
    return decoded;
}

Result<Pairs> parseQuery(std::string_view query)
{
    Pairs pairs;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view item = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        if (item.empty())
            continue;
        const auto equals = item.find('=');
        auto name = percentDecode(item.substr(0, equals), true);
        auto value = equals == std::string_view::npos ? std::string() : percentDecode(item.substr(equals + 1), true);
        if (!name || !value)
            return support::fail(support::malformed("The query is not properly encoded."));
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

} // namespace learnlab::server::http
