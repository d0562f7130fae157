#include "banner_message.h"

#include "ui/models/error_text.h"

#include <QCoreApplication>

namespace learnlab::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BannerMessage)
};

} // namespace

std::optional<Banner::Message> bannerFor(const session::Status &session, int waitingChanges, bool shared)
{
    if (session.state == session::State::Expired) {
        const bool keychain = session.keychainError.has_value();
        return Banner::Message{Banner::Kind::Neutral,
                               QStringLiteral("key"),
                               keychain ? Words::tr("The keychain did not give your sign-in.")
                                        : Words::tr("Your session ended."),
                               keychain ? Words::tr("Unlock it or sign in; uploads keep their place.")
                                        : Words::tr("Uploads are paused and keep their place."),
                               {{QLatin1String(bannerAction::signIn), Words::tr("Sign in"), true}}};
    }
    if (session.state == session::State::Offline) {
        const QString waiting =
            waitingChanges > 0
                ? Words::tr("%n change(s) will be sent when the network is back.", nullptr, waitingChanges)
                : Words::tr("What is kept on this computer can be opened; the rest can be browsed.");
        QList<Banner::Action> actions{{QLatin1String(bannerAction::tryAgain), Words::tr("Try again")}};
        if (waitingChanges > 0)
            actions.prepend({QLatin1String(bannerAction::showChanges), Words::tr("Show %n change(s)", nullptr, waitingChanges)});
        // A network that wants its own sign-in first does not pass by itself: that, and what to do, comes before all else.
        const bool portal = session.error && session.error->code == domain::ErrorCode::CaptivePortal;
        const ErrorText asked = portal ? errorText(*session.error) : ErrorText();
        return Banner::Message{Banner::Kind::Warning, QStringLiteral("offline"), portal ? asked.title : Words::tr("You are offline."),
                               portal ? asked.text : waiting, actions};
    }
    const bool signedIn = session.state == session::State::Online;
    if (signedIn && !session.remembered && !shared) {
        return Banner::Message{Banner::Kind::Neutral,
                               QStringLiteral("key"),
                               Words::tr("This computer has no keychain that answers."),
                               Words::tr("You stay signed in until you quit; then sign in again."),
                               {}};
    }
    return std::nullopt;
}

} // namespace learnlab::ui
