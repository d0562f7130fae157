#pragma once
// What the handlers of this room share.

#include <server/links/links.h>

#include <server/http/json.h>

namespace learnlab::server::links {

using auth::Principal;
using http::Request;
using http::Response;
using support::Counter;
using support::fail;
using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

struct Links::Inner
{
    explicit Inner(LinksContext given);

    // What is handed to people: {public_url}/s/{token}.
    [[nodiscard]] std::string url(const Uuid &link) const;
    [[nodiscard]] boost::json::object json(const store::Row &row) const;
    [[nodiscard]] Counter &count(const char *what);
    // One line: what happened to which link. Never its token.
    void note(const Request &request, std::string_view what, const Uuid &link, std::string_view user = {}) const;

    LinksContext context;
    LinkKey key;
    Counter &created;
    Counter &changed;
    Counter &revoked;
    Counter &shown;
    Counter &downloads;
    Counter &unknown;
    Counter &wrongPassword;
    Counter &throttled;

    // The owner's calls.
    [[nodiscard]] Task<Result<Response>> create(Request &request, Principal who);
    [[nodiscard]] Task<Result<Response>> list(Principal who);
    [[nodiscard]] Task<Result<Response>> change(Request &request, Principal who);
    [[nodiscard]] Task<Result<Response>> revoke(Request &request, Principal who);

    // The stranger's.
    [[nodiscard]] Task<Result<Response>> show(Request &request);
    [[nodiscard]] Task<Result<Response>> download(Request &request);
    [[nodiscard]] Task<Result<void>> judge(Request &request, Uuid link, std::string hash);
};

} // namespace learnlab::server::links
