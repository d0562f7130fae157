#include "commands/get.h"

#include "rows.h"

#include <utility>

namespace learnlab::cli {

namespace {

/// Asked for at once: so many that calls and commits are shared by many; more would only wait in the queue.
constexpr qsizetype mostAtOnce = 512;
constexpr std::chrono::seconds beforeAskingAgain{1};

} // namespace

Usage Get::usage() const
{
    return {QStringLiteral("PATH..."),
            QStringLiteral("Brings files and folders to this computer."),
            {QCommandLineOption(QStringLiteral("to"),
                                QStringLiteral("The folder to put them in, instead of the current one."),
                                QStringLiteral("DIR")),
             waitOption()},
            1,
            -1};
}

QString Get::check(const Given &given) const
{
    if (given.has("to") && given.text("to").isEmpty())
        return QStringLiteral("--to is a folder on this computer");
    return checkWait(given);
}

void Get::ready()
{
    forgetFinished();
    const session::Status &status = client().sessionStatus();
    if (status.state == session::State::Expired)
        begin();
    else
        refreshThen([this] { begin(); });
}

void Get::begin()
{
    const QByteArray to = given().has("to") ? bytesOf(given().options.value(QStringLiteral("to"))) : QByteArray(".");
    for (const QString &path : textOf(given().arguments)) {
        if (const auto item = reader().resolve(path))
            m_plan.add(reader(), *item, absoluteLocal(to));
        else
            result().fail({domain::ErrorCode::NotFound, {}}, path);
    }
    for (const GetPlan::Refused &refused : m_plan.makeFolders()) {
        ++m_failed;
        result().fail(refused.error, QString::fromLocal8Bit(refused.destination));
    }
    for (const QString &renamed : m_plan.renamed())
        result().remark(renamed);
    m_progress = std::make_unique<Progress>(client());
    if (!offline())
        whenOffline([this] { giveUp(); });
    fetchMore();
}

bool Get::isHere(domain::FileId id) const
{
    const auto content = reader().content(id);
    const auto file = reader().file(id);
    return content && content->present && file && content->sha256 == file->contentSha256;
}

void Get::fetchMore()
{
    while (!isFinished() && m_next < m_plan.copies().size() && m_underWay.size() < mostAtOnce)
        fetch(m_plan.copies().at(m_next++));
    if (m_underWay.isEmpty() && m_next == m_plan.copies().size())
        tellAll();
}

void Get::fetch(const GetPlan::Copy &copy)
{
    const session::Status &status = client().sessionStatus();
    const bool noServer = offline() || unreachable() || status.state == session::State::Expired;
    if (noServer && !isHere(copy.file)) {
        note(copy, unreachable().value_or(status.keychainError.value_or(
                       status.error.value_or(domain::Error{domain::ErrorCode::Offline, {}}))));
        return;
    }
    m_underWay.insert(copy.destination, copy);
    ask(copy);
}

void Get::ask(const GetPlan::Copy &copy)
{
    commands().copyTo(copy.file, copy.destination, false, this,
                      [this, copy](const domain::Result<void> &done) { fetched(copy, done); });
}

void Get::fetched(const GetPlan::Copy &copy, const domain::Result<void> &done)
{
    if (isFinished() || !m_underWay.contains(copy.destination))
        return;
    if (!done && isOutage(done.error()) && mayWait(done.error())) {
        QTimer::singleShot(beforeAskingAgain, this, [this, copy] {
            if (!isFinished() && m_underWay.contains(copy.destination))
                ask(copy); // well if the queue, which goes on by itself, was quicker
        });
        return;
    }
    if (done)
        serverIsBack();
    m_underWay.remove(copy.destination);
    note(copy, done ? std::nullopt : std::optional(done.error()));
    fetchMore();
}

void Get::note(const GetPlan::Copy &copy, const std::optional<domain::Error> &error)
{
    const QString path = reader().pathOf(domain::ItemRef::of(copy.file));
    if (error) {
        ++m_failed;
        result().fail(*error, path);
    } else {
        ++m_done;
    }
    m_told.append(QJsonObject{
        {QStringLiteral("path"), path},
        {QStringLiteral("id"), domain::toText(copy.file)},
        {QStringLiteral("local_path"), QString::fromLocal8Bit(copy.destination)},
        {QStringLiteral("state"), error ? QStringLiteral("failed") : QStringLiteral("done")},
        {QStringLiteral("error"), jsonError(error)},
    });
}

void Get::giveUp()
{
    // Nobody waits for these any more: they would surprise whoever syncs next.
    QList<domain::TransferId> waiting;
    for (const domain::Transfer &transfer : reader().unfinishedTransfers()) {
        if (transfer.kind == domain::TransferKind::Download && m_underWay.contains(transfer.localPath))
            waiting.append(transfer.id);
    }
    commands().cancel(waiting, this, [](const domain::Result<void> &) {});
    const session::Status &status = client().sessionStatus();
    const domain::Error why = status.error.value_or(domain::Error{domain::ErrorCode::Offline, {}});
    for (const GetPlan::Copy &copy : std::exchange(m_underWay, {}))
        note(copy, why);
    for (; m_next < m_plan.copies().size(); ++m_next)
        note(m_plan.copies().at(m_next), why);
    tellAll();
}

void Get::tellAll()
{
    m_progress.reset();
    result().document.insert(QStringLiteral("items"), m_told);
    result().document.insert(QStringLiteral("done"), m_done);
    result().document.insert(QStringLiteral("failed"), m_failed);
    result().lines = {QStringLiteral("%1 of %2 fetched").arg(m_done).arg(m_plan.copies().size())};
    finish();
}

} // namespace learnlab::cli
