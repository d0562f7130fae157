#include "commands/login.h"

#include "password.h"
#include "sentences.h"

namespace learnlab::cli {

Usage Login::usage() const
{
    return {
        QStringLiteral("--server URL --email E"),
        QStringLiteral("Signs in and reads the list of files."),
        {QCommandLineOption(QStringLiteral("server"), QStringLiteral("The server's address."), QStringLiteral("URL")),
         QCommandLineOption(QStringLiteral("email"), QStringLiteral("The account's e-mail address."),
                            QStringLiteral("E")),
         QCommandLineOption(QStringLiteral("password-stdin"),
                            QStringLiteral("Reads the password from standard input instead of asking."))}};
}

QString Login::check(const Given &given) const
{
    for (const char *option : {"server", "email"}) {
        if (given.text(option).isEmpty())
            return QStringLiteral("--%1 is missing").arg(QLatin1String(option));
    }
    return {};
}

void Login::run()
{
    if (offline()) {
        finish({domain::ErrorCode::Offline, {}});
        return;
    }
    const auto password = given().has("password-stdin")
                              ? passwordFromInput()
                              : askPassword(QStringLiteral("Password for %1: ").arg(printable(given().text("email"))));
    if (!password) {
        result().raise(ExitCode::Usage);
        result().remark(QStringLiteral("A password is needed: at a terminal, or with --password-stdin."));
        finish();
        return;
    }
    m_password = *password;
    EngineCommand::run();
}

void Login::ready()
{
    client().engine()->signIn(given().text("server"), given().text("email"), m_password, this,
                              [this](const domain::Result<engine::Account> &account) { signedIn(account); });
    m_password.clear();
}

void Login::signedIn(const domain::Result<engine::Account> &account)
{
    if (!account) {
        finish(account.error());
        return;
    }
    const session::Status &status = client().engine()->sessionStatus();
    if (!status.remembered) {
        forget(status.keychainError.value_or(domain::Error{domain::ErrorCode::KeychainUnavailable, {}}));
        return;
    }
    refreshThen([this, signedInto = *account] {
        if (unreachable())
            result().remark(QStringLiteral("Signed in, but the list of files is not read yet: ") +
                            sentence(*unreachable()));
        tell(signedInto);
    });
}

void Login::forget(const domain::Error &why)
{
    client().engine()->signOut(false, this, [this, why](const domain::Result<void> &) { finish(why); });
}

void Login::tell(const engine::Account &account)
{
    const domain::User user = account.user.value_or(domain::User());
    result().document = {
        {QStringLiteral("server"), account.place.server.toString()},
        {QStringLiteral("email"), user.email},
        {QStringLiteral("username"), user.username},
        {QStringLiteral("user_id"), domain::toText(user.id)},
    };
    result().lines = {QStringLiteral("Signed in as %1").arg(printable(user.email))};
    finish();
}

Usage Logout::usage() const
{
    return {{},
            QStringLiteral("Ends the session."),
            {QCommandLineOption(
                QStringLiteral("forget"),
                QStringLiteral("Removes what this computer keeps of the account: list, queue and files."))}};
}

void Logout::ready()
{
    client().engine()->signOut(given().has("forget"), this, [this](const domain::Result<void> &done) {
        result().document.insert(QStringLiteral("forgotten"), given().has("forget"));
        if (!done)
            result().fail(done.error());
        else
            result().lines = {QStringLiteral("Signed out")};
        finish();
    });
}

} // namespace learnlab::cli
