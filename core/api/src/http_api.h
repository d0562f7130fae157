#pragma once

#include "http_call.h"
#include "http_links.h"
#include "http_receipts.h"
#include "http_trash.h"
#include "parse.h"

#include <QJsonObject>
#include <QSet>

namespace learnlab::api {

/// HttpApi by one function an operation: a plan for the call and the parser of its answer. Implemented in
/// http_account.cpp and http_files.cpp.
class NetworkApi final : public HttpApi
{
public:
    NetworkApi(const QUrl &server, const HttpOptions &options);

    void setTokenSource(TokenSource *source) override;
    void setNetwork(const Network &network) override;

    CallHandle capabilities(Reply<Capabilities> reply) override;
    CallHandle registerUser(const Registration &registration, Reply<domain::User> reply) override;
    CallHandle login(const Credentials &credentials, Reply<Tokens> reply) override;
    CallHandle refresh(const QByteArray &refreshToken, Reply<Tokens> reply) override;
    CallHandle logout(const QByteArray &refreshToken, Reply<void> reply) override;
    CallHandle me(Reply<domain::User> reply) override;
    CallHandle changeProfile(const ProfileChange &change, Reply<domain::User> reply) override;
    CallHandle changePassword(const PasswordChange &change, Reply<void> reply) override;
    CallHandle sessions(Reply<QList<domain::Session>> reply) override;
    CallHandle endSession(domain::SessionId id, Reply<void> reply) override;
    CallHandle usage(Reply<domain::Usage> reply) override;
    CallHandle changes(const QByteArray &after, int limit, std::chrono::seconds wait, Reply<Changes> reply) override;
    CallHandle events(EventHandlers handlers) override;
    LinkApi *linkCalls() override { return &m_links; }
    ReceiptApi *receiptCalls() override { return &m_receipts; }
    TrashApi *trashCalls() override { return &m_trash; }
    CallHandle operations(const QList<domain::Operation> &operations,
                          Reply<QList<domain::OperationResult>> reply) override;
    CallHandle createUploads(const QList<UploadRequest> &uploads, Reply<QList<UploadAnswer>> reply) override;
    CallHandle uploadState(domain::UploadId id, Reply<UploadState> reply) override;
    CallHandle partUrls(domain::UploadId id, const QList<PartRequest> &parts, Reply<QList<PartUrl>> reply) override;
    CallHandle abandonUpload(domain::UploadId id, Reply<void> reply) override;
    CallHandle completeUploads(const QList<Completion> &uploads, Reply<QList<UploadAnswer>> reply) override;
    CallHandle downloads(const QList<domain::FileId> &files, Reply<QList<DownloadUrl>> reply) override;

private:
    [[nodiscard]] CallHandle call(CallPlan plan, HttpCall::Done done);

    const QByteArray m_caFile;
    HttpContext m_context;
    NetworkLinks m_links{m_context};
    NetworkReceipts m_receipts{m_context};
    NetworkTrash m_trash{m_context};
};

[[nodiscard]] CallPlan getPlan(const QString &path);
[[nodiscard]] CallPlan postPlan(const QString &path, const QJsonObject &body);

/// Hands a call's answer to `parse`, and what comes of it to `reply`.
template <class T, class Parse>
[[nodiscard]] HttpCall::Done parsedBy(Parse parse, Reply<T> reply)
{
    return [parse = std::move(parse), reply = std::move(reply)](const Result<QByteArray> &body) {
        reply(body.and_then(parseJson).and_then(parse));
    };
}

/// A batch is answered item by item: each that was asked for once, and nothing else.
template <class T, class Asked, class Id>
[[nodiscard]] Result<QList<T>> sameItems(Result<QList<T>> answers, const QList<Asked> &asked, Id Asked::*askedId, Id T::*answeredId)
{
    if (!answers)
        return answers;
    QSet<Id> open;
    for (const Asked &item : asked)
        open.insert(item.*askedId);
    for (const T &answer : *answers) {
        if (!open.remove(answer.*answeredId))
            return domain::fail(domain::ErrorCode::BadAnswer, QStringLiteral("an item that was not asked for"));
    }
    if (!open.isEmpty())
        return domain::fail(domain::ErrorCode::BadAnswer, QStringLiteral("an item without an answer"));
    return answers;
}

/// For answers without a body.
[[nodiscard]] HttpCall::Done emptyAnswer(Reply<void> reply);

} // namespace learnlab::api
