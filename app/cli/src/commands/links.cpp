#include "commands/links.h"

#include "password.h"
#include "rows.h"
#include "sentences.h"

#include "support/clock.h"
#include "support/random.h"

#include <QDateTime>
#include <QRegularExpression>

namespace learnlab::cli {

namespace {

using domain::ErrorCode;

domain::Timestamp present()
{
    return support::SystemClock().now();
}

QJsonObject jsonLink(const domain::Link &link, const QString &path, bool open)
{
    return {{QStringLiteral("id"), domain::toText(link.id)},
            {QStringLiteral("file_id"), domain::toText(link.fileId)},
            {QStringLiteral("path"), path.isEmpty() ? QJsonValue() : QJsonValue(path)},
            {QStringLiteral("url"), link.url},
            {QStringLiteral("created_at"), jsonTime(link.createdAt)},
            {QStringLiteral("expires_at"), jsonTime(link.expiresAt)},
            {QStringLiteral("has_password"), link.hasPassword},
            {QStringLiteral("opened"), link.opened},
            {QStringLiteral("open"), open}};
}

bool isNever(const QString &expires)
{
    return expires == QLatin1String("never");
}

bool hasEnded(const domain::Link &link)
{
    return link.expiresAt && *link.expiresAt <= present();
}

/// What is worth knowing of a link beside its address.
QString standing(const mirror::LinkRow &row)
{
    QStringList words;
    if (!row.open)
        words.append(QStringLiteral("closed: its file is in trash"));
    else if (hasEnded(row.link))
        words.append(QStringLiteral("ended %1").arg(timeText(*row.link.expiresAt)));
    else if (row.link.expiresAt)
        words.append(QStringLiteral("until %1").arg(timeText(*row.link.expiresAt)));
    if (row.link.hasPassword)
        words.append(QStringLiteral("with a password"));
    words.append(row.link.opened == 1 ? QStringLiteral("1 download")
                                      : QStringLiteral("%1 downloads").arg(row.link.opened));
    return words.join(QStringLiteral(", "));
}

} // namespace

std::optional<domain::Timestamp> expiryFrom(const QString &text, domain::Timestamp now)
{
    static const QRegularExpression span(QStringLiteral("^([1-9][0-9]{0,3})([dh])$"));
    if (const auto match = span.match(text); match.hasMatch()) {
        const int hours = match.captured(1).toInt() * (match.captured(2) == QLatin1String("d") ? 24 : 1);
        return now + std::chrono::hours(hours);
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid())
        time = day.addDays(1).startOfDay();
    if (!time.isValid())
        return std::nullopt;
    const domain::Timestamp at{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
    return at > now ? std::optional(at) : std::nullopt;
}

Usage MakeLink::usage() const
{
    return {QStringLiteral("PATH|ID"),
            QStringLiteral("Makes a public link to a file, or changes the link of this id, and prints its address."),
            {QCommandLineOption(QStringLiteral("expires"),
                                QStringLiteral("When it ends: 7d, 12h, 2026-12-01, 2026-12-01T12:00, or never."),
                                QStringLiteral("WHEN")),
             QCommandLineOption(QStringLiteral("password-stdin"),
                                QStringLiteral("Asks who opens it for a password: the first line of stdin.")),
             QCommandLineOption(QStringLiteral("no-password"), QStringLiteral("Asks nobody for a password any more."))},
            1,
            1};
}

QString MakeLink::check(const Given &given) const
{
    if (given.has("expires") && !isNever(given.text("expires")) && !expiryFrom(given.text("expires"), present()))
        return QStringLiteral("--expires takes a time to come (7d, 12h, 2026-12-01 or 2026-12-01T12:00), or never.");
    if (given.has("password-stdin") && given.has("no-password"))
        return QStringLiteral("Either --password-stdin or --no-password.");
    return {};
}

void MakeLink::ready()
{
    if (offline()) {
        result().remark(QStringLiteral("A link is made by the server; without it there is none."));
        finish({ErrorCode::Offline, {}});
        return;
    }
    if (given().has("password-stdin")) {
        m_password = passwordFromInput().value_or(QString());
        if (!domain::isLinkPassword(m_password)) {
            result().remark(QStringLiteral("The password of a link has 8 to 72 bytes."));
            result().raise(ExitCode::Usage);
            finish();
            return;
        }
    }
    refreshThen([this] { makeOrChange(); });
}

void MakeLink::makeOrChange()
{
    if (unreachable()) {
        result().remark(QStringLiteral("A link is made by the server; without it there is none."));
        finish(*unreachable());
        return;
    }
    QString id = textOf(given().arguments.first());
    if (id.startsWith(QLatin1String("id:")))
        id.remove(0, 3);
    const auto link = domain::fromText<domain::LinkId>(id);
    if (const auto there = link ? reader().link(*link) : std::nullopt)
        change(*there);
    else
        make(textOf(given().arguments.first()));
}

domain::LinkWish MakeLink::wish() const
{
    domain::LinkWish wish;
    wish.setsExpiry = given().has("expires");
    if (wish.setsExpiry && !isNever(given().text("expires")))
        wish.expiresAt = expiryFrom(given().text("expires"), present());
    wish.setsPassword = !m_password.isEmpty() || given().has("no-password");
    wish.password = m_password;
    return wish;
}

void MakeLink::change(const domain::Link &link)
{
    domain::LinkWish asked = wish();
    if (!asked.setsExpiry && !asked.setsPassword) {
        result().remark(QStringLiteral("What is to change? --expires, --password-stdin or --no-password."));
        result().raise(ExitCode::Usage);
        finish();
        return;
    }
    asked.id = link.id;
    const auto file = reader().file(link.fileId);
    const QString path = file ? reader().pathOf(domain::ItemRef::of(link.fileId)) : QString();
    commands().changeLink(asked, this, [this, path](const domain::Result<domain::Link> &changed) {
        if (changed)
            tell(*changed, path);
        else
            finish(changed.error());
    });
}

void MakeLink::make(const QString &path)
{
    const auto item = reader().resolve(path);
    if (!item || item->kind == domain::ItemKind::Folder) {
        result().fail({ErrorCode::NotFound, {}}, path,
                      item ? QStringLiteral("A link leads to a file, not to a folder.") : QString());
        finish();
        return;
    }
    support::SystemClock clock;
    support::SystemRandom random;
    domain::LinkWish asked = wish();
    asked.id = domain::makeId<domain::LinkId>(clock, random);
    asked.fileId = item->fileId();
    const QString whole = reader().pathOf(*item);
    commands().makeLink(asked, this, [this, whole](const domain::Result<domain::Link> &link) {
        if (link)
            tell(*link, whole);
        else
            finish(link.error(), whole);
    });
}

void MakeLink::tell(const domain::Link &link, const QString &path)
{
    const auto file = reader().file(link.fileId);
    result().document = jsonLink(link, path, file && !file->isDeleted && !hasEnded(link));
    result().lines = {printable(link.url)};
    finish();
}

Usage Links::usage() const
{
    return {{}, QStringLiteral("Lists the public links.")};
}

void Links::ready()
{
    if (offline()) {
        tell();
        return;
    }
    refreshThen([this] {
        commands().refreshLinks(this, [this](const domain::Result<QList<domain::Link>> &links) {
            if (links)
                tell();
            else
                finish(links.error());
        });
    });
}

void Links::tell()
{
    QJsonArray told;
    const QList<mirror::LinkRow> rows = reader().links();
    for (const mirror::LinkRow &row : rows) {
        const QString path = row.name.isEmpty() ? QString() : row.path + QLatin1Char('/') + row.name;
        told.append(jsonLink(row.link, path, row.open && !hasEnded(row.link)));
        result().lines.append(QStringLiteral("%1  %2  %3  (%4)")
                                  .arg(domain::toText(row.link.id), printable(row.link.url),
                                       path.isEmpty() ? QStringLiteral("?") : printable(path), standing(row)));
    }
    result().document.insert(QStringLiteral("links"), told);
    finish();
}

Usage Unlink::usage() const
{
    return {
        QStringLiteral("ID|PATH..."), QStringLiteral("Withdraws links: one by its id, or all of a file."), {}, 1, -1};
}

void Unlink::ready()
{
    if (offline()) {
        result().remark(QStringLiteral("A link is withdrawn by the server; until it hears of it, it stays open."));
        finish({ErrorCode::Offline, {}});
        return;
    }
    refreshThen([this] { find(); });
}

void Unlink::find()
{
    const QStringList given = textOf(this->given().arguments);
    for (const QString &one : given) {
        const auto id = domain::fromText<domain::LinkId>(one);
        const auto item = id ? std::nullopt : reader().resolve(one);
        const auto links =
            item && item->kind == domain::ItemKind::File ? reader().linksOf(item->fileId()) : QList<domain::Link>();
        if (id && reader().link(*id))
            m_left.append(*id);
        else if (links.isEmpty())
            result().fail({ErrorCode::NotFound, {}}, one,
                          id || item ? QStringLiteral("No link leads to it.") : QString());
        for (const domain::Link &link : links)
            m_left.append(link.id);
    }
    next();
}

void Unlink::next()
{
    if (isFinished())
        return;
    if (m_left.isEmpty()) {
        result().document.insert(QStringLiteral("done"), m_done);
        finish();
        return;
    }
    const domain::LinkId id = m_left.takeFirst();
    commands().revokeLink(id, this, [this, id](const domain::Result<void> &done) {
        if (done)
            ++m_done;
        else
            result().fail(done.error(), domain::toText(id));
        next();
    });
}

} // namespace learnlab::cli
