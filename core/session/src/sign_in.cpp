#include "session/session.h"

namespace learnlab::session {
namespace {

using domain::Result;

/// One step after the other: each call's answer starts the next; the handle of the running one is kept here.
class SignInSteps final : public SignIn
{
public:
    SignInSteps(api::Api &api, api::Credentials credentials, std::optional<api::Registration> registration,
                std::function<void(Result<SignedIn>)> reply)
        : m_api(api),
          m_credentials(std::move(credentials)),
          m_registration(std::move(registration)),
          m_reply(std::move(reply))
    {
        m_call = m_api.capabilities([this](const Result<api::Capabilities> &found) { known(found); });
    }

private:
    void known(const Result<api::Capabilities> &found)
    {
        if (!found)
            return fail(found.error());
        m_capabilities = *found;
        if (!m_registration)
            return logIn();
        if (found->registrationByInvitation && m_registration->invitationCode.isEmpty())
            return fail({domain::ErrorCode::RegistrationRefused, QStringLiteral("registration is by invitation"),
                         QStringLiteral("invitation_code")});
        if (!found->registrationOpen && !found->registrationByInvitation)
            return fail({domain::ErrorCode::Forbidden, QStringLiteral("registration is closed")});
        m_call = m_api.registerUser(*m_registration, [this](const Result<domain::User> &user) {
            if (user)
                logIn();
            else
                fail(user.error());
        });
    }

    void logIn()
    {
        m_call = m_api.login(m_credentials, [this](const Result<api::Tokens> &tokens) {
            if (!tokens)
                return fail(tokens.error());
            end(SignedIn{*tokens, m_capabilities});
        });
    }

    void fail(const domain::Error &error) { end(tl::make_unexpected(error)); }

    void end(Result<SignedIn> result)
    {
        m_credentials = {};
        m_registration.reset();
        const auto reply = std::exchange(m_reply, nullptr);
        if (reply)
            reply(std::move(result)); // may destroy this
    }

    api::Api &m_api;
    api::Credentials m_credentials;
    std::optional<api::Registration> m_registration;
    std::function<void(Result<SignedIn>)> m_reply;
    api::Capabilities m_capabilities;
    api::CallHandle m_call;
};

} // namespace

std::unique_ptr<SignIn> signIn(api::Api &api, const api::Credentials &credentials,
                               std::function<void(Result<SignedIn>)> reply)
{
    return std::make_unique<SignInSteps>(api, credentials, std::nullopt, std::move(reply));
}

std::unique_ptr<SignIn> registerAndSignIn(api::Api &api, const api::Registration &registration,
                                          const QString &deviceInfo, std::function<void(Result<SignedIn>)> reply)
{
    const api::Credentials credentials{registration.email, registration.password, deviceInfo};
    return std::make_unique<SignInSteps>(api, credentials, registration, std::move(reply));
}

} // namespace learnlab::session
