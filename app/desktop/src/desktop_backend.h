#pragma once

#include "engine/commands.h"
#include "engine/engine.h"
#include "desktop_links.h"
#include "desktop_settings.h"
#include "made_files.h"
#include "desktop_receipts.h"
#include "ui/models/backend.h"

#include <memory>

namespace learnlab::desktop {

/// The window's wishes, handed to the engine; the engine's news, handed to the window. UI thread; owned by main().
class DesktopBackend final : public ui::Backend
{
    Q_OBJECT

public:
    DesktopBackend(engine::Engine &engine, DesktopSettings &settings);
    ~DesktopBackend() override;

    [[nodiscard]] std::optional<Account> account() const override;
    [[nodiscard]] mirror::ReadPool *mirror() const override { return m_mirror.get(); }
    [[nodiscard]] QString accountFolder() const override { return m_engine.account() ? m_engine.account()->place.folder : QString(); }
    [[nodiscard]] session::Status sessionStatus() const override { return m_engine.sessionStatus(); }
    [[nodiscard]] sync::Status syncStatus() const override { return m_engine.syncStatus(); }
    [[nodiscard]] transfer::Summary transferSummary() const override { return m_engine.transferSummary(); }
    [[nodiscard]] const LiveNumbers &liveNumbers() const override { return m_live; }

    void signIn(const QString &server, const api::Credentials &credentials, bool shared, QObject *context, Reply<void> reply) override;
    void registerUser(const QString &server, const api::Registration &registration, bool shared, QObject *context, Reply<void> reply) override;
    [[nodiscard]] bool isShared() const override { return m_engine.account() && m_engine.account()->shared; }
    void changeProfile(const Profile &profile, QObject *context, Reply<void> reply) override;
    void changePassword(const QString &current, const QString &wanted, QObject *context, Reply<void> reply) override;
    void sessions(QObject *context, Reply<QList<domain::Session>> reply) override { m_commands.sessions(context, std::move(reply)); }
    void endSession(domain::SessionId id, QObject *context, Reply<void> reply) override { m_commands.endSession(id, context, std::move(reply)); }
    void cancelSignIn() override;
    void signOut(bool forget, QObject *context, Reply<void> reply) override;

    [[nodiscard]] ui::LinkActions *links() override { return &m_links; }
    [[nodiscard]] ui::SettingsActions *settingsActions() override { return &m_settings; }
    [[nodiscard]] ui::ReceiptActions *receipts() override { return &m_receipts; }

    void createFolder(domain::FolderId parent, const QString &name, QObject *context, Reply<domain::FolderId> reply) override;
    void rename(domain::ItemRef item, const QString &name, QObject *context, Reply<void> reply) override;
    void move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *context, Reply<void> reply) override;
    void trash(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) override;
    void restore(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) override;
    void purge(const QList<domain::ItemRef> &items, QObject *context, Reply<Purged> reply) override;
    void withdraw(domain::OperationId operation) override;
    void retryOperation(domain::OperationId operation, QObject *context, Reply<void> reply) override;
    void undo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) override { m_commands.undo(action, context, std::move(reply)); }
    void redo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) override { m_commands.redo(action, context, std::move(reply)); }

    void survey(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context,
                Reply<transfer::Survey> reply) override;
    void upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict, QObject *context,
                Reply<QList<transfer::Plan::Refused>> reply) override;
    void uploadMade(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *context,
                    Reply<void> reply) override;
    void open(domain::FileId file, QObject *context, Reply<QString> reply) override;
    void download(domain::FileId file, const QString &destination, QObject *context, Reply<void> reply) override;
    void downloadInto(const QList<domain::ItemRef> &items, const QString &folder, QObject *context, Reply<Downloaded> reply) override;
    void keepOffline(domain::ItemRef item, bool keep, QObject *context, Reply<void> reply) override;
    [[nodiscard]] qint64 keptLimit() const override { return m_keptLimit; }
    void setKeptLimit(qint64 bytes, QObject *context, Reply<void> reply) override;
    void unsentEdits(QObject *context, Reply<QStringList> reply) override;

    void pause(domain::TransferId id) override { m_commands.pause({id}); }
    void resume(domain::TransferId id) override { m_commands.resume({id}); }
    void cancel(domain::TransferId id) override { m_commands.cancel({id}); }
    void retry(domain::TransferId id) override { m_commands.retry({id}); }
    void retryWith(domain::TransferId id, domain::OnConflict onConflict) override { m_commands.retryWith(id, onConflict); }
    void first(domain::TransferId id) override { m_commands.first({id}); }
    void moveBefore(domain::TransferId id, domain::TransferId before) override { m_commands.moveBefore(id, before); }
    void pauseGroup(domain::TransferId group) override { m_commands.pauseGroup(group); }
    void resumeGroup(domain::TransferId group) override { m_commands.resumeGroup(group); }
    void cancelGroup(domain::TransferId group) override { m_commands.cancelGroup(group); }
    void retryGroup(domain::TransferId group) override { m_commands.retryGroup(group); }
    void firstGroup(domain::TransferId group) override { m_commands.firstGroup(group); }
    [[nodiscard]] transfer::RateLimits rateLimits() const override { return m_limits; }
    void setRateLimits(const transfer::RateLimits &limits) override;
    void allowMetered() override;
    void pauseAll() override { m_commands.pauseAll(); }
    void resumeAll() override { m_commands.resumeAll(); }
    void clearFinished() override { m_commands.clearFinished(); }
    void refresh() override;
    void orderNames(const QString &language) override;

private:
    void openMirror();
    void takeChange(const mirror::Change &change);
    void askLiveNumbers();

    engine::Engine &m_engine;
    engine::Commands m_commands;
    DesktopLinks m_links{m_commands};
    DesktopSettings &m_settings;
    DesktopReceipts m_receipts{m_commands};
    MadeFiles *m_made;
    std::unique_ptr<mirror::ReadPool> m_mirror;
    QList<domain::TransferId> m_moving; ///< transfers whose bytes move, as the mirror last said
    LiveNumbers m_live;
    transfer::RateLimits m_limits;
    qint64 m_keptLimit = 0;
    QString m_language; ///< of the window; empty: it has not said
};

} // namespace learnlab::desktop
