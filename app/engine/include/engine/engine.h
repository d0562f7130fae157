#pragma once

#include "engine/asker.h"
#include "engine/profile.h"

#include "content/content.h"
#include "session/session.h"
#include "sync/sync.h"
#include "transfer/transfers.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace learnlab::engine {

/// What goes on by itself while an account is signed in.
enum class Work { Nothing, Sync, Everything };

/// Who owns the profile, for other processes that come to its socket: both do what others ask of the account. A window
/// is shown when somebody else wants one; a command hands the profile over to a window that starts.
enum class Role { Window, Command };

/// Whose computer this is. On a shared one the refresh token stays in memory, the account has a folder apart, and no later
/// start opens it: it is removed by signOut(true), or by the next start where that was not to be.
enum class Computer { Own, Shared };

struct Options
{
    Work work = Work::Everything;
    Role role = Role::Window;
    bool offline = false;    ///< never touches the network nor the keychain; what is queued stays queued
    QByteArray caFile = {};  ///< PEM; empty: the system's certificates
    QString deviceInfo = {}; ///< empty: the program's name and the computer's
    // For tests; empty: the real ones. Called on the engine's thread.
    std::function<std::unique_ptr<secrets::Keychain>()> makeKeychain = {};
    std::function<std::unique_ptr<api::HttpApi>(const QUrl &)> makeApi = {};
};

/// What was found when an account's mirror was opened.
struct Account
{
    AccountPlace place;
    mirror::Opened opened; ///< rebuilt: was damaged and made anew
    bool shared = false;   ///< signed in to as on a shared computer
    std::optional<domain::User> user;
};

/// The rooms of the account that is open, for what runs on the engine's thread. Not kept beyond the call that gets it:
/// what comes back later finds them again through whileOpen().
struct Services : std::enable_shared_from_this<Services>
{
    AccountPlace place;
    QString settingsPath; ///< of the profile
    mirror::Store &store;
    api::Api &api;
    session::Session &session;
    sync::Sync &sync;
    transfer::Transfers &transfers;
    content::Content &content;
    transfer::LocalFiles &files;
    support::Scheduler &scheduler;
    support::Clock &clock;
    support::Random &random;
    /// Runs a job that reads the disk on a thread of its own, then `done` on the engine's.
    std::function<void(std::function<void()> job, std::function<void()> done)> inBackground;
    /// Questions to the server that no room owns; they end with the account.
    std::map<quint64, api::CallHandle> calls;
    /// The queue is at work; while it is not, nobody but the mirror holds it.
    bool transfersRun = false;

    Services(AccountPlace where, QString settings, mirror::Store &s, api::Api &a, session::Session &e, sync::Sync &y,
             transfer::Transfers &t, content::Content &c, transfer::LocalFiles &f, support::Scheduler &d,
             support::Clock &k, support::Random &r)
        : place(std::move(where)),
          settingsPath(std::move(settings)),
          store(s),
          api(a),
          session(e),
          sync(y),
          transfers(t),
          content(c),
          files(f),
          scheduler(d),
          clock(k),
          random(r)
    {}
};

/// A callback for the rooms that does nothing when the account was closed meanwhile: `call(Services &, arguments...)`.
template <class F>
[[nodiscard]] auto whileOpen(Services &services, F call)
{
    return [weak = services.weak_from_this(), call = std::move(call)](auto &&...arguments) {
        if (const auto open = weak.lock())
            call(*open, std::forward<decltype(arguments)>(arguments)...);
    };
}

class Core;
class SocketServer;

/// The whole client but its face: one thread with session, sync, transfers and content of the account that is open, and
/// the profile's lock. Made, used and destroyed on one thread with an event loop (the front), which it never blocks but
/// in its destructor; signals and answers come on that thread. Every question ends: with Cancelled when the account or
/// the engine is closed meanwhile. An answer is dropped when its `context` (living on the front) is gone.
class Engine : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = Asker::Answer<T>;
    template <class T>
    using Question = Asker::Question<T>;

    Engine(Profile profile, Options options);
    /// Stops everything and waits for it; nothing that was queued is lost.
    ~Engine() override;

    /// Opens the account used last if it should be signed in. Ends with started().
    void start();
    /// Closes the account; ends with stopped(). For a face that wants to say good-bye before it destroys the engine.
    void stop();

    /// Checks the address, asks the server what it is, signs in and opens the account. Goes on where an Expired session
    /// of the same account stood.
    void signIn(const QString &server, const QString &email, const QString &password, QObject *context,
                Answer<Account> answer, Computer computer = Computer::Own);
    void registerAndSignIn(const QString &server, const api::Registration &registration, QObject *context,
                           Answer<Account> answer, Computer computer = Computer::Own);
    void cancelSignIn();
    /// Asks a server what it is, without signing in: for the registration form.
    void askCapabilities(const QString &server, QObject *context, Answer<api::Capabilities> answer);
    /// `forgetEverything` removes the account's folder: mirror, queue and the bytes kept offline.
    void signOut(bool forgetEverything, QObject *context, Answer<void> answer);

    /// How servers are reached: at once and for every start to come (engine/network.h). LocalIo: not remembered.
    void setNetwork(const api::Network &network, QObject *context, Answer<void> answer);
    /// The computer says whether this network wants its own sign-in first: names what fails meanwhile
    /// (session/session.h), and tries at once when it does not any more.
    void setBehindPortal(bool behind);
    /// Looks whether everything is in order: the report of engine/self_check.h. Takes some seconds at most.
    void check(QObject *context, Answer<QString> answer);

    // As last told; they change just before their signals.
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }
    [[nodiscard]] const session::Status &sessionStatus() const { return m_session; }
    [[nodiscard]] const sync::Status &syncStatus() const { return m_sync; }
    [[nodiscard]] const transfer::Summary &transferSummary() const { return m_transfers; }
    [[nodiscard]] const ProfileFolder &profile() const { return m_profile; }

    /// For questions to the rooms of the open account, from the front.
    [[nodiscard]] Asker asker() { return {this, poster()}; }
    template <class T>
    void ask(QObject *context, Question<T> question, Answer<T> answer)
    {
        asker().ask<T>(context, std::move(question), std::move(answer));
    }
    void tell(std::function<void(Services &)> message) { asker().tell(std::move(message)); }

Q_SIGNALS:
    void started();
    void stopped();
    void accountChanged(); ///< opened or closed: account() says which. Read pools on the old mirror have to go
    void accountFailed(const learnlab::domain::Error &error); ///< the last account could not be opened
    void sessionChanged();
    void syncChanged();
    void transfersChanged(); ///< at most ten times a second
    void mirrorChanged(const learnlab::mirror::Change &change);
    /// Another process was started to show a window (Role::Window): with these files of this computer, as the system's
    /// bytes, and links of our own ("learnlab:…"), to be shown and not trusted.
    void windowWanted(const QList<QByteArray> &localPaths);
    /// A window wants the profile (Role::Command): it is free for it when this engine is destroyed.
    void handOverWanted();

private:
    friend class Core;
    template <class T>
    std::shared_ptr<Pending<T>> expect(QObject *context, Answer<T> answer)
    {
        return std::make_shared<Pending<T>>(this, context, std::move(answer));
    }
    [[nodiscard]] Asker::Post poster();
    void tellServer();
    void postToCore(std::function<void(Core &)> job);
    // What the core tells, on the front's thread.
    void setAccount(const std::optional<Account> &account);
    void setSession(const session::Status &status);
    void setSync(const sync::Status &status);
    void setTransfers(const transfer::Summary &summary);

    ProfileFolder m_profile;
    std::optional<Account> m_account;
    session::Status m_session;
    sync::Status m_sync;
    transfer::Summary m_transfers;
    bool m_started = false;
    class Thread;
    // Outlives the engine's thread, which answers it, so that those who wait for the profile see the socket close when
    // the lock is free.
    std::unique_ptr<SocketServer> m_server;
    std::unique_ptr<Thread> m_thread;
};

} // namespace learnlab::engine
