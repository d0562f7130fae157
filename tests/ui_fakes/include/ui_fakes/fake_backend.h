#pragma once

#include "ui/models/backend.h"

#include <QStringList>

namespace learnlab::tests {

/// The engine as the window sees it, without one: remembers what it was asked for as lines of text, and answers `next`.
class FakeBackend final : public ui::Backend
{
    Q_OBJECT

public:
    // what it says of itself; tests change these and emit the signals
    std::optional<Account> currentAccount;
    mirror::ReadPool *pool = nullptr;
    QString accountPlace; ///< its folder
    ui::LinkActions *linkActions = nullptr;
    ui::ReceiptActions *receiptActions = nullptr;
    ui::SettingsActions *settings = nullptr;
    session::Status session;
    sync::Status sync;
    transfer::Summary summary;
    LiveNumbers live;
    bool shared = false;
    transfer::RateLimits limits;
    qint64 kept = 0;
    QString order; ///< of names: the language
    QStringList unsent;
    QByteArray made; ///< what was last uploaded without ever having been a file
    QString openedPath; ///< of every copy that is opened
    transfer::Survey nextSurvey;
    QList<domain::Session> nextSessions;
    std::optional<domain::Error> next; ///< the answer to the next request; none: it works
    QStringList asked;

    [[nodiscard]] std::optional<Account> account() const override { return currentAccount; }
    [[nodiscard]] mirror::ReadPool *mirror() const override { return pool; }
    [[nodiscard]] QString accountFolder() const override { return accountPlace; }
    [[nodiscard]] ui::LinkActions *links() override { return linkActions; }
    [[nodiscard]] ui::ReceiptActions *receipts() override { return receiptActions; }
    [[nodiscard]] ui::SettingsActions *settingsActions() override { return settings; }
    [[nodiscard]] session::Status sessionStatus() const override { return session; }
    [[nodiscard]] sync::Status syncStatus() const override { return sync; }
    [[nodiscard]] transfer::Summary transferSummary() const override { return summary; }
    [[nodiscard]] const LiveNumbers &liveNumbers() const override { return live; }

    void signIn(const QString &server, const api::Credentials &credentials, bool shared, QObject *context, Reply<void> reply) override;
    void registerUser(const QString &server, const api::Registration &registration, bool shared, QObject *context, Reply<void> reply) override;
    [[nodiscard]] bool isShared() const override { return shared; }
    void changeProfile(const Profile &profile, QObject *context, Reply<void> reply) override;
    void changePassword(const QString &current, const QString &wanted, QObject *context, Reply<void> reply) override;
    void sessions(QObject *context, Reply<QList<domain::Session>> reply) override;
    void endSession(domain::SessionId id, QObject *context, Reply<void> reply) override;
    void cancelSignIn() override { asked << QStringLiteral("cancel sign-in"); }
    void signOut(bool forget, QObject *context, Reply<void> reply) override;
    void createFolder(domain::FolderId parent, const QString &name, QObject *context, Reply<domain::FolderId> reply) override;
    void rename(domain::ItemRef item, const QString &name, QObject *context, Reply<void> reply) override;
    void move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *context, Reply<void> reply) override;
    void trash(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) override;
    void restore(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) override;
    void purge(const QList<domain::ItemRef> &items, QObject *context, Reply<Purged> reply) override;
    std::optional<Purged> nextPurged; ///< what deleting for good answers; none: all is gone
    void withdraw(domain::OperationId id) override { asked << QStringLiteral("withdraw ") + domain::toText(id); }
    void retryOperation(domain::OperationId id, QObject *context, Reply<void> reply) override;
    void undo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) override;
    void redo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) override;
    sync::Undone nextUndone; ///< what an undo answers
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
    [[nodiscard]] qint64 keptLimit() const override { return kept; }
    void setKeptLimit(qint64 bytes, QObject *, Reply<void> reply) override
    {
        kept = bytes;
        answer(std::move(reply));
    }
    void unsentEdits(QObject *, Reply<QStringList> reply) override { reply(unsent); }
    void pause(domain::TransferId id) override { note("pause", id); }
    void resume(domain::TransferId id) override { note("resume", id); }
    void cancel(domain::TransferId id) override { note("cancel", id); }
    void retry(domain::TransferId id) override { note("retry", id); }
    void retryWith(domain::TransferId id, domain::OnConflict onConflict) override;
    void first(domain::TransferId id) override { note("first", id); }
    void moveBefore(domain::TransferId id, domain::TransferId before) override;
    void pauseGroup(domain::TransferId group) override { note("pause group", group); }
    void resumeGroup(domain::TransferId group) override { note("resume group", group); }
    void cancelGroup(domain::TransferId group) override { note("cancel group", group); }
    void retryGroup(domain::TransferId group) override { note("retry group", group); }
    void firstGroup(domain::TransferId group) override { note("first group", group); }
    [[nodiscard]] transfer::RateLimits rateLimits() const override { return limits; }
    void setRateLimits(const transfer::RateLimits &wanted) override { limits = wanted; }
    void allowMetered() override { asked << QStringLiteral("allow metered"); }
    void pauseAll() override { asked << QStringLiteral("pause all"); }
    void resumeAll() override { asked << QStringLiteral("resume all"); }
    void clearFinished() override { asked << QStringLiteral("clear"); }
    void refresh() override { asked << QStringLiteral("refresh"); }
    void orderNames(const QString &language) override { order = language; }

private:
    template <class T>
    void answer(Reply<T> reply, T value)
    {
        const auto error = std::exchange(next, std::nullopt);
        reply(error ? domain::Result<T>(tl::make_unexpected(*error)) : domain::Result<T>(std::move(value)));
    }
    void answer(Reply<void> reply);
    void note(const char *what, domain::TransferId id);
};

} // namespace learnlab::tests
