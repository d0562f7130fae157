#pragma once
// What the files of routes share.

#include <server/auth/routes.h>
#include <server/http/json.h>

namespace learnlab::server::auth {

using Answer = Task<Result<http::Response>>;

// Who may register: by configuration, e-mail domain or invitation code. 403 forbidden, invitation_invalid; 429.
[[nodiscard]] Task<Result<void>> mayRegister(Services &services, const http::Request &request,
                                             const boost::json::object &body, const std::string &email);
[[nodiscard]] Result<void> checkDomain(const support::Config &config, const std::string &email);

// The routes of an account that is signed in: /auth/me and /auth/password.
void addAccountRoutes(http::Router &router, Services &services);

void audit(Services &services, const http::Request &request, std::string_view event, std::string_view user,
           std::string_view why = {});

} // namespace learnlab::server::auth
