#pragma once

#include "session/session.h"
#include "sim_disk.h"
#include "sim_server.h"
#include "transfer/transfers.h"

namespace learnlab::simulation {

/// How one request fares: what is lost, when it takes effect, when its answer comes.
class Network
{
public:
    Network(World &itsWorld, Server &itsServer) : world(itsWorld), server(itsServer) {}

    /// Calls `effect` at the server and `reply` at the client, each, neither or with a passing error between them.
    template <class T>
    void call(const std::weak_ptr<char> &alive, std::function<domain::Result<T>()> request,
              std::function<void(domain::Result<T>)> reply)
    {
        // A server that is set up again hears nothing of what was on its way to the one before.
        const auto effect = [this, request = std::move(request), life = server.life()]() -> domain::Result<T> {
            return server.life() == life ? request() : domain::Result<T>(domain::fail(ErrorCode::Offline));
        };
        if (world.chance(8)) { // lost on the way there
            answer<T>(alive, domain::fail(lostCode()), reply);
            return;
        }
        if (world.chance(3)) { // arrives long after nobody waits for it any more
            world.later(std::chrono::seconds(1 + world.random.below(10)), [effect] { (void)effect(); });
            answer<T>(alive, domain::fail(ErrorCode::Timeout), reply);
            return;
        }
        const bool answerLost = world.chance(8);
        const bool doubled = world.chance(4);
        const bool refused = world.chance(4);
        world.later(world.delay(), [=, this] {
            if (refused) {
                answer<T>(alive, domain::fail(ErrorCode::Unavailable), reply);
                return;
            }
            domain::Result<T> result = effect();
            if (doubled && world.chance(50))
                result = effect();
            else if (doubled) // once more on its way, and late
                world.later(std::chrono::milliseconds(world.random.below(6000)), [effect] { (void)effect(); });
            const bool lost = std::exchange(loseAnswer, false) || answerLost;
            answer<T>(alive, lost ? domain::Result<T>(domain::fail(lostCode())) : result, reply);
        });
    }

    World &world;
    Server &server;
    bool loseAnswer = false;         ///< to what is just taking effect
    bool portal = false;             ///< the network answers calls itself, with a page
    std::map<QByteArray, int> calls; ///< of the interesting kinds, by name

private:
    using ErrorCode = domain::ErrorCode;
    [[nodiscard]] ErrorCode lostCode() { return world.chance(50) ? ErrorCode::Timeout : ErrorCode::Offline; }
    template <class T>
    void answer(const std::weak_ptr<char> &alive, domain::Result<T> result,
                std::function<void(domain::Result<T>)> reply)
    {
        world.after(world.delay(200), [alive, result = std::move(result), reply = std::move(reply)] {
            if (!alive.expired())
                reply(result);
        });
    }
};

/// Told of what the client does, before it is done: may look whether it should be.
struct Watcher
{
    std::function<void(domain::UploadId, int part)> put;
    std::function<void(domain::UploadId)> putHeard; ///< of the store's confirmation
    std::function<void(const api::Completion &)> complete;
    std::function<void(const QByteArray &path)> remove;
};

class SimApi final : public api::Api
{
public:
    SimApi(Network &network, const Watcher &watcher) : m_network(network), m_watcher(watcher) {}

    api::CallHandle capabilities(api::Reply<api::Capabilities> reply) override;
    api::CallHandle createUploads(const QList<api::UploadRequest> &uploads,
                                  api::Reply<QList<api::UploadAnswer>> reply) override;
    api::CallHandle uploadState(domain::UploadId id, api::Reply<api::UploadState> reply) override;
    api::CallHandle partUrls(domain::UploadId id, const QList<api::PartRequest> &parts,
                             api::Reply<QList<api::PartUrl>> reply) override;
    api::CallHandle abandonUpload(domain::UploadId id, api::Reply<void> reply) override;
    api::CallHandle completeUploads(const QList<api::Completion> &uploads,
                                    api::Reply<QList<api::UploadAnswer>> reply) override;
    api::CallHandle downloads(const QList<domain::FileId> &files, api::Reply<QList<api::DownloadUrl>> reply) override;
    api::CallHandle usage(api::Reply<domain::Usage> reply) override;

    // not used by transfers
    api::CallHandle registerUser(const api::Registration &, api::Reply<domain::User>) override { return {}; }
    api::CallHandle login(const api::Credentials &, api::Reply<api::Tokens>) override { return {}; }
    api::CallHandle refresh(const QByteArray &, api::Reply<api::Tokens>) override { return {}; }
    api::CallHandle logout(const QByteArray &, api::Reply<void>) override { return {}; }
    api::CallHandle me(api::Reply<domain::User>) override { return {}; }
    api::CallHandle changeProfile(const api::ProfileChange &, api::Reply<domain::User>) override { return {}; }
    api::CallHandle changePassword(const api::PasswordChange &, api::Reply<void>) override { return {}; }
    api::CallHandle sessions(api::Reply<QList<domain::Session>>) override { return {}; }
    api::CallHandle endSession(domain::SessionId, api::Reply<void>) override { return {}; }
    api::CallHandle changes(const QByteArray &, int, std::chrono::seconds, api::Reply<api::Changes>) override
    {
        return {};
    }
    api::CallHandle operations(const QList<domain::Operation> &, api::Reply<QList<domain::OperationResult>>) override
    {
        return {};
    }

private:
    template <class T>
    api::CallHandle call(std::function<domain::Result<T>()> effect, api::Reply<T> reply);
    Network &m_network;
    const Watcher &m_watcher;
};

class SimWire final : public transfer::Wire
{
public:
    SimWire(Network &network, Disk &disk, const Watcher &watcher) : m_network(network), m_disk(disk), m_watcher(watcher)
    {}
    JobHandle put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset, qint64 size,
                  std::function<void(Progress)> progress, std::function<void(domain::Result<PutDone>)> done) override;
    JobHandle get(const QUrl &url, const QString &etag, const QByteArray &localPath, const Piece &piece,
                  std::function<void(Progress)> progress, std::function<void(domain::Result<GetDone>)> done) override;
    void setRateLimits(qint64 up, qint64 down) override { m_rates = {up, down}; }

private:
    /// How long a body takes under the limits.
    [[nodiscard]] std::chrono::milliseconds bodyTime(qint64 rate, qint64 size);
    void receive(const std::weak_ptr<char> &alive, const QByteArray &localPath, const Piece &piece,
                 const QByteArray &bytes, const std::function<void(domain::Result<GetDone>)> &done);
    transfer::RateLimits m_rates;
    Network &m_network;
    Disk &m_disk;
    const Watcher &m_watcher;
};

/// Online until somebody tells otherwise.
class SimSession final : public session::Session
{
public:
    explicit SimSession(World &world) : m_world(world) { m_status.state = session::State::Online; }
    const session::Status &status() const override { return m_status; }
    void listen(Listener listener) override { m_listeners.push_back(std::move(listener)); }
    void resume() override {}
    void adopt(const api::Tokens &, std::function<void(domain::Result<void>)>) override {}
    void signOut(std::function<void(domain::Result<void>)>) override {}
    void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)>) override {}
    void reportReachable() override { become(session::State::Online, {}); }
    void reportUnreachable(const domain::Error &error) override { become(session::State::Offline, error); }
    void setBehindPortal(bool) override {}

    void become(session::State state, const std::optional<domain::Error> &error);

private:
    World &m_world;
    session::Status m_status;
    std::vector<Listener> m_listeners;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::simulation
