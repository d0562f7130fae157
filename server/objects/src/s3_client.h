#pragma once
// Signed calls to one bucket, repeated when that may help. Loop thread; owner: the store.

#include "http_client.h"
#include "sigv4.h"

#include <server/objects/s3_store.h>

namespace learnlab::server::objects {

struct S3Call
{
    std::string method = "GET";
    std::string key; // empty: the bucket itself
    http::Pairs query;
    http::Pairs headers; // names in lower case; signed
    std::string body;
    std::string sha256; // of the body; empty: made here
    bool slow = false;  // has a large body, or the service has much to do
};

// What the service said, if that is its last word: 2xx, 3xx or 4xx.
struct S3Answer
{
    int status = 0;
    std::string code; // of the error document, empty for 2xx and for HEAD
    Reply reply;

    [[nodiscard]] bool good() const { return status >= 200 && status < 300; }
    [[nodiscard]] bool missing() const { return status == 404; }
};

struct Presigned
{
    std::string method;
    std::string key;
    http::Pairs query;
    http::Pairs headers; // signed, besides the host
    std::string payload; // digest, or unsignedPayload
};

class S3Client
{
public:
    // As S3Store::open.
    [[nodiscard]] static Result<std::unique_ptr<S3Client>> create(boost::asio::any_io_executor executor,
                                                                  S3Options options);

    // 503 when there was no last word in time. `call` outlives it.
    [[nodiscard]] Task<Result<S3Answer>> send(const S3Call &call);
    // The same, where a 4xx is a failure too: 503 with the code as its cause, 503 store_full for a full one.
    [[nodiscard]] Task<Result<S3Answer>> require(const S3Call &call);

    // An address for clients.
    [[nodiscard]] std::string presign(const Presigned &what, std::chrono::seconds lifetime) const;
    // What a client would do with such an address, done by the server, once.
    [[nodiscard]] Task<Result<S3Answer>> sendPresigned(const Presigned &what, std::string body);

    [[nodiscard]] std::chrono::seconds skew() const { return m_skew; }
    [[nodiscard]] std::uint64_t callCount() const { return m_calls; }
    [[nodiscard]] const S3Options &options() const { return m_options; }
    [[nodiscard]] const Endpoint &publicEndpoint() const { return m_public; }

private:
    S3Client(boost::asio::any_io_executor executor, S3Options options, Endpoint publicEndpoint,
             std::unique_ptr<HttpClient> http);
    [[nodiscard]] std::string path(const std::string &key) const;
    [[nodiscard]] Exchange exchangeFor(const S3Call &call, const std::string &sha256) const;
    [[nodiscard]] Signable signableFor(const Presigned &what, const Endpoint &endpoint) const;
    [[nodiscard]] Task<Result<S3Answer>> attempt(const Exchange &exchange);
    [[nodiscard]] Task<void> pause(int attempt);
    [[nodiscard]] support::Time storeTime() const;
    void readClock(const Reply &reply);

    boost::asio::any_io_executor m_executor;
    S3Options m_options;
    RequestSigner m_signer;
    Endpoint m_public;
    std::unique_ptr<HttpClient> m_http;
    std::chrono::seconds m_skew{0};
    std::uint64_t m_calls = 0;
};

// For answers that are no last word on what was asked: garbage, refusals that concern this server.
[[nodiscard]] Problem storeRefuses(const S3Answer &answer);
[[nodiscard]] Problem storeBabbles(std::string_view what);

} // namespace learnlab::server::objects
