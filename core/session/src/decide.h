#pragma once

#include "session/session.h"

#include <variant>
#include <vector>

namespace learnlab::session {

// The session's decisions: (machine, event) -> (machine, effects), without clock, network, keychain or disk.

/// What the machine is waiting for.
enum class Phase {
    Idle,
    Reading,  ///< the keychain, at resume
    Renewing, ///< the server's answer to the refresh token
    Keeping,  ///< the keychain, before new tokens are relied on
};

using TokenReply = std::function<void(domain::Result<QByteArray>)>;

struct Machine
{
    Status status;
    Phase phase = Phase::Idle;
    QByteArray access;
    QByteArray refresh;
    support::Monotonic accessUntil{0}; ///< from then on it is renewed before use
    support::Monotonic renewalStarted{0};
    std::optional<api::Tokens> incoming; ///< in Keeping: what is relied on once the keychain was told
    support::Monotonic incomingSince{0};
    bool adopting = false; ///< the incoming tokens are a new sign-in's
    bool signingOut = false;
    bool behindPortal = false;
    quint64 keychainCall = 0; ///< number of the keychain call that counts; older answers are void
};

namespace event {
/// Whether the mirror says that this account should be signed in.
struct Resume
{
    bool remembered = false;
};
struct KeychainRead
{
    quint64 call = 0;
    domain::Result<QByteArray> secret;
    support::Monotonic now{0};
};
struct KeychainWritten
{
    quint64 call = 0;
    domain::Result<void> result;
};
struct TokenAsked
{
    QByteArray refused;
    support::Monotonic now{0};
};
struct Renewed
{
    domain::Result<api::Tokens> tokens;
};
struct Adopt
{
    api::Tokens tokens;
    support::Monotonic now{0};
};
struct SignOut
{};
/// The end of the session reached the server, or could not.
struct ServerToldOrNot
{};
/// Nothing of the session is left on this computer, or it could not be removed.
struct Forgotten
{};
struct Reachable
{};
struct Unreachable
{
    domain::Error error;
};
struct Portal
{
    bool behind = false;
};
} // namespace event

using Event = std::variant<event::Resume, event::KeychainRead, event::KeychainWritten, event::TokenAsked,
                           event::Renewed, event::Adopt, event::SignOut, event::ServerToldOrNot, event::Forgotten,
                           event::Reachable, event::Unreachable, event::Portal>;

namespace effect {
struct ReadKeychain
{
    quint64 call = 0;
};
struct WriteKeychain
{
    quint64 call = 0;
    QByteArray secret;
};
struct Renew
{
    QByteArray refresh;
};
struct CancelRenewal
{};
/// The reply of the TokenAsked at hand waits.
struct Park
{};
/// To the TokenAsked at hand.
struct AnswerAsker
{
    domain::Result<QByteArray> token;
};
struct AnswerParked
{
    domain::Result<QByteArray> token;
};
/// Then adopt() is answered.
struct StoreSession
{
    api::Tokens tokens;
};
/// That the session ends; within a time limit.
struct TellServer
{
    QByteArray refresh;
};
/// Keychain entry and the mirror's current session; then the reply to signOut().
struct Forget
{};
struct Notify
{};
} // namespace effect

using Effect = std::variant<effect::ReadKeychain, effect::WriteKeychain, effect::Renew, effect::CancelRenewal,
                            effect::Park, effect::AnswerAsker, effect::AnswerParked, effect::StoreSession,
                            effect::TellServer, effect::Forget, effect::Notify>;

struct Decision
{
    Machine machine;
    std::vector<Effect> effects;
};

[[nodiscard]] Decision decide(Machine machine, const Event &event);

} // namespace learnlab::session
