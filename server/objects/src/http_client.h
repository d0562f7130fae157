#pragma once
// HTTP(S) calls of the server's own to one address, over connections that are kept and bounded in number. Loop thread;
// owner: the store. What fails is 503 unavailable with a cause: refused, lost, silent, no HTTP.

#include <server/http/message.h>

#include <chrono>
#include <memory>

namespace learnlab::server::objects {

using support::Problem;
using support::Result;
using support::Task;

struct Endpoint
{
    bool tls = false;
    std::string host; // without brackets
    std::string port;
    std::string authority; // as Host: says it, without a default port

    // Of http://HOST[:PORT] or https://…, nothing behind it; nothing for anything else.
    [[nodiscard]] static std::optional<Endpoint> parse(std::string_view address);
    // The same with `label` as another part of the name at its start.
    [[nodiscard]] Endpoint below(const std::string &label) const;
    [[nodiscard]] std::string address() const { return (tls ? "https://" : "http://") + authority; }
};

struct HttpClientOptions
{
    Endpoint endpoint;
    std::string caFile;    // empty: what the system trusts
    std::string connectTo; // a name or address to go to in place of the endpoint's; empty: that
    std::size_t connections = 32;
    std::size_t mostWaiting = 10000;
    std::chrono::milliseconds connectTime{5000};
    std::chrono::milliseconds keepTime{15000}; // how long an idle connection is trusted to be there
};

struct Exchange
{
    std::string method;
    std::string target; // encoded path and query; never logged
    http::Pairs headers;
    std::string body;
    std::chrono::milliseconds time{10000}; // for sending, and again for the answer
    std::uint64_t mostBytes = 8 << 20;     // of the answer's body
};

struct Reply
{
    int status = 0;
    http::Pairs headers; // names in lower case
    std::string body;

    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const; // empty when absent
};

class HttpClient
{
public:
    // 503 when the CA file cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<HttpClient>> create(boost::asio::any_io_executor executor,
                                                                    HttpClientOptions options);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    // One attempt; another one only where a kept connection turned out to be closed. `exchange` outlives the call.
    [[nodiscard]] Task<Result<Reply>> send(const Exchange &exchange);
    [[nodiscard]] const Endpoint &endpoint() const;

private:
    struct Inner;
    explicit HttpClient(std::shared_ptr<Inner> inner) : m_inner(std::move(inner)) {}
    std::shared_ptr<Inner> m_inner; // calls that are under way share it
};

} // namespace learnlab::server::objects
