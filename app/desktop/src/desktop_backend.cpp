#include "desktop_backend.h"

#include "folder_download.h"

#include "engine/kept_limit.h"
#include "engine/limits.h"

#include <QFile>

namespace learnlab::desktop {

namespace {

constexpr int mostMoving = 64; ///< as many as are ever sent at once, and more

/// For questions whose answer the window does not look at: only whether it worked.
template <class T>
std::function<void(domain::Result<T>)> outcome(ui::Backend::Reply<void> reply)
{
    return [reply = std::move(reply)](domain::Result<T> result) {
        reply(result ? domain::Result<void>() : domain::Result<void>(tl::make_unexpected(result.error())));
    };
}

/// The first refusal stands for all: the others would say the same about other names.
std::function<void(domain::Result<engine::Queued>)> firstRefusal(ui::Backend::Reply<void> reply)
{
    return [reply = std::move(reply)](domain::Result<engine::Queued> result) {
        if (!result)
            reply(tl::make_unexpected(result.error()));
        else if (!result->refused.isEmpty())
            reply(tl::make_unexpected(result->refused.first().error));
        else
            reply({});
    };
}

engine::Computer computer(bool shared)
{
    return shared ? engine::Computer::Shared : engine::Computer::Own;
}

} // namespace

DesktopBackend::DesktopBackend(engine::Engine &engine, DesktopSettings &settings)
    : m_engine(engine)
    , m_commands(engine)
    , m_settings(settings)
    , m_made(new MadeFiles(engine, m_commands, this))
    , m_limits(engine::rateLimitsIn(support::Settings(engine.profile().settingsPath())))
    , m_keptLimit(support::Settings(engine.profile().settingsPath()).value(engine::keptLimit))
{
    connect(&m_engine, &engine::Engine::accountChanged, this, &DesktopBackend::openMirror);
    connect(&m_engine, &engine::Engine::mirrorChanged, this, &DesktopBackend::takeChange);
    connect(&m_engine, &engine::Engine::sessionChanged, this, [this] { Q_EMIT sessionChanged(m_engine.sessionStatus()); });
    connect(&m_engine, &engine::Engine::syncChanged, this, [this] { Q_EMIT syncChanged(m_engine.syncStatus()); });
    connect(&m_engine, &engine::Engine::transfersChanged, this, &DesktopBackend::askLiveNumbers);
}

DesktopBackend::~DesktopBackend() = default;

std::optional<ui::Backend::Account> DesktopBackend::account() const
{
    const auto &account = m_engine.account();
    if (!account)
        return std::nullopt;
    return Account{account->place.server.authority(), account->user.value_or(domain::User{})};
}

void DesktopBackend::openMirror()
{
    const auto &account = m_engine.account();
    m_moving.clear();
    m_live.clear();
    // The models let go of the old readers while they still exist.
    auto old = std::exchange(m_mirror, account ? std::make_unique<mirror::ReadPool>(account->place.mirrorPath) : nullptr);
    Q_EMIT accountChanged();
    orderNames(m_language);
    if (m_mirror)
        m_made->sweep(*m_mirror);
    if (account && account->opened.rebuilt)
        Q_EMIT mirrorRebuilt(account->opened.carriedTransfers, account->opened.carriedOperations);
}

void DesktopBackend::takeChange(const mirror::Change &change)
{
    Q_EMIT mirrorChanged(change);
    if (!m_mirror || !(change.transfers || change.everything))
        return;
    m_mirror->ask<QList<domain::TransferId>>(
        this,
        [](const mirror::Reader &reader) {
            QList<domain::TransferId> moving;
            for (const domain::Transfer &transfer : reader.transfersIn(domain::TransferState::Sending, mostMoving))
                moving.append(transfer.id);
            return moving;
        },
        [this](QList<domain::TransferId> moving) { m_moving = std::move(moving); });
}

void DesktopBackend::askLiveNumbers()
{
    if (m_mirror && m_engine.transferSummary().active == 0)
        m_made->sweep(*m_mirror);
    if (m_moving.isEmpty() && m_live.isEmpty()) {
        Q_EMIT transfersChanged();
        return;
    }
    m_commands.live(m_moving, this, [this](domain::Result<QList<std::pair<domain::TransferId, transfer::Live>>> numbers) {
        m_live.clear();
        if (numbers) {
            for (const auto &[id, live] : *numbers)
                m_live.insert(id, live);
        }
        Q_EMIT transfersChanged();
    });
}

void DesktopBackend::signIn(const QString &server, const api::Credentials &credentials, bool shared, QObject *context, Reply<void> reply)
{
    m_engine.signIn(server, credentials.email, credentials.password, context, outcome<engine::Account>(std::move(reply)),
                    computer(shared));
}

void DesktopBackend::registerUser(const QString &server, const api::Registration &registration, bool shared, QObject *context,
                                  Reply<void> reply)
{
    m_engine.registerAndSignIn(server, registration, context, outcome<engine::Account>(std::move(reply)), computer(shared));
}

void DesktopBackend::changeProfile(const Profile &profile, QObject *context, Reply<void> reply)
{
    m_commands.changeProfile({profile.fullName, profile.userName}, context, outcome<domain::User>(std::move(reply)));
}

void DesktopBackend::changePassword(const QString &current, const QString &wanted, QObject *context, Reply<void> reply)
{
    m_commands.changePassword({current, wanted}, context, std::move(reply));
}

void DesktopBackend::cancelSignIn()
{
    m_engine.cancelSignIn();
}

void DesktopBackend::signOut(bool forget, QObject *context, Reply<void> reply)
{
    m_engine.signOut(forget, context, std::move(reply));
}

void DesktopBackend::createFolder(domain::FolderId parent, const QString &name, QObject *context, Reply<domain::FolderId> reply)
{
    m_commands.createFolder(parent, name, false, context, std::move(reply));
}

void DesktopBackend::rename(domain::ItemRef item, const QString &name, QObject *context, Reply<void> reply)
{
    m_commands.rename(item, name, context, outcome<domain::OperationId>(std::move(reply)));
}

void DesktopBackend::move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *context, Reply<void> reply)
{
    m_commands.move(items, target, {}, context, firstRefusal(std::move(reply)));
}

void DesktopBackend::trash(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply)
{
    m_commands.trash(items, context, firstRefusal(std::move(reply)));
}

void DesktopBackend::restore(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply)
{
    m_commands.restore(items, context, firstRefusal(std::move(reply)));
}

void DesktopBackend::purge(const QList<domain::ItemRef> &items, QObject *context, Reply<Purged> reply)
{
    m_commands.purge(items, context, [reply = std::move(reply)](const domain::Result<engine::Purged> &purged) {
        reply(purged.map([](const engine::Purged &sum) { return Purged{sum.gone, sum.left, sum.firstLeft, sum.error}; }));
    });
}

void DesktopBackend::withdraw(domain::OperationId operation)
{
    m_commands.forgetOperation(operation, this, [](domain::Result<void>) {});
}

void DesktopBackend::retryOperation(domain::OperationId operation, QObject *context, Reply<void> reply)
{
    m_commands.retryOperation(operation, context, outcome<domain::OperationId>(std::move(reply)));
}

void DesktopBackend::survey(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context, Reply<transfer::Survey> reply)
{
    m_commands.survey(localPaths, target, context, std::move(reply));
}

void DesktopBackend::upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict, QObject *context,
                            Reply<QList<transfer::Plan::Refused>> reply)
{
    m_commands.upload(localPaths, target, onConflict, context,
                      [reply = std::move(reply)](domain::Result<engine::Uploads> uploads) {
                          if (uploads)
                              reply(uploads->refused);
                          else
                              reply(tl::make_unexpected(uploads.error()));
                      });
}

void DesktopBackend::uploadMade(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *context,
                                Reply<void> reply)
{
    m_made->upload(name, std::move(content), target, context, std::move(reply));
}

void DesktopBackend::open(domain::FileId file, QObject *context, Reply<QString> reply)
{
    m_commands.open(file, context, std::move(reply));
}

void DesktopBackend::download(domain::FileId file, const QString &destination, QObject *context, Reply<void> reply)
{
    // The file dialog has asked already whether what is there may be replaced.
    m_commands.copyTo(file, QFile::encodeName(destination), true, context, std::move(reply));
}

void DesktopBackend::downloadInto(const QList<domain::ItemRef> &items, const QString &folder, QObject *context, Reply<Downloaded> reply)
{
    if (!m_mirror)
        return reply(domain::fail(domain::ErrorCode::NotSignedIn));
    // A child: it lets itself go when it has answered.
    auto *download = new FolderDownload(m_commands, this);
    download->start(*m_mirror, items, folder, context, std::move(reply));
}

void DesktopBackend::setRateLimits(const transfer::RateLimits &limits)
{
    m_limits = limits;
    m_commands.setRateLimits(limits, this, [](domain::Result<void> result) {
        if (!result)
            qWarning("The speed limit could not be remembered");
    });
}

void DesktopBackend::allowMetered()
{
    m_commands.setNetwork({.metered = true, .meteredAllowed = true});
}

void DesktopBackend::keepOffline(domain::ItemRef item, bool keep, QObject *context, Reply<void> reply)
{
    if (keep)
        m_commands.keep(item, context, outcome<QList<domain::TransferId>>(std::move(reply)));
    else
        m_commands.unkeep(item, context, std::move(reply));
}

void DesktopBackend::setKeptLimit(qint64 bytes, QObject *context, Reply<void> reply)
{
    m_keptLimit = bytes;
    m_commands.setKeptLimit(bytes, context, std::move(reply));
}

void DesktopBackend::unsentEdits(QObject *context, Reply<QStringList> reply)
{
    m_commands.unsentEdits(context, std::move(reply));
}

void DesktopBackend::orderNames(const QString &language)
{
    m_language = language;
    if (!m_mirror || language.isEmpty())
        return;
    m_engine.tell([language](engine::Services &services) {
        services.store.write([language](mirror::Writer &writer) { return writer.orderNames(language); }, {});
    });
}

void DesktopBackend::refresh()
{
    m_engine.tell([](engine::Services &services) {
        services.sync.nudge();
        services.transfers.nudge();
    });
}

} // namespace learnlab::desktop
