#include "wire_network.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace learnlab::transfer {

namespace {

/// Trusts one more file beside what libcurl has loaded. A file that cannot be read adds nothing.
CURLcode trustMore(CURL *, void *context, void *file)
{
    if (SSL_CTX_load_verify_locations(static_cast<SSL_CTX *>(context), static_cast<const char *>(file), nullptr) != 1)
        ERR_clear_error();
    return CURLE_OK;
}

} // namespace

void useNetwork(CURL *easy, const WireNetwork &network)
{
    if (!network.caFile.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, network.caFile.constData());
    const QByteArray &more = network.wishes.moreAuthorities;
    if (!more.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &trustMore);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, const_cast<char *>(more.constData()));
    }
    const api::Proxy &proxy = network.wishes.proxy;
    if (proxy.kind == api::Proxy::Kind::None)
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    if (!api::isManual(proxy))
        return; // libcurl looks at the environment by itself
    curl_easy_setopt(easy, CURLOPT_PROXY, ("http://" + proxy.host.toUtf8()).constData());
    curl_easy_setopt(easy, CURLOPT_PROXYPORT, static_cast<long>(proxy.port));
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
}

} // namespace learnlab::transfer
