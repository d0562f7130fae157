#include "compose.h"
#include "event_channel.h"
#include "http_api.h"
#include "page_call.h"

namespace learnlab::api {
namespace {

/// On an upload's own path nothing but the upload can be unknown.
template <class T>
Reply<T> aboutUpload(Reply<T> reply)
{
    return [reply = std::move(reply)](Result<T> result) {
        reply(std::move(result).map_error([](Error error) {
            if (error.code == domain::ErrorCode::NotFound)
                error.code = domain::ErrorCode::UploadGone;
            return error;
        }));
    };
}

struct AskedFile
{
    domain::FileId id;
};

QString uploadPath(domain::UploadId id)
{
    return QStringLiteral("/api/v2/uploads/") + domain::toText(id);
}

} // namespace

CallHandle NetworkApi::changes(const QByteArray &after, int limit, std::chrono::seconds wait, Reply<Changes> reply)
{
    const QString cursor = QString::fromLatin1(after.toPercentEncoding());
    CallPlan plan =
        getPlan(QStringLiteral("/api/v2/changes?after=%1&limit=%2&wait=%3").arg(cursor).arg(limit).arg(wait.count()));
    plan.wait = wait;
    return std::make_unique<PageCall>(m_context, std::move(plan), std::move(reply));
}

CallHandle NetworkApi::events(EventHandlers handlers)
{
    return std::make_unique<EventChannel>(m_context, std::move(handlers));
}

CallHandle NetworkApi::operations(const QList<domain::Operation> &operations,
                                  Reply<QList<domain::OperationResult>> reply)
{
    const auto parse = [operations](const QJsonValue &json) {
        return sameItems(parseOperationResults(json), operations, &domain::Operation::id, &domain::OperationResult::id);
    };
    return call(postPlan(QStringLiteral("/api/v2/operations"), composeOperations(operations)),
                parsedBy(parse, std::move(reply)));
}

CallHandle NetworkApi::createUploads(const QList<UploadRequest> &uploads, Reply<QList<UploadAnswer>> reply)
{
    const auto parse = [uploads](const QJsonValue &json) {
        return sameItems(parseUploadAnswers(json), uploads, &UploadRequest::uploadId, &UploadAnswer::uploadId);
    };
    return call(postPlan(QStringLiteral("/api/v2/uploads"), composeUploads(uploads)),
                parsedBy(parse, std::move(reply)));
}

CallHandle NetworkApi::uploadState(domain::UploadId id, Reply<UploadState> reply)
{
    return call(getPlan(uploadPath(id)), parsedBy(parseUploadState, aboutUpload(std::move(reply))));
}

CallHandle NetworkApi::partUrls(domain::UploadId id, const QList<PartRequest> &parts, Reply<QList<PartUrl>> reply)
{
    const auto parse = [parts](const QJsonValue &json) {
        return sameItems(parsePartUrls(json), parts, &PartRequest::number, &PartUrl::number);
    };
    return call(postPlan(uploadPath(id) + QStringLiteral("/parts"), composeParts(parts)),
                parsedBy(parse, aboutUpload(std::move(reply))));
}

CallHandle NetworkApi::abandonUpload(domain::UploadId id, Reply<void> reply)
{
    return call({Verb::Delete, uploadPath(id)}, emptyAnswer(aboutUpload(std::move(reply))));
}

CallHandle NetworkApi::completeUploads(const QList<Completion> &uploads, Reply<QList<UploadAnswer>> reply)
{
    const auto parse = [uploads](const QJsonValue &json) {
        return sameItems(parseUploadAnswers(json), uploads, &Completion::uploadId, &UploadAnswer::uploadId);
    };
    return call(postPlan(QStringLiteral("/api/v2/uploads/complete"), composeCompletions(uploads)),
                parsedBy(parse, std::move(reply)));
}

CallHandle NetworkApi::downloads(const QList<domain::FileId> &files, Reply<QList<DownloadUrl>> reply)
{
    QList<AskedFile> asked;
    for (const domain::FileId id : files)
        asked.append({id});
    const auto parse = [asked](const QJsonValue &json) {
        return sameItems(parseDownloads(json), asked, &AskedFile::id, &DownloadUrl::fileId);
    };
    return call(postPlan(QStringLiteral("/api/v2/downloads"), composeDownloads(files)),
                parsedBy(parse, std::move(reply)));
}

} // namespace learnlab::api
