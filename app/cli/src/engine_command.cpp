#include "engine_command.h"

namespace learnlab::cli {

namespace {

/// A network that comes back within this is not worth telling.
constexpr std::chrono::seconds patience{5};
constexpr std::chrono::seconds betweenTries{1};

} // namespace

EngineCommand::~EngineCommand()
{
    m_reader.reset();
    m_client.reset();
}

void EngineCommand::run()
{
    engine::Options options;
    options.work = work();
    options.offline = offline() || !needsNetwork();
    options.caFile = qgetenv("LEARNLAB_CA_FILE");
    m_client = std::make_unique<engine::Client>(engine::Client::Setup{
        given().common.profile, QStringLiteral("learnlab-cli"), std::move(options), worksAlone()});
    connect(m_client.get(), &engine::Client::failed, this, [this](const domain::Error &error) { finish(error); });
    connect(m_client.get(), &engine::Client::accountFailed, this,
            [this](const domain::Error &error) { m_failed = error; });
    connect(m_client.get(), &engine::Client::started, this, &EngineCommand::started);
    m_client->start();
}

void EngineCommand::started()
{
    if (isFinished())
        return;
    if (!m_client->account()) {
        if (needsAccount())
            finish(m_failed.value_or(domain::Error{domain::ErrorCode::NotSignedIn, {}}));
        else
            ready();
        return;
    }
    auto reader = mirror::openReader(m_client->account()->mirrorPath);
    if (!reader) {
        finish(reader.error());
        return;
    }
    m_reader = std::move(*reader);
    connect(m_client.get(), &engine::Client::sessionChanged, this, &EngineCommand::noteSession);
    noteSession();
    m_waitingForSession = connect(m_client.get(), &engine::Client::sessionChanged, this, &EngineCommand::sessionKnown);
    sessionKnown();
}

void EngineCommand::sessionKnown()
{
    const session::Status &status = m_client->sessionStatus();
    if (isFinished() || (status.state == session::State::SigningIn && !offline() && needsNetwork()))
        return;
    disconnect(m_waitingForSession);
    if (!offline() && needsSession() &&
        (status.state == session::State::Expired || status.state == session::State::SignedOut)) {
        const domain::Error ended = status.error.value_or(domain::Error{domain::ErrorCode::NotSignedIn, {}});
        finish(status.keychainError.value_or(ended));
        return;
    }
    ready();
}

void EngineCommand::forEachItem(QStringList paths, const Step &step, const std::function<void()> &done)
{
    if (isFinished())
        return;
    if (paths.isEmpty()) {
        done();
        return;
    }
    const QString path = paths.takeFirst();
    auto next = [this, paths, step, done] { forEachItem(paths, step, done); };
    if (const auto item = reader().resolve(path)) {
        step(*item, path, next);
        return;
    }
    result().fail({domain::ErrorCode::NotFound, {}}, path);
    next();
}

void EngineCommand::refreshThen(const std::function<void()> &next)
{
    if (offline()) {
        next();
        return;
    }
    commands().synchronize(this, [this, next](const domain::Result<void> &result) {
        if (isFinished())
            return;
        if (!result && isOutage(result.error()) && mayWait(result.error())) {
            QTimer::singleShot(betweenTries, this, [this, next] {
                if (!isFinished())
                    refreshThen(next);
            });
            return;
        }
        m_unreachable = result ? std::nullopt : std::optional(result.error());
        if (result)
            serverIsBack();
        next();
    });
}

void EngineCommand::noteSession()
{
    m_wasThere = m_wasThere || m_client->sessionStatus().state == session::State::Online;
}

bool EngineCommand::isOutage(const domain::Error &error)
{
    return domain::consequenceOf(error.code) == domain::Consequence::WaitNetwork ||
           error.code == domain::ErrorCode::Unavailable || error.code == domain::ErrorCode::ServerError;
}

bool EngineCommand::mayWait(const std::optional<domain::Error> &error)
{
    const auto limit = waitLimit();
    // A server that says that it cannot just now is there.
    m_wasThere = m_wasThere || (error && domain::consequenceOf(error->code) == domain::Consequence::RetryLater);
    const bool worth = m_wasThere || waitsFromTheBeginning();
    if (!worth || offline() || limit.count() == 0 || m_client->sessionStatus().state == session::State::Expired)
        return false;
    if (!m_outage.isValid()) {
        m_outage.start();
        printError(QStringLiteral("The server does not answer; waiting for it for up to %1 s.").arg(limit.count()));
    }
    return !m_outage.hasExpired(std::chrono::milliseconds(limit).count());
}

void EngineCommand::whenOffline(std::function<void()> gaveUp)
{
    m_gaveUp = std::move(gaveUp);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!isFinished())
            m_gaveUp();
    });
    connect(m_client.get(), &engine::Client::sessionChanged, this, &EngineCommand::watchSession);
    watchSession();
}

void EngineCommand::watchSession()
{
    const session::Status status = m_client->sessionStatus();
    const bool out = status.state == session::State::Offline || status.state == session::State::Expired;
    if (!out)
        m_patience.stop();
    else if (!m_patience.isActive())
        m_patience.start(mayWait(status.error) ? std::max<std::chrono::seconds>(patience, waitLimit()) : patience);
}

} // namespace learnlab::cli
