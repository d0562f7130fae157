#include "problem.h"

#include "members.h"
#include "parse.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace learnlab::api {
namespace {

struct CodeRow
{
    const char *wire;
    ErrorCode code;
    const char *field = ""; ///< where the code itself says which member is at fault
};

// The one place where the server's codes become ours.
constexpr std::array codeTable{
    CodeRow{"malformed", ErrorCode::Malformed},
    CodeRow{"method_not_allowed", ErrorCode::Malformed},
    CodeRow{"unsupported_media_type", ErrorCode::Malformed},
    CodeRow{"token_missing", ErrorCode::TokenExpired},
    CodeRow{"token_expired", ErrorCode::TokenExpired},
    CodeRow{"token_revoked", ErrorCode::SessionEnded},
    CodeRow{"token_reused", ErrorCode::SessionEnded},
    CodeRow{"bad_credentials", ErrorCode::BadCredentials},
    CodeRow{"forbidden", ErrorCode::Forbidden},
    CodeRow{"not_found", ErrorCode::NotFound},
    CodeRow{"timeout", ErrorCode::Timeout},
    CodeRow{"name_taken", ErrorCode::NameTaken},
    CodeRow{"revision_conflict", ErrorCode::RevisionConflict},
    CodeRow{"folder_cycle", ErrorCode::FolderCycle},
    CodeRow{"parent_gone", ErrorCode::ParentGone},
    CodeRow{"dependency_failed", ErrorCode::DependencyFailed},
    CodeRow{"upload_state", ErrorCode::UploadState},
    CodeRow{"object_missing", ErrorCode::UploadGone},
    CodeRow{"cursor_unknown", ErrorCode::CursorUnknown},
    CodeRow{"too_large", ErrorCode::TooLarge},
    CodeRow{"name_invalid", ErrorCode::NameInvalid},
    CodeRow{"operation_id_reused", ErrorCode::OperationIdReused},
    CodeRow{"digest_mismatch", ErrorCode::DigestMismatch},
    CodeRow{"email_taken", ErrorCode::RegistrationRefused, "email"},
    CodeRow{"username_taken", ErrorCode::RegistrationRefused, "username"},
    CodeRow{"weak_password", ErrorCode::RegistrationRefused, "password"},
    CodeRow{"invitation_invalid", ErrorCode::RegistrationRefused, "invitation_code"},
    CodeRow{"rate_limited", ErrorCode::RateLimited},
    CodeRow{"unavailable", ErrorCode::Unavailable},
    CodeRow{"store_full", ErrorCode::StoreFull},
    CodeRow{"quota_exceeded", ErrorCode::QuotaExceeded},
    CodeRow{"internal", ErrorCode::ServerError},
};

const CodeRow *rowOf(const QString &wire)
{
    const auto found = std::find_if(codeTable.begin(), codeTable.end(),
                                    [&wire](const CodeRow &row) { return wire == QLatin1String(row.wire); });
    return found == codeTable.end() ? nullptr : &*found;
}

/// For answers without any code, which the server never gives: a proxy that has lost it for a moment, or the network's
/// own page. Nothing that they refuse is refused for good, a 401 signs nobody out, and a 404 is no upload that is gone.
ErrorCode codeOfStranger(int status)
{
    switch (status) {
    case 408:
        return ErrorCode::Timeout;
    case 429:
        return ErrorCode::RateLimited;
    case 502:
    case 503:
    case 504:
        return ErrorCode::Unavailable;
    case 507:
        return ErrorCode::QuotaExceeded;
    case 511: // a network that wants to be signed in to
        return ErrorCode::CaptivePortal;
    default:
        return status >= 500 && status <= 599 ? ErrorCode::ServerError : ErrorCode::BadAnswer;
    }
}

/// For codes that we do not know: a newer server's.
ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 400:
    case 405:
    case 415:
        return ErrorCode::Malformed;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 410:
        return ErrorCode::CursorUnknown;
    case 413:
        return ErrorCode::TooLarge;
    default:
        return codeOfStranger(status);
    }
}

/// The server's words, for diagnosis only: short, one line.
QString diagnosis(int status, const QString &wire, QString words)
{
    words.truncate(200);
    std::replace_if(
        words.begin(), words.end(), [](QChar c) { return !c.isPrint(); }, QLatin1Char(' '));
    return QStringLiteral("%1 %2: %3").arg(status).arg(wire, words);
}

constexpr qint64 maxRetryAfter = 86'400;

QDateTime timeOfHttpDate(const QByteArray &text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

Error errorOfMembers(int status, Members &in)
{
    const QString wire = in.has("code") ? in.text("code", 100) : QString();
    const CodeRow *row = rowOf(wire);
    const ErrorCode otherwise = wire.isEmpty() ? codeOfStranger(status) : codeOfStatus(status);
    Error error{row ? row->code : otherwise, {}};
    error.detail = diagnosis(status, row ? wire : QString(), in.has("detail") ? in.text("detail", 100'000) : QString());
    error.field = in.has("field") ? in.text("field", 100) : QString();
    if (error.field.isEmpty() && row)
        error.field = QLatin1String(row->field);
    if (const auto seconds = in.countOrNull("retry_after", maxRetryAfter))
        error.retryAfter = std::chrono::seconds(*seconds);
    if (!in.good())
        return {ErrorCode::BadAnswer, QStringLiteral("%1: a problem that cannot be understood").arg(status)};
    return error;
}

/// RFC 9110: a number of seconds, or a date, which is compared with the sender's own clock: ours may be wrong.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &retryAfter, const QByteArray &date)
{
    bool isNumber = false;
    qint64 seconds = retryAfter.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = timeOfHttpDate(retryAfter);
        const QDateTime told = timeOfHttpDate(date);
        if (!until.isValid() || !told.isValid())
            return std::nullopt;
        seconds = told.secsTo(until);
    }
    if (isNumber && seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, maxRetryAfter));
}

} // namespace

Error errorOfAnswer(int status, const QByteArray &body, const QByteArray &retryAfter, const QByteArray &date)
{
    Error error{codeOfStranger(status), QStringLiteral("status %1").arg(status)};
    if (const auto json = parseJson(body)) {
        Members in(*json);
        if (Error told = errorOfMembers(status, in); told.code != ErrorCode::BadAnswer)
            error = std::move(told);
    }
    if (!error.retryAfter)
        error.retryAfter = parseRetryAfter(retryAfter, date);
    return error;
}

Error parseProblem(const QJsonValue &problem)
{
    Members in(problem);
    const int status = in.has("status") ? static_cast<int>(in.count("status", 999)) : 0;
    return errorOfMembers(status, in);
}

} // namespace learnlab::api
