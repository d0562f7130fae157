#include "handlers.h"

#include <server/support/bytes.h>

namespace learnlab::server::auth {
namespace {

using http::Request;
using http::Response;

struct Credentials
{
    std::string email;
    std::string password;
    std::optional<std::string> deviceInfo;
};

// JSON with e-mail and password, or the form of API 1, where the e-mail is called username.
Result<Credentials> readCredentials(const Request &request)
{
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
        auto form = http::parseQuery(request.body);
        if (!form)
            return support::fail(std::move(form.error()));
        Credentials credentials;
        for (auto &[name, value] : *form) {
            if (!support::isUtf8(value))
                return support::fail(support::malformed("The form is not UTF-8.", name));
            if (name == "username")
                credentials.email = std::move(value);
            else if (name == "password")
                credentials.password = std::move(value);
            else if (name == "device_info")
                credentials.deviceInfo = std::move(value);
        }
        return credentials;
    }
    const auto body = http::jsonBody(request);
    if (!body)
        return support::fail(body.error());
    const http::Members members(*body);
    auto email = members.requireText("email");
    auto password = members.requireText("password");
    auto device = members.optionalText("device_info");
    if (!email || !password || !device)
        return support::fail(!email ? email.error() : !password ? password.error() : device.error());
    return Credentials{std::move(*email), std::move(*password), std::move(*device)};
}

boost::json::object tokensJson(const IssuedTokens &issued)
{
    return {{"access_token", issued.access},
            {"refresh_token", issued.refresh},
            {"token_type", "bearer"},
            {"expires_in", issued.expiresIn},
            {"refresh_expires_in", issued.refreshExpiresIn},
            {"session_id", issued.claims.sessionId.text()}};
}

Answer answerTokens(Services &services, Result<IssuedTokens> issued)
{
    if (!issued)
        co_return support::fail(std::move(issued.error()));
    auto user = co_await services.accounts.find(issued->claims.userId);
    if (!user)
        co_return support::fail(std::move(user.error()));
    boost::json::object body = tokensJson(*issued);
    body["user"] = std::move(*user);
    co_return http::json(200, body);
}

Answer registerAccount(Services &services, const Request &request)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    const http::Members members(*body);
    auto email = members.requireText("email");
    auto username = members.requireText("username");
    auto password = members.requireText("password");
    auto fullName = members.optionalText("full_name");
    for (const auto *text : {&email, &username, &password}) {
        if (!*text)
            co_return support::fail(text->error());
    }
    if (!fullName)
        co_return support::fail(fullName.error());
    auto allowed = co_await mayRegister(services, request, *body, *email);
    if (!allowed) {
        audit(services, request, "registration_refused", {}, allowed.error().code);
        co_return support::fail(std::move(allowed.error()));
    }
    NewAccount account{std::move(*email), std::move(*username), std::move(*password), std::move(*fullName)};
    auto user = co_await services.accounts.add(std::move(account));
    if (!user)
        co_return support::fail(std::move(user.error()));
    audit(services, request, "registered", support::asciiLower(std::string_view(user->at("id").as_string())));
    co_return http::json(200, *user); // as API 1 has always said it
}

support::Counter &signIns(Services &services, const char *how)
{
    return services.metrics.counter("learnlab_sign_ins_total", "Attempts to sign in.", {{"result", how}});
}

void countSignIn(Services &services, const char *how)
{
    signIns(services, how).add();
}

// Whose the credentials are. 401, 429 while there were too many failures, 503 when too many wait.
Task<Result<Uuid>> checkCredentials(Services &services, const Request &request, Credentials credentials)
{
    const std::string account = accountDigest(credentials.email);
    auto attempt = co_await services.throttle.beginSignIn(credentials.email, request.peer);
    if (!attempt) {
        countSignIn(services, "throttled");
        audit(services, request, "sign_in_throttled", {}, account);
        co_return support::fail(std::move(attempt.error()));
    }
    auto user = co_await services.accounts.verify(std::move(credentials.email), std::move(credentials.password));
    if (!user) {
        countSignIn(services, "failed");
        co_await services.throttle.takeBack(std::move(*attempt));
        co_return support::fail(std::move(user.error()));
    }
    if (!*user) {
        countSignIn(services, "refused");
        audit(services, request, "sign_in_refused", {}, account);
        co_return support::fail(
            support::problem(401, "bad_credentials", "The e-mail address or the password is wrong."));
    }
    countSignIn(services, "accepted");
    co_await services.throttle.succeeded(std::move(*attempt));
    co_return **user;
}

Answer login(Services &services, const Request &request)
{
    auto credentials = readCredentials(request);
    if (!credentials)
        co_return support::fail(std::move(credentials.error()));
    std::optional<std::string> device = std::move(credentials->deviceInfo);
    if (!device && !request.header("user-agent").empty())
        device = std::string(request.header("user-agent"));
    if (device && !support::isUtf8(*device))
        device.reset();
    auto user = co_await checkCredentials(services, request, std::move(*credentials));
    if (!user)
        co_return support::fail(std::move(user.error()));
    auto issued = co_await services.sessions.begin(*user, std::move(device));
    if (issued)
        audit(services, request, "signed_in", user->text(), issued->claims.sessionId.text());
    co_return co_await answerTokens(services, std::move(issued));
}

// In the body; API 1 has it in the query, which no log holds.
Result<std::string> refreshTokenOf(const Request &request)
{
    if (const auto told = request.queryValue("refresh_token"); told && request.body.empty())
        return std::string(*told);
    const auto body = http::jsonBody(request);
    if (!body)
        return support::fail(body.error());
    return http::Members(*body).requireText("refresh_token");
}

Answer refresh(Services &services, const Request &request)
{
    auto token = refreshTokenOf(request);
    if (!token)
        co_return support::fail(std::move(token.error()));
    auto issued = co_await services.sessions.rotate(std::move(*token));
    if (!issued && issued.error().code == "token_reused")
        audit(services, request, "token_reused", {});
    co_return co_await answerTokens(services, std::move(issued));
}

// API 1: the session of the refresh token in the query; without one all sessions of the user. A body means nothing.
Answer logoutByQuery(Services &services, const Request &request)
{
    auto who = co_await services.sessions.authenticate(request);
    if (!who)
        co_return support::fail(std::move(who.error()));
    Result<void> ended;
    if (const auto token = request.queryValue("refresh_token")) {
        // Somebody else's token ends nothing: it is not this user's to end.
        ended = co_await services.sessions.endByRefreshTokenOf(who->userId, std::string(*token));
        if (!ended && ended.error().status == 401)
            ended = Result<void>();
    } else {
        ended = co_await services.sessions.endAll(who->userId);
    }
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    audit(services, request, "signed_out", who->userId.text(), who->sessionId.text());
    services.sessionEnded(who->userId);
    const boost::json::object body{{"message", "Successfully logged out"}};
    co_return http::json(200, body);
}

// By the access token, or, when that has expired during a long sleep, by the refresh token.
Answer logout(Services &services, const Request &request)
{
    if (request.queryValue("refresh_token") || request.body.empty())
        co_return co_await logoutByQuery(services, request);
    auto who = co_await services.sessions.authenticate(request);
    if (who) {
        auto ended = co_await services.sessions.end(who->userId, who->sessionId);
        if (!ended)
            co_return support::fail(std::move(ended.error()));
        audit(services, request, "signed_out", who->userId.text(), who->sessionId.text());
        services.sessionEnded(who->userId);
        co_return http::noContent();
    }
    if (who.error().status != 401 || request.body.empty())
        co_return support::fail(std::move(who.error()));
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    auto token = http::Members(*body).requireText("refresh_token");
    if (!token)
        co_return support::fail(std::move(who.error()));
    auto ended = co_await services.sessions.endByRefreshToken(std::move(*token));
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    co_return http::noContent();
}

Answer listSessions(Services &services, Principal who)
{
    auto all = co_await services.sessions.list(who);
    if (!all)
        co_return support::fail(std::move(all.error()));
    boost::json::object body;
    body["sessions"] = std::move(*all);
    co_return http::json(200, body);
}

Answer endSession(Services &services, const Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return support::fail(id.error());
    auto ended = co_await services.sessions.end(who.userId, *id);
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    if (!*ended)
        co_return support::fail(support::notFound("There is no such session."));
    audit(services, request, "session_ended", who.userId.text(), id->text());
    services.sessionEnded(who.userId);
    co_return http::noContent();
}

Answer endOtherSessions(Services &services, const Request &request, Principal who)
{
    if (request.queryValue("except") != "current")
        co_return support::fail(support::malformed("Expected except=current.", "except"));
    auto ended = co_await services.sessions.endOthers(who);
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    audit(services, request, "other_sessions_ended", who.userId.text());
    services.sessionEnded(who.userId);
    co_return http::noContent();
}

} // namespace

void audit(Services &services, const Request &request, std::string_view event, std::string_view user,
           std::string_view why)
{
    services.audit.info(
        "audit", {{"what", event}, {"user", user}, {"about", why}, {"peer", request.peer}, {"request", request.id}});
}

void registerRoutes(http::Router &router, Services &services)
{
    for (const char *how :
         {"accepted", "refused", "throttled", "failed"}) // told from the start, so that rates are right
        (void)signIns(services, how);
    constexpr http::RouteOptions small{false, false, 16 << 10};
    Guard &guard = services.sessions;
    router.add(
        "POST", "/auth/register", [&services](Request &request) { return registerAccount(services, request); }, small);
    router.add(
        "POST", "/auth/login", [&services](Request &request) { return login(services, request); }, small);
    router.add(
        "POST", "/auth/refresh-token", [&services](Request &request) { return refresh(services, request); }, small);
    router.add(
        "POST", "/auth/logout", [&services](Request &request) { return logout(services, request); }, small);
    addAccountRoutes(router, services);
    router.add("GET", "/api/v2/sessions",
               signedIn(guard, [&services](Request &, const Principal &who) { return listSessions(services, who); }));
    router.add("DELETE", "/api/v2/sessions", signedIn(guard, [&services](Request &request, const Principal &who) {
                   return endOtherSessions(services, request, who);
               }));
    router.add("DELETE", "/api/v2/sessions/{id}", signedIn(guard, [&services](Request &request, const Principal &who) {
                   return endSession(services, request, who);
               }));
}

} // namespace learnlab::server::auth
