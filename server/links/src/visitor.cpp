// What a stranger meets behind a link. Everything that is not open answers alike, whatever the reason.

#include "inner.h"
#include "page.h"

#include <server/http/router.h>

namespace learnlab::server::links {
namespace {

constexpr std::chrono::seconds addressLifetime{300}; // a browser begins at once

struct OpenLink
{
    Uuid id;
    std::string name;
    std::string key; // of the object
    std::string etag;
    std::string sha256;
    std::string expires;
    std::int64_t size = 0;
    std::optional<std::string> passwordHash;
};

Task<Result<std::optional<OpenLink>>> findOpen(store::Pool &pool, Uuid id)
{
    auto rows = co_await pool.query(
        "SELECT links.expires_at, links.password_hash, filename, file_size, s3_key, content_sha256, "
        "coalesce(objects.etag, '') AS etag FROM links JOIN files ON files.id = links.file_id "
        "JOIN users ON users.id = links.user_id LEFT JOIN objects ON objects.key = files.s3_key "
        "WHERE links.id = $1 AND links.revoked_at IS NULL AND (links.expires_at IS NULL OR links.expires_at > now()) "
        "AND NOT files.is_deleted AND coalesce(users.is_active, true)",
        id);
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::optional<OpenLink> found;
    if (!rows->empty()) {
        const auto row = rows->front();
        found = OpenLink{id,
                         row.text("filename"),
                         row.text("s3_key"),
                         row.text("etag"),
                         row.text("content_sha256"),
                         row.wireTime("expires_at"),
                         row.integer("file_size"),
                         row.optionalText("password_hash")};
    }
    co_return found;
}

// A form's field; empty for any other body.
std::string passwordOf(const Request &request)
{
    const auto fields = http::parseQuery(request.body);
    if (!fields)
        return {};
    for (const auto &[name, value] : *fields) {
        if (name == "password")
            return value;
    }
    return {};
}

class Answers
{
public:
    Answers(const Request &request, const LinksContext &context)
        : m_frame{wordsFor(request.header("accept-language")), context.config.serverName}, m_context(context)
    {}

    [[nodiscard]] Response file(const OpenLink &link) const
    {
        return page(200, filePage(m_frame, {link.name, link.size, link.sha256, link.expires}));
    }
    [[nodiscard]] Response password() const { return page(200, passwordPage(m_frame, false)); }
    [[nodiscard]] Response wrongPassword() const { return page(403, passwordPage(m_frame, true)); }
    [[nodiscard]] Response closed() const { return page(404, closedPage(m_frame)); }
    [[nodiscard]] Response refused(const Problem &why) const
    {
        auto response = why.status == 429 ? page(429, waitPage(m_frame)) : page(503, troublePage(m_frame));
        response.headers.emplace_back("Retry-After", std::to_string(why.retryAfter.value_or(5)));
        return response;
    }
    [[nodiscard]] Response leadTo(const std::string &address) const
    {
        auto response = page(303, {});
        response.headers.emplace_back("Location", address);
        return response;
    }

private:
    [[nodiscard]] Response page(int status, std::string text) const
    {
        Response response;
        response.status = status;
        response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                            {"Content-Language", std::string(m_frame.words.language)},
                            {"Vary", "Accept-Language"},
                            {"Cache-Control", "no-store"},
                            {"Content-Security-Policy", pagePolicy(m_context.contentsUrl())},
                            {"Referrer-Policy", "no-referrer"},
                            {"X-Content-Type-Options", "nosniff"},
                            {"X-Frame-Options", "DENY"},
                            {"Cross-Origin-Opener-Policy", "same-origin"},
                            {"X-Robots-Tag", "noindex, nofollow"}};
        response.body = std::move(text);
        return response;
    }

    PageFrame m_frame;
    const LinksContext &m_context;
};

} // namespace

Task<Result<Response>> Links::Inner::show(Request &request)
{
    const Answers answers(request, context);
    const auto id = key.open(request.pathValue("token"));
    if (!id) {
        unknown.add();
        co_return answers.closed();
    }
    auto found = co_await findOpen(context.pool, *id);
    if (!found)
        co_return answers.refused(found.error());
    if (!*found) {
        unknown.add();
        co_return answers.closed();
    }
    shown.add();
    if ((*found)->passwordHash)
        co_return answers.password();
    co_return answers.file(**found);
}

// 403 for a wrong password, 429 after many of them.
Task<Result<void>> Links::Inner::judge(Request &request, Uuid link, std::string hash)
{
    auto attempt = co_await context.throttle.beginLink(link, request.peer);
    if (!attempt) {
        throttled.add();
        note(request, "link_password_throttled", link);
        co_return fail(std::move(attempt.error()));
    }
    auto matches = co_await context.passwords.matches(passwordOf(request), std::move(hash));
    if (!matches) {
        co_await context.throttle.takeBack(std::move(*attempt));
        co_return fail(std::move(matches.error()));
    }
    if (!*matches) {
        wrongPassword.add();
        note(request, "link_password_refused", link);
        co_return fail(support::problem(403, "bad_credentials", "This is not the password."));
    }
    co_await context.throttle.succeeded(std::move(*attempt));
    co_return Result<void>();
}

Task<Result<Response>> Links::Inner::download(Request &request)
{
    const Answers answers(request, context);
    const auto id = key.open(request.pathValue("token"));
    if (!id) {
        unknown.add();
        co_return answers.closed();
    }
    auto found = co_await findOpen(context.pool, *id);
    if (!found)
        co_return answers.refused(found.error());
    const auto object = *found ? objects::ObjectKey::parse((*found)->key) : std::nullopt;
    if (!object || (*found)->sha256.empty()) {
        unknown.add();
        co_return answers.closed();
    }
    const OpenLink &link = **found;
    if (link.passwordHash) {
        auto judged = co_await judge(request, *id, *link.passwordHash);
        if (!judged && judged.error().status == 403)
            co_return answers.wrongPassword();
        if (!judged)
            co_return answers.refused(judged.error());
    }
    auto counted = co_await context.pool.query("UPDATE links SET opened = opened + 1 WHERE id = $1", *id);
    static_cast<void>(counted); // a count that is lost keeps nobody from their file
    downloads.add();
    const objects::Download handedOut{*object, link.name, context.objects.etag(link.etag, link.sha256)};
    co_return answers.leadTo(context.objects.getAddress(handedOut, addressLifetime));
}

} // namespace learnlab::server::links
