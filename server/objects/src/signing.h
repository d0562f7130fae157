#pragma once
// Signed addresses of the directory store: made and checked here, in one place. Pure, given the key and the time.

#include <server/http/message.h>
#include <server/objects/object_store.h>
#include <server/support/time.h>

namespace learnlab::server::objects {

// What an address allows.
struct Permission
{
    std::string method; // PUT or GET
    ObjectKey key;
    std::int64_t expires = 0; // seconds since 1970
    Part part;                // PUT
    std::string filename;     // GET: of Content-Disposition
    std::string etag;         // GET
};

class Signer
{
public:
    explicit Signer(std::string secret) : m_secret(std::move(secret)) {}
    // "/objects/…?…"
    [[nodiscard]] std::string sign(const Permission &permission) const;
    // 403 bad_signature for anything but exactly what was signed (unknown, missing or doubled parameters included), 403
    // expired. HEAD counts as GET.
    [[nodiscard]] Result<Permission> check(const http::Request &request, support::Time now) const;

private:
    [[nodiscard]] std::string signature(const Permission &permission) const;
    std::string m_secret;
};

} // namespace learnlab::server::objects
