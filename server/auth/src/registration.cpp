#include "handlers.h"

#include <server/support/bytes.h>

#include <algorithm>
#include <fstream>
#include <sys/stat.h>

namespace learnlab::server::auth {
namespace {

Problem closedToThem(std::string why)
{
    return support::problem(403, "forbidden", std::move(why));
}

// Read at every registration: an administrator adds and removes codes while the server runs.
Result<bool> isInvitation(const std::string &path, std::string_view code)
{
    struct stat about
    {};
    if (::stat(path.c_str(), &about) != 0 || (about.st_mode & 077) != 0)
        return support::fail(support::internal("registration.invitation_file is absent or may be read by others"));
    std::ifstream file(path);
    bool found = false;
    for (std::string line; std::getline(file, line);) {
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
            line.pop_back();
        if (!line.empty() && line.front() != '#' && support::equalSecret(line, code))
            found = true;
    }
    return found;
}

Task<Result<void>> checkInvitation(Services &services, const http::Request &request, const boost::json::object &body)
{
    auto code = http::Members(body).requireText("invitation_code");
    if (!code)
        co_return support::fail(std::move(code.error()));
    auto attempt = co_await services.throttle.beginInvitation(request.peer);
    if (!attempt)
        co_return support::fail(std::move(attempt.error()));
    const auto invited = isInvitation(services.config.registrationInvitationFile, *code);
    if (invited && !*invited)
        co_return support::fail(support::problem(403, "invitation_invalid", "This invitation code is not valid.")
                                    .withField("invitation_code"));
    co_await services.throttle.takeBack(std::move(*attempt));
    if (!invited)
        co_return support::fail(invited.error());
    co_return Result<void>();
}

} // namespace

Result<void> checkDomain(const support::Config &config, const std::string &email)
{
    if (config.registration != support::Registration::Domains)
        return {};
    const std::string domain = support::asciiLower(email.substr(email.find('@') + 1));
    const auto &all = config.registrationDomains;
    if (std::find(all.begin(), all.end(), domain) != all.end())
        return {};
    return support::fail(
        closedToThem("This server takes e-mail addresses of certain domains only.").withField("email"));
}

Task<Result<void>> mayRegister(Services &services, const http::Request &request, const boost::json::object &body,
                               const std::string &email)
{
    switch (services.config.registration) {
    case support::Registration::Open:
        break;
    case support::Registration::Domains:
        co_return checkDomain(services.config, email);
    case support::Registration::Invitation:
        co_return co_await checkInvitation(services, request, body);
    case support::Registration::Closed:
        co_return support::fail(closedToThem("This server does not take new accounts."));
    }
    co_return Result<void>();
}

} // namespace learnlab::server::auth
