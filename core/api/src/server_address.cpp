#include "parse.h"

namespace learnlab::api {
namespace {

QUrl urlOfInput(const QString &text)
{
    // Without "://" the whole is host, port and path: "localhost:8080" must not be taken for a scheme.
    return QUrl(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
}

bool isPlainAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && url.port() != 0 && !url.hasQuery() &&
           !url.hasFragment();
}

} // namespace

Result<QUrl> serverAddress(const QString &text)
{
    QUrl url = urlOfInput(text.trimmed());
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!isPlainAddress(url) || (!isHttp && !isHttps))
        return domain::fail(domain::ErrorCode::Malformed, QStringLiteral("not a server address"));
    if (isHttp && !isLoopback(url))
        return domain::fail(domain::ErrorCode::InsecureAddress, QStringLiteral("http is for this computer alone"));
    // One spelling for one server: the account's folder is named after it.
    if (url.port() == (isHttps ? 443 : 80))
        url.setPort(-1);
    url = url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    if (url.path() == QLatin1String("/"))
        url.setPath({});
    return url;
}

} // namespace learnlab::api
