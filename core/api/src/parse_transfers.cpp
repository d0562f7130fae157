#include "members.h"
#include "parse.h"
#include "problem.h"

#include <QHostAddress>

namespace learnlab::api {
namespace {

constexpr qsizetype maxUrlLength = 8192;
constexpr qint64 maxLifetime = 7 * 86'400; // what S3 signs at most
constexpr int maxPartNumber = 10'000;

/// What may stand in a header field, so that a server cannot write lines of its own into our requests.
bool isHeaderName(const QString &text)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !text.isEmpty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), allowed);
}

bool isHeaderValue(const QString &text)
{
    const auto visible = [](QChar c) { return c >= u' ' && c < u'\x7f'; };
    return text.size() <= Members::maxText && std::all_of(text.begin(), text.end(), visible);
}

QUrl storeUrl(Members &in)
{
    const auto url = parseStoreUrl(in.text("url", maxUrlLength));
    if (!url)
        in.wrong("url");
    return url.value_or(QUrl());
}

QList<std::pair<QByteArray, QByteArray>> headers(Members &in)
{
    QList<std::pair<QByteArray, QByteArray>> result;
    if (!in.has("headers"))
        return result;
    const QJsonValue value = in.value("headers");
    const QJsonObject object = value.toObject();
    if (!value.isObject() || object.size() > 32)
        in.wrong("headers");
    for (auto it = object.begin(); in.good() && it != object.end(); ++it) {
        if (isHeaderName(it.key()) && it.value().isString() && isHeaderValue(it.value().toString()))
            result.append({it.key().toLatin1(), it.value().toString().toLatin1()});
        else
            in.wrong("headers");
    }
    return result;
}

Result<domain::Part> parseStoredPart(const QJsonValue &value)
{
    Members in(value);
    domain::Part part;
    part.number = static_cast<int>(in.count("number", maxPartNumber));
    part.size = in.count("size");
    part.sha256 = in.digestOrNull("sha256");
    part.etag = in.textOrNull("etag").value_or(QString());
    if (part.number < 1)
        in.wrong("number");
    return in.finish(std::move(part));
}

/// An upload that is open: where the bytes go.
void readOpen(Members &in, UploadAnswer &answer)
{
    const QString method = in.text("method");
    if (method == QLatin1String("single")) {
        answer.status = UploadStatus::Single;
        answer.put = {storeUrl(in), headers(in), std::chrono::seconds(in.count("expires_in", maxLifetime))};
    } else if (method == QLatin1String("multipart")) {
        answer.status = UploadStatus::Multipart;
        answer.partSize = in.count("part_size");
        if (answer.partSize < 1)
            in.wrong("part_size");
    } else {
        in.wrong("method");
    }
}

void readFile(Members &in, UploadAnswer &answer, UploadStatus status)
{
    answer.status = status;
    answer.file = in.object<domain::File>("file", parseFile);
    if (!answer.file)
        in.wrong("file");
}

void readFailed(Members &in, UploadAnswer &answer)
{
    const QJsonValue problem = in.value("problem");
    answer.status = UploadStatus::Failed;
    answer.error = parseProblem(problem);
    // The only thing that can be not there in an item about an upload is the upload.
    if (answer.error->code == ErrorCode::NotFound)
        answer.error->code = ErrorCode::UploadGone;
    if (answer.error->code == ErrorCode::NameTaken)
        answer.file = Members(problem).object<domain::File>("existing", parseFile);
}

void readPending(Members &in, UploadAnswer &answer)
{
    answer.status = UploadStatus::Pending;
    answer.error = Error{ErrorCode::Unavailable, QStringLiteral("the server is still completing it")};
    answer.error->retryAfter = std::chrono::seconds(in.countOrNull("retry_after", 86'400).value_or(1));
}

Result<UploadAnswer> parseUploadAnswer(const QJsonValue &value)
{
    Members in(value);
    UploadAnswer answer;
    answer.uploadId = in.id<domain::UploadId>("upload_id");
    const QString status = in.text("status");
    if (status == QLatin1String("open"))
        readOpen(in, answer);
    else if (status == QLatin1String("present"))
        answer.status = UploadStatus::Present;
    else if (status == QLatin1String("done"))
        readFile(in, answer, UploadStatus::Done);
    else if (status == QLatin1String("relocated"))
        readFile(in, answer, UploadStatus::Relocated);
    else if (status == QLatin1String("pending"))
        readPending(in, answer);
    else if (status == QLatin1String("failed"))
        readFailed(in, answer);
    else
        in.wrong("status");
    return in.finish(std::move(answer));
}

std::optional<UploadState::Phase> phaseFromText(const QString &text)
{
    if (text == QLatin1String("open"))
        return UploadState::Phase::Open;
    if (text == QLatin1String("completing"))
        return UploadState::Phase::Completing;
    if (text == QLatin1String("done"))
        return UploadState::Phase::Done;
    if (text == QLatin1String("abandoned"))
        return UploadState::Phase::Abandoned;
    return std::nullopt;
}

Result<PartUrl> parsePartUrl(const QJsonValue &value)
{
    Members in(value);
    PartUrl part;
    part.number = static_cast<int>(in.count("number", maxPartNumber));
    part.put.url = storeUrl(in);
    part.put.headers = headers(in);
    return in.finish(std::move(part));
}

Result<DownloadUrl> parseDownload(const QJsonValue &value)
{
    Members in(value);
    DownloadUrl download;
    download.fileId = in.id<domain::FileId>("file_id");
    const QString status = in.text("status");
    if (status == QLatin1String("ready")) {
        download.url = storeUrl(in);
        download.fileSize = in.count("file_size");
        download.sha256 = in.digestOrNull("sha256");
        download.etag = in.textOrNull("etag").value_or(QString());
        download.lifetime = std::chrono::seconds(in.count("expires_in", maxLifetime));
    } else if (status == QLatin1String("failed")) {
        download.error = parseProblem(in.value("problem"));
    } else {
        in.wrong("status");
    }
    return in.finish(std::move(download));
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Result<QUrl> parseStoreUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool allowed =
        url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url));
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment() || !allowed)
        return fail(ErrorCode::BadAnswer, QStringLiteral("a store's address that may not be used"));
    return url;
}

Result<QList<UploadAnswer>> parseUploadAnswers(const QJsonValue &value)
{
    Members in(value);
    auto results = in.list<UploadAnswer>("results", maxItems, parseUploadAnswer);
    return in.finish(std::move(results));
}

Result<UploadState> parseUploadState(const QJsonValue &value)
{
    Members in(value);
    UploadState state;
    const auto phase = phaseFromText(in.text("state"));
    if (!phase)
        in.wrong("state");
    state.phase = phase.value_or(UploadState::Phase::Open);
    state.partSize = in.countOrNull("part_size").value_or(0);
    if (in.has("parts"))
        state.parts = in.list<domain::Part>("parts", maxItems, parseStoredPart);
    state.received = in.has("received") && in.flag("received");
    state.file = in.object<domain::File>("file", parseFile);
    return in.finish(std::move(state));
}

Result<QList<PartUrl>> parsePartUrls(const QJsonValue &value)
{
    Members in(value);
    auto parts = in.list<PartUrl>("parts", maxItems, parsePartUrl);
    const std::chrono::seconds lifetime(in.count("expires_in", maxLifetime));
    for (PartUrl &part : parts)
        part.put.lifetime = lifetime;
    return in.finish(std::move(parts));
}

Result<QList<DownloadUrl>> parseDownloads(const QJsonValue &value)
{
    Members in(value);
    auto results = in.list<DownloadUrl>("results", maxItems, parseDownload);
    return in.finish(std::move(results));
}

} // namespace learnlab::api
