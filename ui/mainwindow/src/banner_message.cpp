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

std::optional<Banner::Message> bannerFor(const session::Status &session, int waitingChanges)
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
        return Banner::Message{Banner::Kind::Warning,
                               QStringLiteral("offline"),
                               Words::tr("You are offline."),
                               waiting,
                               {{QLatin1String(bannerAction::tryAgain), Words::tr("Try again")}}};
    }
    const bool signedIn = session.state == session::State::Online;
    if (signedIn && !session.remembered) {
        return Banner::Message{Banner::Kind::Neutral,
                               QStringLiteral("key"),
                               Words::tr("This computer has no keychain that answers."),
                               Words::tr("You stay signed in until you quit; then sign in again."),
                               {}};
    }
    return std::nullopt;
}

} // namespace learnlab::ui
