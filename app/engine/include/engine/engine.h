#pragma once

#include "engine/pending.h"
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

struct Options
{
    Work work = Work::Everything;
    bool offline = false;   ///< never touches the network nor the keychain; what is queued stays queued
    QByteArray caFile = {}; ///< PEM; empty: the system's certificates
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
    std::optional<domain::User> user;
};

/// The rooms of the account that is open, for what runs on the engine's thread. Not kept beyond the call that gets it:
/// what comes back later finds them again through whileOpen().
struct Services : std::enable_shared_from_this<Services>
{
    AccountPlace place;
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

    Services(AccountPlace where, mirror::Store &s, api::Api &a, session::Session &e, sync::Sync &y, transfer::Transfers &t,
             content::Content &c, transfer::LocalFiles &f, support::Scheduler &d, support::Clock &k, support::Random &r)
        : place(std::move(where)), store(s), api(a), session(e), sync(y), transfers(t), content(c), files(f), scheduler(d),
          clock(k), random(r)
    {
    }
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

/// The whole client but its face: one thread with session, sync, transfers and content of the account that is open, and
/// the profile's lock. Made, used and destroyed on one thread with an event loop (the front), which it never blocks but
/// in its destructor; signals and answers come on that thread. Every question ends: with Cancelled when the account or
/// the engine is closed meanwhile. An answer is dropped when its `context` (living on the front) is gone.
class Engine : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(domain::Result<T>)>;
    template <class T>
    using Question = std::function<void(Services &, Answer<T>)>;

    Engine(Profile profile, Options options);
    /// Stops everything and waits for it; nothing that was queued is lost.
    ~Engine() override;

    /// Opens the account used last if it should be signed in. Ends with started().
    void start();
    /// Closes the account; ends with stopped(). For a face that wants to say good-bye before it destroys the engine.
    void stop();

    /// Checks the address, asks the server what it is, signs in and opens the account. Goes on where an Expired session
    /// of the same account stood.
    void signIn(const QString &server, const QString &email, const QString &password, QObject *context, Answer<Account> answer);
    void registerAndSignIn(const QString &server, const api::Registration &registration, QObject *context, Answer<Account> answer);
    void cancelSignIn();
    /// Asks a server what it is, without signing in: for the registration form.
    void askCapabilities(const QString &server, QObject *context, Answer<api::Capabilities> answer);
    /// `forgetEverything` removes the account's folder: mirror, queue and the bytes kept offline.
    void signOut(bool forgetEverything, QObject *context, Answer<void> answer);

    // As last told; they change just before their signals.
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }
    [[nodiscard]] const session::Status &sessionStatus() const { return m_session; }
    [[nodiscard]] const sync::Status &syncStatus() const { return m_sync; }
    [[nodiscard]] const transfer::Summary &transferSummary() const { return m_transfers; }
    [[nodiscard]] const ProfileFolder &profile() const { return m_profile; }

    /// Puts a question to the rooms of the open account. NotSignedIn when there is none.
    template <class T>
    void ask(QObject *context, Question<T> question, Answer<T> answer)
    {
        auto pending = expect<T>(context, std::move(answer));
        post([question = std::move(question), pending](Services *services) {
            if (services)
                question(*services, [pending](domain::Result<T> result) { pending->answer(std::move(result)); });
            else
                pending->answer(domain::fail(domain::ErrorCode::NotSignedIn));
        });
    }
    /// Tells the rooms something without an answer; nothing happens when no account is open.
    void tell(std::function<void(Services &)> message);

Q_SIGNALS:
    void started();
    void stopped();
    void accountChanged(); ///< opened or closed: account() says which. Read pools on the old mirror have to go
    void accountFailed(const learnlab::domain::Error &error); ///< the last account could not be opened
    void sessionChanged();
    void syncChanged();
    void transfersChanged(); ///< at most ten times a second
    void mirrorChanged(const learnlab::mirror::Change &change);

private:
    friend class Core;
    template <class T>
    std::shared_ptr<Pending<T>> expect(QObject *context, Answer<T> answer)
    {
        return std::make_shared<Pending<T>>(this, context, std::move(answer));
    }
    void post(std::function<void(Services *)> job);
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
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace learnlab::engine
