#include "banner_message.h"

#include "ui/models/error_text.h"

#include <QCoreApplication>

namespace learnlab::ui {

namespace {

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("BannerMessage", text, nullptr, n);
}

} // namespace

std::optional<Banner::Message> bannerFor(const session::Status &session, int waitingChanges)
{
    if (session.state == session::State::Expired) {
        const bool keychain = session.keychainError.has_value();
        return Banner::Message{
            Banner::Kind::Neutral, QStringLiteral("settings-account"),
            keychain ? words(QT_TRANSLATE_NOOP("BannerMessage", "The keychain did not give your sign-in."))
                     : words(QT_TRANSLATE_NOOP("BannerMessage", "Your session ended.")),
            keychain ? words(QT_TRANSLATE_NOOP("BannerMessage", "Unlock it or sign in; uploads keep their place."))
                     : words(QT_TRANSLATE_NOOP("BannerMessage", "Uploads are paused and keep their place.")),
            {{QLatin1String(bannerAction::signIn), words(QT_TRANSLATE_NOOP("BannerMessage", "Sign in")), true}}};
    }
    if (session.state == session::State::Offline) {
        const QString waiting = waitingChanges > 0
            ? words(QT_TRANSLATE_NOOP("BannerMessage", "%n change(s) will be sent when the network is back."), waitingChanges)
            : words(QT_TRANSLATE_NOOP("BannerMessage", "What is kept on this computer can be opened; the rest can be browsed."));
        return Banner::Message{
            Banner::Kind::Warning, QStringLiteral("nav-offline"), words(QT_TRANSLATE_NOOP("BannerMessage", "You are offline.")),
            waiting, {{QLatin1String(bannerAction::tryAgain), words(QT_TRANSLATE_NOOP("BannerMessage", "Try again"))}}};
    }
    const bool signedIn = session.state == session::State::Online;
    if (signedIn && !session.remembered) {
        return Banner::Message{
            Banner::Kind::Neutral, QStringLiteral("settings-account"),
            words(QT_TRANSLATE_NOOP("BannerMessage", "This computer has no keychain that answers.")),
            words(QT_TRANSLATE_NOOP("BannerMessage", "You stay signed in until you quit; then sign in again.")), {}};
    }
    return std::nullopt;
}

} // namespace learnlab::ui
