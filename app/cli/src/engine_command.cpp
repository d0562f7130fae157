#include "engine_command.h"

namespace learnlab::cli {

namespace {

/// A network that comes back within this is not worth telling.
constexpr std::chrono::seconds patience{5};

} // namespace

EngineCommand::~EngineCommand()
{
    m_reader.reset();
    m_engine.reset();
}

void EngineCommand::run()
{
    auto profile = engine::Profile::own(given().common.profile, QStringLiteral("learnlab-cli"));
    if (!profile) {
        finish(profile.error());
        return;
    }
    engine::Options options;
    options.work = work();
    options.offline = offline();
    options.caFile = qgetenv("LEARNLAB_CA_FILE");
    m_engine = std::make_unique<engine::Engine>(std::move(*profile), std::move(options));
    connect(m_engine.get(), &engine::Engine::accountFailed, this, [this](const domain::Error &error) { m_failed = error; });
    connect(m_engine.get(), &engine::Engine::started, this, &EngineCommand::started);
    m_engine->start();
}

void EngineCommand::started()
{
    if (isFinished())
        return;
    if (!m_engine->account()) {
        if (needsAccount())
            finish(m_failed.value_or(domain::Error{domain::ErrorCode::NotSignedIn, {}}));
        else
            ready();
        return;
    }
    auto reader = mirror::openReader(m_engine->account()->place.mirrorPath);
    if (!reader) {
        finish(reader.error());
        return;
    }
    m_reader = std::move(*reader);
    m_waitingForSession = connect(m_engine.get(), &engine::Engine::sessionChanged, this, &EngineCommand::sessionKnown);
    sessionKnown();
}

void EngineCommand::sessionKnown()
{
    const session::Status &status = m_engine->sessionStatus();
    if (isFinished() || (status.state == session::State::SigningIn && !offline()))
        return;
    disconnect(m_waitingForSession);
    if (!offline() && needsSession() && (status.state == session::State::Expired || status.state == session::State::SignedOut)) {
        const domain::Error ended = status.error.value_or(domain::Error{domain::ErrorCode::NotSignedIn, {}});
        finish(status.keychainError.value_or(ended));
        return;
    }
    ready();
}

void EngineCommand::refreshThen(std::function<void()> next)
{
    if (offline()) {
        next();
        return;
    }
    commands().synchronize(this, [this, next = std::move(next)](const domain::Result<void> &result) {
        if (isFinished())
            return;
        if (!result)
            m_unreachable = result.error();
        next();
    });
}

void EngineCommand::whenOffline(std::function<void()> gaveUp)
{
    m_gaveUp = std::move(gaveUp);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!isFinished())
            m_gaveUp();
    });
    connect(m_engine.get(), &engine::Engine::sessionChanged, this, &EngineCommand::watchSession);
    watchSession();
}

void EngineCommand::watchSession()
{
    const session::State state = m_engine->sessionStatus().state;
    const bool out = state == session::State::Offline || state == session::State::Expired;
    if (!out)
        m_patience.stop();
    else if (!m_patience.isActive())
        m_patience.start();
}

} // namespace learnlab::cli
