#include "fake_api/manual_api.h"

namespace learnlab::fakes {

using api::CallHandle;
using api::Reply;

CallHandle ManualApi::capabilities(Reply<api::Capabilities> reply)
{
    return capabilitiesLine.ask({}, std::move(reply));
}

CallHandle ManualApi::registerUser(const api::Registration &registration, Reply<domain::User> reply)
{
    return registerLine.ask(registration.email.toUtf8(), std::move(reply));
}

CallHandle ManualApi::login(const api::Credentials &credentials, Reply<api::Tokens> reply)
{
    return loginLine.ask(credentials.email.toUtf8(), std::move(reply));
}

CallHandle ManualApi::refresh(const QByteArray &refreshToken, Reply<api::Tokens> reply)
{
    return refreshLine.ask(refreshToken, std::move(reply));
}

CallHandle ManualApi::logout(const QByteArray &refreshToken, Reply<void> reply)
{
    return logoutLine.ask(refreshToken, std::move(reply));
}

CallHandle ManualApi::me(Reply<domain::User> reply)
{
    return meLine.ask({}, std::move(reply));
}

CallHandle ManualApi::sessions(Reply<QList<domain::Session>> reply)
{
    return sessionsLine.ask({}, std::move(reply));
}

CallHandle ManualApi::endSession(domain::SessionId id, Reply<void> reply)
{
    return endSessionLine.ask(domain::toText(id).toLatin1(), std::move(reply));
}

CallHandle ManualApi::usage(Reply<domain::Usage> reply)
{
    return usageLine.ask({}, std::move(reply));
}

CallHandle ManualApi::changes(const QByteArray &after, int, std::chrono::seconds wait, Reply<api::Changes> reply)
{
    return changesLine.ask(after + " " + QByteArray::number(static_cast<qint64>(wait.count())), std::move(reply));
}

CallHandle ManualApi::events(api::EventHandlers handlers)
{
    struct Channel final : api::Call
    {
        std::shared_ptr<api::EventHandlers> handlers;
    };
    ++eventsAsked;
    if (!hasEvents)
        return nullptr;
    auto channel = std::make_unique<Channel>();
    channel->handlers = std::make_shared<api::EventHandlers>(std::move(handlers));
    m_channel = channel->handlers;
    return channel;
}

std::optional<api::EventHandlers> ManualApi::channel() const
{
    const auto open = m_channel.lock();
    return open ? std::optional(*open) : std::nullopt;
}

CallHandle ManualApi::operations(const QList<domain::Operation> &operations,
                                 Reply<QList<domain::OperationResult>> reply)
{
    lastOperations = operations;
    return operationsLine.ask({}, std::move(reply));
}

CallHandle ManualApi::createUploads(const QList<api::UploadRequest> &, Reply<QList<api::UploadAnswer>> reply)
{
    return createLine.ask({}, std::move(reply));
}

CallHandle ManualApi::uploadState(domain::UploadId id, Reply<api::UploadState> reply)
{
    return stateLine.ask(domain::toText(id).toLatin1(), std::move(reply));
}

CallHandle ManualApi::partUrls(domain::UploadId id, const QList<api::PartRequest> &, Reply<QList<api::PartUrl>> reply)
{
    return partsLine.ask(domain::toText(id).toLatin1(), std::move(reply));
}

CallHandle ManualApi::abandonUpload(domain::UploadId id, Reply<void> reply)
{
    return abandonLine.ask(domain::toText(id).toLatin1(), std::move(reply));
}

CallHandle ManualApi::completeUploads(const QList<api::Completion> &, Reply<QList<api::UploadAnswer>> reply)
{
    return completeLine.ask({}, std::move(reply));
}

CallHandle ManualApi::downloads(const QList<domain::FileId> &, Reply<QList<api::DownloadUrl>> reply)
{
    return downloadsLine.ask({}, std::move(reply));
}

} // namespace learnlab::fakes
