#include "wire_errors.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

#include <curl/curl.h>

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;

namespace {

QByteArray codeIn(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isObject())
        return json.object().value(QLatin1String("code")).toString().toLatin1();
    const qsizetype begin = body.indexOf("<Code>");
    const qsizetype end = begin < 0 ? -1 : body.indexOf("</Code>", begin);
    return end < 0 ? QByteArray() : body.mid(begin + 6, std::min<qsizetype>(end - begin - 6, 64));
}

struct StoreCode
{
    const char *name;
    ErrorCode code;
};

// Our own store's codes and those of S3 that mean something other than their status alone would.
constexpr StoreCode storeCodes[] = {
    {"digest_mismatch", ErrorCode::DigestMismatch},
    {"BadDigest", ErrorCode::DigestMismatch},
    {"XAmzContentSHA256Mismatch", ErrorCode::DigestMismatch},
    {"expired", ErrorCode::UrlExpired},
    {"ExpiredToken", ErrorCode::UrlExpired},
    {"NoSuchUpload", ErrorCode::UploadGone},
    {"upload_gone", ErrorCode::UploadGone},
    {"upload_state", ErrorCode::UploadState},
    {"quota_exceeded", ErrorCode::QuotaExceeded},
    {"IncompleteBody", ErrorCode::Offline},
    {"RequestTimeout", ErrorCode::Timeout},
    {"PermanentRedirect", ErrorCode::BadAnswer},
    {"TemporaryRedirect", ErrorCode::BadAnswer},
    {"store_full", ErrorCode::StoreFull},
    {"QuotaExceeded", ErrorCode::StoreFull}, // of the bucket, which is the server's
    {"RequestTimeTooSkewed", ErrorCode::UrlExpired},
    {"SlowDown", ErrorCode::Unavailable},
};

ErrorCode byStatus(Direction direction, long status)
{
    switch (status) {
    case 401:
    case 403: // whatever is wrong with a URL, a fresh one is the only thing to try
    case 410:
        return ErrorCode::UrlExpired;
    case 404:
        return direction == Direction::Put ? ErrorCode::UploadGone : ErrorCode::NotFound;
    case 408:
        return ErrorCode::Timeout;
    case 409:
        return ErrorCode::UploadState;
    case 413:
        return ErrorCode::TooLarge;
    case 416: // what is here is longer than what is there: not the same bytes
        return ErrorCode::DigestMismatch;
    case 429:
        return ErrorCode::RateLimited;
    case 503:
        return ErrorCode::Unavailable;
    case 507:
        return ErrorCode::StoreFull;
    default:
        break;
    }
    if (status == 511 || (status >= 300 && status < 400)) // no store sends anybody elsewhere: the network does
        return ErrorCode::CaptivePortal;
    if (status >= 500)
        return ErrorCode::ServerError;
    return status >= 400 ? ErrorCode::Malformed : ErrorCode::BadAnswer;
}

} // namespace

Error storeError(Direction direction, long status, const QByteArray &body, const QByteArray &retryAfter)
{
    const QByteArray name = codeIn(body);
    const auto known = std::find_if(std::begin(storeCodes), std::end(storeCodes),
                                    [&name](const StoreCode &candidate) { return name == candidate.name; });
    Error error{known == std::end(storeCodes) ? byStatus(direction, status) : known->code,
                QStringLiteral("the object store answered %1").arg(status)};
    bool ok = false;
    const int seconds = retryAfter.toInt(&ok);
    if (ok && seconds >= 0)
        error.retryAfter = std::chrono::seconds(seconds);
    return error;
}

Error curlError(int code)
{
    const QString detail = QStringLiteral("libcurl %1").arg(code);
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCode::Timeout, detail};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return {ErrorCode::TlsFailed, detail};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_RANGE_ERROR:
    case CURLE_HTTP2:
        return {ErrorCode::BadAnswer, detail};
    case CURLE_URL_MALFORMAT:
        return {ErrorCode::UrlExpired, detail};
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
    case CURLE_NOT_BUILT_IN:
        return {ErrorCode::Internal, detail};
    default:
        return {ErrorCode::Offline, detail};
    }
}

} // namespace learnlab::transfer
