#pragma once

#include "api/api.h"
#include "mirror/store.h"
#include "secrets/keychain.h"

#include <functional>
#include <memory>

namespace learnlab::session {

enum class State {
    SignedOut,
    SigningIn,
    Online,
    Offline, ///< signed in; the server cannot be reached
    Expired, ///< the session ended: sign in again; queue and mirror are kept
};

struct Status
{
    State state = State::SignedOut;
    std::optional<domain::Error> error; ///< why Offline or Expired
    bool remembered = true; ///< false: the keychain did not take the token, it is gone when the program ends
    std::optional<domain::Error> keychainError;
    friend bool operator==(const Status &, const Status &) = default;
};

/// Who is signed in. Owns the tokens; parks calls while one renewal runs; a passing failure signs nobody out.
/// Written to the keychain first, then relied on. Engine thread; outlives the rooms that use it.
class Session : public api::TokenSource
{
public:
    using Listener = std::function<void(const Status &)>;

    ~Session() override = default;
    [[nodiscard]] virtual const Status &status() const = 0;
    virtual void listen(Listener listener) = 0; ///< one more; called at every change, until the session is gone

    /// Takes up the session that the mirror remembers, if any: reads the keychain and renews at once, SigningIn
    /// meanwhile. A keychain that gives nothing (absent or locked) makes it Expired with Status::keychainError; nothing
    /// is deleted, and resume() can be called again after unlocking.
    virtual void resume() = 0;
    /// Takes over what a SignIn brought: keychain first, then the mirror's current session, then Online. A keychain
    /// that refuses makes the session unremembered (Status::remembered), not a failure. Also after Expired.
    virtual void adopt(const api::Tokens &tokens, std::function<void(domain::Result<void>)> reply) = 0;
    /// Ends the session on the server if it can be reached, and forgets it here in any case.
    virtual void signOut(std::function<void(domain::Result<void>)> reply) = 0;

    /// The rooms tell how the network did, so that there is one opinion of whether the server is there.
    virtual void reportReachable() = 0;
    virtual void reportUnreachable(const domain::Error &error) = 0;
    /// The computer says whether this network wants its own sign-in before it lets anybody through. A hint: it only
    /// gives what fails its name, Status::error says CaptivePortal then.
    virtual void setBehindPortal(bool behind) = 0;
};

/// What this error is on a network that wants its own sign-in first: most of what such a network does to a connection
/// (a strange certificate, a reset, silence, another page) looks like something else.
[[nodiscard]] domain::Error seenBehindPortal(domain::Error error);

/// `account` names the keychain entry.
[[nodiscard]] std::unique_ptr<Session> makeSession(const QString &account, api::Api &api, mirror::Store &store,
                                                   secrets::Keychain &keychain, support::Scheduler &scheduler,
                                                   support::Clock &clock);

/// What signing in found, before any account exists on this computer.
struct SignedIn
{
    api::Tokens tokens;
    api::Capabilities capabilities;
};

/// Asks the server what it is before a password is sent, then signs in. Destroying the handle cancels.
class SignIn
{
public:
    virtual ~SignIn() = default;
};

[[nodiscard]] std::unique_ptr<SignIn> signIn(api::Api &api, const api::Credentials &credentials,
                                             std::function<void(domain::Result<SignedIn>)> reply);
/// Registers, then signs in.
[[nodiscard]] std::unique_ptr<SignIn> registerAndSignIn(api::Api &api, const api::Registration &registration,
                                                        const QString &deviceInfo,
                                                        std::function<void(domain::Result<SignedIn>)> reply);

} // namespace learnlab::session
