#pragma once
// AWS Signature Version 4 as S3 wants it: the path encoded once, queries sorted, headers trimmed. Pure but for a key
// that is derived once a day and kept; loop thread.

#include <server/http/message.h>
#include <server/support/time.h>

#include <chrono>

namespace learnlab::server::objects {

struct Credentials
{
    std::string accessKey;
    std::string secretKey;
    std::string region;
    std::string service = "s3";
};

struct Signable
{
    std::string method;
    std::string path;    // decoded, with a slash at its start
    http::Pairs query;   // decoded
    http::Pairs headers; // names in lower case, in any order; all of them are signed, "host" must be one
    std::string payload; // what the body's digest is: 64 hex digits, or UNSIGNED-PAYLOAD
};

class RequestSigner
{
public:
    explicit RequestSigner(Credentials credentials) : m_credentials(std::move(credentials)) {}
    // The value of Authorization. The caller has put x-amz-date (awsTime(now)) among the headers.
    [[nodiscard]] std::string authorization(const Signable &what, support::Time now) const;
    // The query of an address, complete and encoded, that is good for `lifetime` (a week at most).
    [[nodiscard]] std::string presignedQuery(Signable what, support::Time now, std::chrono::seconds lifetime) const;

private:
    [[nodiscard]] std::string scope(const std::string &day) const;
    [[nodiscard]] std::string signature(const Signable &what, const std::string &time) const;
    [[nodiscard]] const std::string &keyOf(const std::string &day) const;

    Credentials m_credentials;
    mutable std::string m_day;
    mutable std::string m_key;
};

inline constexpr std::string_view unsignedPayload = "UNSIGNED-PAYLOAD";

[[nodiscard]] std::string awsTime(support::Time time);                        // 20130524T000000Z
[[nodiscard]] std::string encodeUri(std::string_view text, bool keepSlashes); // RFC 3986, unreserved bytes stay
[[nodiscard]] std::string encodeQuery(const http::Pairs &query);              // sorted as the signature wants it
[[nodiscard]] std::string canonicalRequest(const Signable &what);

} // namespace learnlab::server::objects
