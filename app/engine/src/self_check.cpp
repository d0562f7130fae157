#include "engine/self_check.h"

#include "domain/names.h"
#include "support/log.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace learnlab::engine {

namespace {

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QStringLiteral("not known") : QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString errorText(const std::optional<domain::Error> &error)
{
    return error ? QStringLiteral(", ") + domain::codeName(error->code) : QString();
}

QLatin1String stateText(session::State state)
{
    switch (state) {
    case session::State::SignedOut:
        return QLatin1String("signed out");
    case session::State::SigningIn:
        return QLatin1String("signing in");
    case session::State::Online:
        return QLatin1String("online");
    case session::State::Offline:
        return QLatin1String("offline");
    case session::State::Expired:
        return QLatin1String("expired");
    }
    return {};
}

QString networkText(const api::Network &network)
{
    const QString proxy = api::isManual(network.proxy)                      ? QStringLiteral("own proxy")
                          : network.proxy.kind == api::Proxy::Kind::None ? QStringLiteral("no proxy")
                                                                         : QStringLiteral("the system's proxy");
    return network.moreAuthorities.isEmpty() ? proxy : proxy + QStringLiteral(", one more certificate authority");
}

QString serverText(const Findings &found)
{
    if (!found.answer)
        return QStringLiteral("not asked");
    if (!*found.answer)
        return QStringLiteral("does not answer: ") + domain::codeName(found.answer->error().code);
    const api::Capabilities &server = **found.answer;
    return QStringLiteral("answers in %1 ms: %2 %3; parts of %4, files up to %5")
        .arg(QString::number(found.answeredIn.count()), domain::displayName(server.serverName), domain::displayName(server.serverVersion),
             sizeText(server.limits.partSize), server.limits.maxFileSize > 0 ? sizeText(server.limits.maxFileSize) : QStringLiteral("any size"));
}

void addAccount(const Findings &found, QStringList *lines)
{
    const auto add = [lines](const char *name, const QString &text) { lines->append(QStringLiteral("%1: %2").arg(QLatin1String(name), text)); };
    if (!found.signedIn)
        return add("account", QStringLiteral("none"));
    add("server", domain::displayName(found.server));
    add("server's answer", serverText(found));
    add("session", stateText(found.session.state) + errorText(found.session.error) + (found.shared ? QStringLiteral(", shared computer") : QString())
                       + (found.session.remembered ? QString() : QStringLiteral(", not remembered")));
    add("synchronisation", (found.sync.upToDate ? QStringLiteral("up to date") : QStringLiteral("not up to date")) + errorText(found.sync.error));
    add("mirror", QStringLiteral("%1, %2").arg(!found.mirrorSound     ? QStringLiteral("not looked through")
                                               : *found.mirrorSound ? QStringLiteral("sound")
                                                                    : QStringLiteral("DAMAGED, made anew at the next start"),
                                               sizeText(found.mirrorBytes)));
    add("transfers", QStringLiteral("%1 queued, %2 under way, %3 waiting, %4 paused, %5 failed, %6 done")
                         .arg(found.queue.queued).arg(found.queue.underWay).arg(found.queue.waiting).arg(found.queue.paused)
                         .arg(found.queue.failed).arg(found.queue.done));
    add("changes", QStringLiteral("%1 waiting, %2 refused").arg(found.waitingChanges).arg(found.refusedChanges));
    add("kept offline", sizeText(found.keptBytes));
}

void addCounts(const char *title, const QMap<QString, int> &counts, QStringList *lines)
{
    lines->append(QLatin1String(title) + (counts.isEmpty() ? QStringLiteral(": none") : QStringLiteral(":")));
    for (auto it = counts.begin(); it != counts.end(); ++it)
        lines->append(QStringLiteral("  %1 × %2").arg(it.value()).arg(it.key()));
}

} // namespace

QString withoutPersons(const QString &text)
{
    static const QRegularExpression mail(QStringLiteral("[^\\s<>\"'(),:;]+@[^\\s<>\"'(),:;]+"));
    static const QRegularExpression home(QStringLiteral("/(?:home|Users)/[^/\\s]+"));
    QString result = support::redacted(text);
    result.replace(mail, QStringLiteral("[e-mail]"));
    result.replace(home, QStringLiteral("~"));
    return result;
}

QString reportOf(const Findings &found)
{
    const auto moment = std::chrono::duration_cast<std::chrono::milliseconds>(found.when.time_since_epoch()).count();
    QStringList lines{found.program, found.system, QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODate), QString()};
    addAccount(found, &lines);
    lines.append(QStringLiteral("network: ") + networkText(found.network));
    lines.append(QStringLiteral("keychain: ")
                 + (found.keychain ? QStringLiteral("answers") : QStringLiteral("does not work: ") + domain::codeName(found.keychain.error().code)));
    lines.append(QStringLiteral("free on the disk: ") + sizeText(found.diskFree));
    lines.append(QString());
    addCounts("errors of transfers and changes", found.errors, &lines);
    addCounts("messages in the log", found.logMessages, &lines);
    return withoutPersons(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace learnlab::engine
