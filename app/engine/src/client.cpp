#include "engine/client.h"

#include "engine/system_watch.h"

#include "dispatcher.h"
#include "owner_link.h"

#include <QPointer>

namespace learnlab::engine {

namespace {

constexpr std::chrono::milliseconds betweenLooks{50};
/// An owner that just took the profile listens in a moment, and one that ends has its lock free in a moment.
constexpr std::chrono::seconds firstLook{1};
constexpr std::chrono::seconds laterLook{20};
/// So long the profile is left to the window that asked for it.
constexpr std::chrono::seconds yieldTime{10};
/// What only waits for the disk is through by then.
constexpr std::chrono::seconds handOverTime{5};

} // namespace

/// This process owns the profile.
struct Client::Here
{
    Engine engine;
    Dispatcher dispatcher;
    SystemWatch watch;

    Here(Profile profile, const Options &options)
        : engine(std::move(profile), options),
          dispatcher(engine.asker()),
          watch(engine, SystemWatch::Network::Ignored, QStringLiteral("Files are being transferred"))
    {}
};

Client::Client(Setup setup)
    : m_setup(std::move(setup)),
      m_requests([this](const QString &command, const QJsonObject &arguments, QObject *context, Requests::Reply reply) {
          send(command, arguments, context, std::move(reply));
      })
{
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &Client::look);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Client::yield);
}

Client::~Client()
{
    m_connected = false;
    m_there.reset();
    m_here.reset();
}

void Client::start()
{
    lookFor(firstLook);
}

Engine *Client::engine() const
{
    return m_here ? &m_here->engine : nullptr;
}

void Client::lookFor(std::chrono::milliseconds time)
{
    m_connected = false;
    m_until = QDeadlineTimer(time);
    m_again.start();
    QMetaObject::invokeMethod(this, &Client::look, Qt::QueuedConnection);
}

void Client::look()
{
    if (!m_again.isActive())
        return;
    const bool mine = m_yieldUntil.hasExpired() && tryOwn();
    if (!m_again.isActive())
        return;
    if (mine || tryJoin())
        m_again.stop();
    else if (m_until.hasExpired())
        giveUp({domain::ErrorCode::ProfileInUse, ProfileFolder(m_setup.profile).owner().name});
}

bool Client::tryOwn()
{
    auto profile = Profile::own(m_setup.profile, m_setup.program);
    if (!profile) {
        if (profile.error().code != domain::ErrorCode::ProfileInUse)
            giveUp(profile.error());
        return false;
    }
    Options options = m_setup.options;
    options.role = Role::Command;
    m_here = std::make_unique<Here>(std::move(*profile), options);
    Engine &engine = m_here->engine;
    connect(&engine, &Engine::accountFailed, this, &Client::accountFailed);
    if (!m_setup.alone)
        connect(&engine, &Engine::handOverWanted, this, &Client::handOver);
    connect(&engine, &Engine::accountChanged, this, &Client::takeFromEngine);
    connect(&engine, &Engine::sessionChanged, this, [this] {
        m_session = m_here->engine.sessionStatus();
        Q_EMIT sessionChanged();
    });
    connect(&engine, &Engine::transfersChanged, this, [this] {
        m_transfers = m_here->engine.transferSummary();
        Q_EMIT transfersChanged();
    });
    connect(&engine, &Engine::started, this, &Client::begun);
    engine.start();
    return true;
}

bool Client::tryJoin()
{
    Descriptor socket = m_setup.alone ? Descriptor() : connectTo(ProfileFolder(m_setup.profile).owner().socketPath);
    if (!socket)
        return false;
    OwnerLink::Heard heard;
    heard.greeted = [this] { begun(); };
    heard.status = [this](const OwnerStatus &status) { takeStatus(status); };
    heard.answer = [this](quint64 number, const domain::Result<QJsonValue> &result) { answered(number, result); };
    // Later: it is the link that is calling.
    heard.closed = [this] { QMetaObject::invokeMethod(this, &Client::ownerLost, Qt::QueuedConnection); };
    m_there = std::make_unique<OwnerLink>(std::move(socket), std::move(heard));
    return true;
}

void Client::giveUp(const domain::Error &error)
{
    m_again.stop();
    for (auto &[number, call] : std::exchange(m_calls, {})) {
        if (!call.hasContext || call.context)
            call.reply(tl::make_unexpected(error));
    }
    Q_EMIT failed(error);
}

void Client::takeFromEngine()
{
    const auto &account = m_here->engine.account();
    m_account = account ? std::optional(account->place) : std::nullopt;
    m_session = m_here->engine.sessionStatus();
    m_transfers = m_here->engine.transferSummary();
}

void Client::takeStatus(const OwnerStatus &status)
{
    m_account = status.account;
    m_transfers = status.transfers;
    const bool changed = m_session != status.session;
    m_session = status.session;
    if (changed)
        Q_EMIT sessionChanged();
    Q_EMIT transfersChanged();
}

void Client::begun()
{
    m_connected = true;
    if (!std::exchange(m_begun, true)) {
        Q_EMIT started();
        return;
    }
    Q_EMIT sessionChanged();
    for (auto &[number, call] : m_calls)
        pass(number, call);
}

void Client::send(const QString &command, const QJsonObject &arguments, QObject *context, Requests::Reply reply)
{
    const quint64 number = ++m_lastCall;
    Call &call = m_calls[number];
    call = {command, arguments, context, context != nullptr, std::move(reply), false};
    if (m_connected && !m_handingOver)
        pass(number, call);
}

void Client::pass(quint64 number, Call &call)
{
    call.underWay = true;
    if (m_there) {
        m_there->ask(number, call.command, call.arguments);
        return;
    }
    // The dispatcher may answer before it returns, and the call be gone then.
    m_here->dispatcher.run(
        call.command, call.arguments, &m_here->engine,
        [this, number, engine = QPointer(&m_here->engine)](const domain::Result<QJsonValue> &result) {
            QMetaObject::invokeMethod(
                this,
                [this, number, engine, result] {
                    // An engine that is gone answers nothing: its successor is asked.
                    if (engine)
                        answered(number, result);
                },
                Qt::QueuedConnection);
        });
}

void Client::answered(quint64 number, const domain::Result<QJsonValue> &result)
{
    const auto found = m_calls.find(number);
    if (found == m_calls.end())
        return;
    const Call call = std::move(found->second);
    m_calls.erase(found);
    if (!call.hasContext || call.context)
        call.reply(result);
    if (m_handingOver)
        handOverWhenIdle();
}

void Client::handOver()
{
    if (std::exchange(m_handingOver, true))
        return;
    m_patience.start(handOverTime);
    handOverWhenIdle();
}

void Client::handOverWhenIdle()
{
    const bool busy = std::any_of(m_calls.begin(), m_calls.end(), [](const auto &entry) {
        return entry.second.underWay && !traitsOf(entry.second.command).waits;
    });
    if (!busy)
        m_patience.start(0);
}

void Client::yield()
{
    m_handingOver = false;
    m_yieldUntil = QDeadlineTimer(yieldTime);
    m_here.reset();
    takeBackCalls();
    lookFor(laterLook);
}

void Client::ownerLost()
{
    m_there.reset();
    takeBackCalls();
    // One that never greeted does not give the search more time.
    if (m_connected)
        lookFor(laterLook);
    else
        m_again.start();
}

void Client::takeBackCalls()
{
    for (auto it = m_calls.begin(); it != m_calls.end();) {
        Call &call = it->second;
        if (!call.underWay || traitsOf(call.command).repeatable) {
            call.underWay = false;
            ++it;
            continue;
        }
        // It may have been done, or not.
        const Call lost = std::move(call);
        it = m_calls.erase(it);
        if (!lost.hasContext || lost.context)
            lost.reply(domain::fail(domain::ErrorCode::Cancelled));
    }
}

} // namespace learnlab::engine
