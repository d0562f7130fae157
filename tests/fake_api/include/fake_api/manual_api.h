#pragma once

#include "api/api.h"

#include <deque>

namespace learnlab::fakes {

/// The calls of one kind that wait for an answer by the test, oldest first. Cancelled calls leave the line.
template <class T>
class Line
{
public:
    [[nodiscard]] api::CallHandle ask(QByteArray what, api::Reply<T> reply)
    {
        auto pending = std::make_shared<Pending>(Pending{std::move(what), std::move(reply)});
        ++m_asked;
        m_lastWhat = pending->what;
        m_waiting.push_back(pending);
        return std::make_unique<Handle>(std::move(pending));
    }
    /// Answers the oldest; false: nobody waits.
    bool answer(const domain::Result<T> &result) { return answerAt(0, result); }
    bool answerLast(const domain::Result<T> &result) { return answerAt(waiting() - 1, result); }

    [[nodiscard]] int waiting()
    {
        std::erase_if(m_waiting, [](const std::weak_ptr<Pending> &pending) { return pending.expired(); });
        return static_cast<int>(m_waiting.size());
    }
    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] QByteArray lastWhat() const { return m_lastWhat; } ///< the argument of the last call

private:
    struct Pending
    {
        QByteArray what;
        api::Reply<T> reply;
    };
    struct Handle final : api::Call
    {
        explicit Handle(std::shared_ptr<Pending> one) : pending(std::move(one)) {}
        std::shared_ptr<Pending> pending;
    };

    bool answerAt(int index, const domain::Result<T> &result)
    {
        if (index < 0 || index >= waiting())
            return false;
        const std::shared_ptr<Pending> pending = m_waiting.at(static_cast<size_t>(index)).lock();
        m_waiting.erase(m_waiting.begin() + index);
        pending->reply(result);
        return true;
    }

    std::deque<std::weak_ptr<Pending>> m_waiting;
    int m_asked = 0;
    QByteArray m_lastWhat;
};

/// Nothing is answered by itself. Calls with a token do not ask for one.
class ManualApi : public api::Api
{
public:
    Line<api::Capabilities> capabilitiesLine;
    Line<domain::User> registerLine;
    Line<api::Tokens> loginLine;
    Line<api::Tokens> refreshLine; ///< what: the refresh token
    Line<void> logoutLine;         ///< what: the refresh token
    Line<domain::User> meLine;
    Line<QList<domain::Session>> sessionsLine;
    Line<void> endSessionLine;
    Line<domain::Usage> usageLine;
    Line<api::Changes> changesLine; ///< what: "CURSOR WAIT"
    Line<QList<domain::OperationResult>> operationsLine;
    QList<domain::Operation> lastOperations;
    Line<QList<api::UploadAnswer>> createLine;
    Line<api::UploadState> stateLine;
    Line<QList<api::PartUrl>> partsLine;
    Line<void> abandonLine;
    Line<QList<api::UploadAnswer>> completeLine;
    Line<QList<api::DownloadUrl>> downloadsLine;
    bool hasEvents = false; ///< else there is no event channel
    int eventsAsked = 0;
    /// Of the channel that is open or asked for; none when there is no such, or it was destroyed. A copy is to be
    /// called: the channel may go meanwhile.
    [[nodiscard]] std::optional<api::EventHandlers> channel() const;

    api::CallHandle capabilities(api::Reply<api::Capabilities> reply) override;
    api::CallHandle registerUser(const api::Registration &registration, api::Reply<domain::User> reply) override;
    api::CallHandle login(const api::Credentials &credentials, api::Reply<api::Tokens> reply) override;
    api::CallHandle refresh(const QByteArray &refreshToken, api::Reply<api::Tokens> reply) override;
    api::CallHandle logout(const QByteArray &refreshToken, api::Reply<void> reply) override;
    api::CallHandle me(api::Reply<domain::User> reply) override;
    api::CallHandle changeProfile(const api::ProfileChange &, api::Reply<domain::User>) override { return {}; }
    api::CallHandle changePassword(const api::PasswordChange &, api::Reply<void>) override { return {}; }
    api::CallHandle sessions(api::Reply<QList<domain::Session>> reply) override;
    api::CallHandle endSession(domain::SessionId id, api::Reply<void> reply) override;
    api::CallHandle usage(api::Reply<domain::Usage> reply) override;
    api::CallHandle changes(const QByteArray &after, int limit, std::chrono::seconds wait,
                            api::Reply<api::Changes> reply) override;
    api::CallHandle events(api::EventHandlers handlers) override;
    api::CallHandle operations(const QList<domain::Operation> &operations,
                               api::Reply<QList<domain::OperationResult>> reply) override;
    api::CallHandle createUploads(const QList<api::UploadRequest> &uploads,
                                  api::Reply<QList<api::UploadAnswer>> reply) override;
    api::CallHandle uploadState(domain::UploadId id, api::Reply<api::UploadState> reply) override;
    api::CallHandle partUrls(domain::UploadId id, const QList<api::PartRequest> &parts,
                             api::Reply<QList<api::PartUrl>> reply) override;
    api::CallHandle abandonUpload(domain::UploadId id, api::Reply<void> reply) override;
    api::CallHandle completeUploads(const QList<api::Completion> &uploads,
                                    api::Reply<QList<api::UploadAnswer>> reply) override;
    api::CallHandle downloads(const QList<domain::FileId> &files, api::Reply<QList<api::DownloadUrl>> reply) override;

private:
    std::weak_ptr<api::EventHandlers> m_channel;
};

} // namespace learnlab::fakes
