#pragma once

#include "engine/engine.h"
#include "open_account.h"
#include "self_check_run.h"

#include "support/qt_scheduler.h"

namespace learnlab::engine {

/// The engine's own side: made, used and destroyed on its thread. Tells the front by posting to it.
class Core
{
public:
    using SignInAnswer = std::shared_ptr<Pending<Account>>;
    using BeginSignIn = std::function<std::unique_ptr<session::SignIn>(
        api::Api &, const QString &deviceInfo, std::function<void(domain::Result<session::SignedIn>)>)>;

    Core(Engine &front, Profile profile, Options options);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    void start();
    void stop();
    void signIn(const QString &server, const BeginSignIn &begin, SignInAnswer answer, Computer computer = Computer::Own);
    void cancelSignIn();
    void askCapabilities(const QString &server, std::shared_ptr<Pending<api::Capabilities>> answer);
    void signOut(bool forgetEverything, std::shared_ptr<Pending<void>> answer);

    [[nodiscard]] domain::Result<void> setNetwork(const api::Network &network);
    void setBehindPortal(bool behind);
    void check(std::shared_ptr<Pending<QString>> answer);

    [[nodiscard]] Services *services() { return m_account ? &m_account->services() : nullptr; }

private:
    /// A server that is being asked before there is an account.
    struct Visit
    {
        QUrl server;
        std::unique_ptr<api::HttpApi> api;
        std::unique_ptr<session::SignIn> signIn;
        api::CallHandle call;
    };

    [[nodiscard]] std::unique_ptr<Visit> visit(const QUrl &server) const;
    [[nodiscard]] domain::Result<void> openAccount(const AccountPlace &place);
    void closeAccount();
    void signedIn(const QUrl &server, const session::SignedIn &found, const SignInAnswer &answer);
    void adopt(const api::Tokens &tokens, const SignInAnswer &answer);
    void signedOut(bool forgetEverything, const std::shared_ptr<Pending<void>> &answer);
    void tellAccount();
    [[nodiscard]] OpenAccount::Listeners listeners();
    void tellFront(std::function<void(Engine &)> message);
    [[nodiscard]] api::Network network() const;
    [[nodiscard]] domain::Error named(const domain::Error &error) const;
    [[nodiscard]] QString deviceInfo() const;

    Engine &m_front;
    Profile m_profile;
    Options m_options;
    support::SystemClock m_clock;
    support::SystemRandom m_random;
    support::QtScheduler m_scheduler;
    support::Worker m_background;
    std::unique_ptr<secrets::Keychain> m_keychain;
    std::unique_ptr<secrets::Keychain> m_memory; ///< the keychain of a shared computer: nothing is kept
    std::unique_ptr<OpenAccount> m_account;
    std::unique_ptr<Visit> m_signIn;
    std::unique_ptr<Visit> m_question;
    std::unique_ptr<SelfCheck> m_check; ///< goes before the account that it asks by
    quint64 m_signInNumber = 0;
    bool m_behindPortal = false;
    Computer m_wanted = Computer::Own; ///< by the sign-in under way
    Computer m_computer = Computer::Own; ///< by the account that is open
};

} // namespace learnlab::engine
