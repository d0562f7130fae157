#include "s3_client.h"

#include "http_date.h"
#include "s3_answers.h"

#include <server/support/bytes.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

constexpr int mostAttempts = 5;
constexpr std::chrono::seconds clockTolerance{2}; // Date has whole seconds, and answers take their time

Problem badOption(std::string_view name, std::string_view complaint)
{
    return problem(400, "bad_configuration", std::string(name) + " " + std::string(complaint));
}

// 3 to 63 letters, digits, hyphens and dots: also what may stand in a host name and in a path.
bool isBucketName(std::string_view name)
{
    static constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-._";
    return name.size() >= 3 && name.size() <= 63 && name.find_first_not_of(allowed) == std::string_view::npos &&
           name.find("..") == std::string_view::npos && name.front() != '.';
}

bool mayPass(const S3Answer &answer)
{
    return answer.status >= 500 || answer.status == 429 || answer.status == 408 ||
           answer.code == "RequestTimeTooSkewed" || answer.code == "RequestTimeout" || answer.code == "SlowDown";
}

} // namespace

Problem storeRefuses(const S3Answer &answer)
{
    const auto cause = "the object store answered " + std::to_string(answer.status) + " " + answer.code;
    if (answer.status == 507 || answer.code == "QuotaExceeded" || answer.code == "EntityTooLarge")
        return problem(503, "store_full", "The server's storage is full.").withRetryAfter(10).withCause(cause);
    return support::unavailable("The server's storage does not work.", 10).withCause(cause);
}

Problem storeBabbles(std::string_view what)
{
    return support::unavailable("The server's storage does not work.", 10)
        .withCause("the object store's answer cannot be read: " + std::string(what));
}

S3Client::S3Client(boost::asio::any_io_executor executor, S3Options options, Endpoint publicEndpoint,
                   std::unique_ptr<HttpClient> http)
    : m_executor(std::move(executor)),
      m_options(std::move(options)),
      m_signer({m_options.accessKey, m_options.secretKey, m_options.region}),
      m_public(std::move(publicEndpoint)),
      m_http(std::move(http))
{}

Result<std::unique_ptr<S3Client>> S3Client::create(boost::asio::any_io_executor executor, S3Options options)
{
    auto own = Endpoint::parse(options.endpoint);
    auto told = Endpoint::parse(options.publicEndpoint.empty() ? options.endpoint : options.publicEndpoint);
    if (!own)
        return fail(badOption("s3.endpoint", "must be http://HOST[:PORT] or https://HOST[:PORT]."));
    if (!told)
        return fail(badOption("s3.public_endpoint", "must be http://HOST[:PORT] or https://HOST[:PORT]."));
    if (!isBucketName(options.bucket))
        return fail(badOption("s3.bucket", "must be a name of 3 to 63 small letters, digits, hyphens and dots."));
    if (options.accessKey.empty() || options.secretKey.empty() || options.region.empty())
        return fail(badOption("s3.access_key, s3.secret_key_file, s3.region:", "none of them may be empty."));
    if (!options.pathStyle) {
        own = own->below(options.bucket);
        told = told->below(options.bucket);
    }
    HttpClientOptions wanted;
    wanted.endpoint = *own;
    wanted.caFile = options.caFile;
    wanted.connectTo = options.connectTo;
    wanted.connections = options.connections;
    wanted.connectTime = std::min(options.callTime, wanted.connectTime);
    auto http = HttpClient::create(executor, std::move(wanted));
    if (!http)
        return fail(std::move(http.error()));
    return std::unique_ptr<S3Client>(
        new S3Client(std::move(executor), std::move(options), std::move(*told), std::move(*http)));
}

std::string S3Client::path(const std::string &key) const
{
    return (m_options.pathStyle ? "/" + m_options.bucket : std::string()) +
           (key.empty() && m_options.pathStyle ? std::string() : "/" + key);
}

support::Time S3Client::storeTime() const
{
    return m_options.now() + m_skew;
}

Exchange S3Client::exchangeFor(const S3Call &call, const std::string &sha256) const
{
    const auto now = storeTime();
    Signable what{call.method, path(call.key), call.query, call.headers, sha256};
    what.headers.emplace_back("host", m_http->endpoint().authority);
    what.headers.emplace_back("x-amz-content-sha256", sha256);
    what.headers.emplace_back("x-amz-date", awsTime(now));
    Exchange exchange;
    exchange.method = call.method;
    exchange.target = encodeUri(what.path, true) + (call.query.empty() ? "" : "?" + encodeQuery(call.query));
    exchange.headers = what.headers;
    exchange.headers.emplace_back("authorization", m_signer.authorization(what, now));
    exchange.time = call.slow ? m_options.bodyTime : m_options.callTime;
    exchange.mostBytes = 20 << 20;
    return exchange;
}

// Where both clocks are within the tolerance ours is the finer one.
void S3Client::readClock(const Reply &reply)
{
    const auto date = parseHttpDate(reply.header("date"));
    if (!date)
        return;
    const auto ahead = std::chrono::round<std::chrono::seconds>(*date - m_options.now());
    m_skew = std::chrono::abs(ahead) > clockTolerance ? ahead : std::chrono::seconds(0);
}

Task<Result<S3Answer>> S3Client::attempt(const Exchange &exchange)
{
    ++m_calls;
    auto reply = co_await m_http->send(exchange);
    if (!reply)
        co_return fail(std::move(reply.error()));
    readClock(*reply);
    S3Answer answer;
    answer.status = reply->status;
    if (!answer.good())
        answer.code = readErrorCode(reply->body);
    answer.reply = std::move(*reply);
    co_return answer;
}

// Longer each time, and never twice the same, so that many servers do not come back together.
Task<void> S3Client::pause(int attempt)
{
    const auto longest = std::min(2000, 50 << attempt);
    const auto chance = static_cast<unsigned char>(support::randomBytes(1).front());
    boost::asio::steady_timer timer(m_executor, std::chrono::milliseconds(longest / 4 + longest * chance / 255));
    co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

Task<Result<S3Answer>> S3Client::send(const S3Call &call)
{
    const auto until = std::chrono::steady_clock::now() + m_options.patience;
    const auto sha256 = call.sha256.empty() ? support::toHex(support::sha256(call.body)) : call.sha256;
    Result<S3Answer> answer;
    for (int n = 0;; ++n) {
        auto exchange = exchangeFor(call, sha256); // anew: the time is signed
        exchange.body = call.body;
        answer = co_await attempt(exchange);
        if (answer && !mayPass(*answer))
            co_return answer;
        if (n + 1 == mostAttempts || std::chrono::steady_clock::now() >= until)
            break;
        co_await pause(n);
    }
    if (answer)
        co_return fail(storeRefuses(*answer));
    co_return answer;
}

Task<Result<S3Answer>> S3Client::require(const S3Call &call)
{
    auto answer = co_await send(call);
    if (answer && !answer->good())
        co_return fail(storeRefuses(*answer));
    co_return answer;
}

Signable S3Client::signableFor(const Presigned &what, const Endpoint &endpoint) const
{
    Signable signable{what.method, path(what.key), what.query, what.headers, what.payload};
    signable.headers.emplace_back("host", endpoint.authority);
    return signable;
}

std::string S3Client::presign(const Presigned &what, std::chrono::seconds lifetime) const
{
    const auto signable = signableFor(what, m_public);
    return m_public.address() + encodeUri(signable.path, true) + "?" +
           m_signer.presignedQuery(signable, storeTime(), lifetime);
}

Task<Result<S3Answer>> S3Client::sendPresigned(const Presigned &what, std::string body)
{
    const auto signable = signableFor(what, m_http->endpoint());
    Exchange exchange;
    exchange.method = what.method;
    exchange.target =
        encodeUri(signable.path, true) + "?" + m_signer.presignedQuery(signable, storeTime(), std::chrono::seconds(60));
    for (const auto &[name, value] : what.headers) {
        if (name != "content-length")
            exchange.headers.emplace_back(name, value);
    }
    exchange.body = std::move(body);
    exchange.time = m_options.callTime;
    co_return co_await attempt(exchange);
}

} // namespace learnlab::server::objects
