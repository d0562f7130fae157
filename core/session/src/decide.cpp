#include "decide.h"

#include <algorithm>

namespace learnlab::session {
namespace {

using domain::Error;
using domain::ErrorCode;

/// A token is renewed a little before it ends, so that no call sets out with one that ends on the way.
std::chrono::nanoseconds margin(std::chrono::seconds lifetime)
{
    return std::min<std::chrono::nanoseconds>(std::chrono::seconds(30), lifetime / 10);
}

/// Only the server's own word about the session ends it; everything else passes.
bool endsSession(const Error &error)
{
    return domain::consequenceOf(error.code) == domain::Consequence::SignIn || error.code == ErrorCode::Forbidden ||
           error.code == ErrorCode::Malformed;
}

class Decider
{
public:
    explicit Decider(Machine machine) : m_next{std::move(machine), {}} {}

    void operator()(const event::Resume &event);
    void operator()(const event::KeychainRead &event);
    void operator()(const event::KeychainWritten &event);
    void operator()(const event::TokenAsked &event);
    void operator()(const event::Renewed &event);
    void operator()(const event::Adopt &event);
    void operator()(const event::SignOut &event);
    void operator()(const event::ServerToldOrNot &event);
    void operator()(const event::Forgotten &event);
    void operator()(const event::Reachable &event);
    void operator()(const event::Unreachable &event);
    void operator()(const event::Portal &event);

    [[nodiscard]] Decision take() { return std::move(m_next); }

private:
    Machine &machine() { return m_next.machine; }
    template <class T>
    void add(T effect)
    {
        m_next.effects.emplace_back(std::move(effect));
    }
    void become(const Status &status);
    void become(State state, std::optional<Error> error = {});
    void goOffline(const Error &error);
    void renew(support::Monotonic now);
    void keep(const api::Tokens &tokens, support::Monotonic since);
    void expire(const Error &error);
    [[nodiscard]] Error refusal() const;

    Decision m_next;
};

void Decider::become(const Status &status)
{
    if (machine().status == status)
        return;
    machine().status = status;
    add(effect::Notify{});
}

void Decider::become(State state, std::optional<Error> error)
{
    Status status = machine().status;
    status.state = state;
    status.error = std::move(error);
    become(status);
}

void Decider::goOffline(const Error &error)
{
    become(State::Offline, machine().behindPortal ? seenBehindPortal(error) : error);
}

void Decider::renew(support::Monotonic now)
{
    machine().phase = Phase::Renewing;
    machine().renewalStarted = now;
    add(effect::Renew{machine().refresh});
}

/// The keychain first: the server keeps the previous token good until the new one is used, so that an end of this
/// process before the keychain has it costs nothing.
void Decider::keep(const api::Tokens &tokens, support::Monotonic since)
{
    machine().phase = Phase::Keeping;
    machine().incoming = tokens;
    machine().incomingSince = since;
    add(effect::WriteKeychain{++machine().keychainCall, tokens.refresh});
}

void Decider::expire(const Error &error)
{
    machine().phase = Phase::Idle;
    machine().access.clear();
    machine().refresh.clear();
    become(State::Expired, error);
    add(effect::AnswerParked{tl::make_unexpected(error)});
}

/// Why nobody gets a token when there is none to renew with.
Error Decider::refusal() const
{
    const Status &status = m_next.machine.status;
    return status.state == State::Expired && status.error ? *status.error : Error{ErrorCode::NotSignedIn, {}};
}

void Decider::operator()(const event::Resume &event)
{
    const State state = machine().status.state;
    const bool isFree = machine().phase == Phase::Idle && !machine().signingOut &&
                        (state == State::SignedOut || state == State::Expired);
    if (!isFree || !event.remembered)
        return;
    machine().phase = Phase::Reading;
    become(State::SigningIn);
    add(effect::ReadKeychain{++machine().keychainCall});
}

void Decider::operator()(const event::KeychainRead &event)
{
    if (machine().phase != Phase::Reading || event.call != machine().keychainCall)
        return;
    if (!event.secret || event.secret->isEmpty()) {
        // Absent looks the same as locked. Nothing is deleted: after unlocking, resume() finds it again.
        machine().status.keychainError = event.secret
                                             ? Error{ErrorCode::KeychainLocked, QStringLiteral("no entry, or locked")}
                                             : event.secret.error();
        return expire({ErrorCode::NotSignedIn, QStringLiteral("the keychain gave no token")});
    }
    machine().refresh = *event.secret;
    machine().status.keychainError.reset();
    machine().status.remembered = true;
    // At once rather than when first needed: everybody who goes on by himself waits for Online.
    renew(event.now);
}

void Decider::operator()(const event::KeychainWritten &event)
{
    if (machine().phase != Phase::Keeping || event.call != machine().keychainCall || !machine().incoming)
        return;
    const api::Tokens tokens = *std::exchange(machine().incoming, std::nullopt);
    machine().phase = Phase::Idle;
    machine().access = tokens.access;
    machine().refresh = tokens.refresh;
    machine().accessUntil = machine().incomingSince + tokens.accessLifetime - margin(tokens.accessLifetime);
    Status status{State::Online, {}, event.result.has_value(), {}};
    if (!event.result)
        status.keychainError = event.result.error();
    if (std::exchange(machine().adopting, false))
        add(effect::StoreSession{tokens});
    become(status);
    add(effect::AnswerParked{tokens.access});
}

void Decider::operator()(const event::TokenAsked &event)
{
    const bool isNew = event.refused.isEmpty() || event.refused != machine().access;
    if (machine().phase != Phase::Idle)
        return add(effect::Park{});
    if (isNew && !machine().access.isEmpty() && event.now < machine().accessUntil)
        return add(effect::AnswerAsker{machine().access});
    if (machine().refresh.isEmpty())
        return add(effect::AnswerAsker{tl::make_unexpected(refusal())});
    add(effect::Park{});
    renew(event.now);
}

void Decider::operator()(const event::Renewed &event)
{
    if (machine().phase != Phase::Renewing)
        return;
    if (event.tokens)
        return keep(*event.tokens, machine().renewalStarted);
    if (endsSession(event.tokens.error()))
        return expire(event.tokens.error());
    machine().phase = Phase::Idle;
    goOffline(event.tokens.error());
    add(effect::AnswerParked{tl::make_unexpected(*machine().status.error)});
}

void Decider::operator()(const event::Adopt &event)
{
    add(effect::CancelRenewal{});
    machine().adopting = true;
    machine().signingOut = false;
    keep(event.tokens, event.now);
}

void Decider::operator()(const event::SignOut &)
{
    if (machine().signingOut)
        return;
    machine().signingOut = true;
    if (machine().refresh.isEmpty())
        return (*this)(event::ServerToldOrNot{});
    add(effect::TellServer{machine().refresh});
}

void Decider::operator()(const event::ServerToldOrNot &)
{
    if (!machine().signingOut)
        return;
    add(effect::CancelRenewal{});
    Machine fresh;
    fresh.signingOut = true;
    fresh.behindPortal = machine().behindPortal;
    fresh.keychainCall = machine().keychainCall + 1;
    machine() = std::move(fresh);
    add(effect::AnswerParked{tl::make_unexpected(Error{ErrorCode::NotSignedIn, {}})});
    add(effect::Forget{});
    add(effect::Notify{});
}

void Decider::operator()(const event::Forgotten &)
{
    machine().signingOut = false;
}

void Decider::operator()(const event::Reachable &)
{
    if (machine().status.state == State::Offline && machine().phase == Phase::Idle)
        become(State::Online);
}

void Decider::operator()(const event::Unreachable &event)
{
    if (machine().status.state == State::Online)
        goOffline(event.error);
}

void Decider::operator()(const event::Portal &event)
{
    if (std::exchange(machine().behindPortal, event.behind) == event.behind)
        return;
    const Status &status = machine().status;
    if (status.state != State::Offline || !status.error)
        return;
    if (event.behind)
        goOffline(*status.error);
    else if (status.error->code == ErrorCode::CaptivePortal)
        goOffline({ErrorCode::Offline, status.error->detail}); // until the server has answered
}

} // namespace

Error seenBehindPortal(Error error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::TlsFailed:
    case ErrorCode::NotALearnLabServer:
    case ErrorCode::BadAnswer:
        error.code = ErrorCode::CaptivePortal;
        break;
    default:
        break;
    }
    return error;
}

Decision decide(Machine machine, const Event &event)
{
    Decider decider(std::move(machine));
    std::visit(decider, event);
    return decider.take();
}

} // namespace learnlab::session
