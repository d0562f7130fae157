#include "handlers.h"

namespace learnlab::server::auth {
namespace {

using http::Request;

// Whoever finds an unlocked computer has a session, not the password.
Task<Result<void>> confirmPassword(Services &services, const Request &request, Principal who, std::string password)
{
    auto attempt = co_await services.throttle.beginConfirmation(who.userId);
    if (!attempt) {
        audit(services, request, "password_confirmation_throttled", who.userId.text());
        co_return support::fail(std::move(attempt.error()));
    }
    auto matches = co_await services.accounts.isPassword(who.userId, std::move(password));
    if (!matches) {
        co_await services.throttle.takeBack(std::move(*attempt));
        co_return support::fail(std::move(matches.error()));
    }
    if (!*matches) {
        audit(services, request, "password_confirmation_refused", who.userId.text());
        co_return support::fail(support::problem(403, "bad_credentials", "This is not the current password.")
                                    .withField("current_password"));
    }
    co_await services.throttle.succeeded(std::move(*attempt));
    co_return Result<void>();
}

Answer me(Services &services, Principal who)
{
    auto user = co_await services.accounts.find(who.userId);
    if (!user)
        co_return support::fail(std::move(user.error()));
    co_return http::json(200, *user);
}

Answer changeMe(Services &services, const Request &request, Principal who)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    const http::Members members(*body);
    auto email = members.optionalText("email");
    auto username = members.optionalText("username");
    auto fullName = members.optionalText("full_name");
    auto password = members.optionalText("current_password");
    for (const auto *text : {&email, &username, &fullName, &password}) {
        if (!*text)
            co_return support::fail(text->error());
    }
    if (*email) {
        if (auto lawful = checkDomain(services.config, **email); !lawful)
            co_return support::fail(std::move(lawful.error()));
        if (!*password)
            co_return support::fail(members.wrong("current_password", "A new e-mail address needs the password."));
        auto confirmed = co_await confirmPassword(services, request, who, std::move(**password));
        if (!confirmed)
            co_return support::fail(std::move(confirmed.error()));
    }
    AccountChange change{std::move(*email), std::move(*username), std::move(*fullName)};
    const std::string what = change.email ? "with the e-mail address" : "";
    auto user = co_await services.accounts.change(who.userId, std::move(change));
    if (!user)
        co_return support::fail(std::move(user.error()));
    audit(services, request, "account_changed", who.userId.text(), what);
    co_return http::json(200, *user);
}

Answer changePassword(Services &services, const Request &request, Principal who)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    const http::Members members(*body);
    auto current = members.requireText("current_password");
    auto fresh = members.requireText("new_password");
    if (!current || !fresh)
        co_return support::fail(!current ? current.error() : fresh.error());
    const boost::json::value *keep = members.find("keep_other_sessions");
    if (keep != nullptr && !keep->is_bool())
        co_return support::fail(members.wrong("keep_other_sessions", "Expected true or false."));
    auto confirmed = co_await confirmPassword(services, request, who, std::move(*current));
    if (!confirmed)
        co_return support::fail(std::move(confirmed.error()));
    auto set = co_await services.accounts.setPassword(who.userId, std::move(*fresh));
    if (!set)
        co_return support::fail(std::move(set.error()));
    audit(services, request, "password_changed", who.userId.text());
    if (keep != nullptr && keep->get_bool())
        co_return http::noContent();
    auto ended = co_await services.sessions.endOthers(who);
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    services.sessionEnded(who.userId);
    co_return http::noContent();
}

Answer deleteMe(Services &services, const Request &request, Principal who)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    auto password = http::Members(*body).requireText("current_password");
    if (!password)
        co_return support::fail(std::move(password.error()));
    auto confirmed = co_await confirmPassword(services, request, who, std::move(*password));
    if (!confirmed)
        co_return support::fail(std::move(confirmed.error()));
    auto requested = co_await services.accounts.requestDeletion(who.userId);
    if (!requested)
        co_return support::fail(std::move(requested.error()));
    audit(services, request, "deletion_requested", who.userId.text());
    auto ended = co_await services.sessions.endAll(who.userId);
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    services.sessionEnded(who.userId);
    co_return http::noContent();
}

} // namespace

void addAccountRoutes(http::Router &router, Services &services)
{
    constexpr http::RouteOptions small{false, false, 16 << 10};
    Guard &guard = services.sessions;
    router.add("GET", "/auth/me",
               signedIn(guard, [&services](Request &, const Principal &who) { return me(services, who); }));
    router.add("PATCH", "/auth/me",
               signedIn(guard, [&services](Request &request,
                                           const Principal &who) { return changeMe(services, request, who); }),
               small);
    router.add("POST", "/auth/password",
               signedIn(guard, [&services](Request &request,
                                           const Principal &who) { return changePassword(services, request, who); }),
               small);
    router.add("DELETE", "/auth/me",
               signedIn(guard, [&services](Request &request,
                                           const Principal &who) { return deleteMe(services, request, who); }),
               small);
}

} // namespace learnlab::server::auth
