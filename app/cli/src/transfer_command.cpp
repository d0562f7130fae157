#include "transfer_command.h"

#include "rows.h"
#include "sentences.h"

#include <utility>

namespace learnlab::cli {

namespace {

constexpr std::chrono::seconds untilNextLook{1};
/// A server that has said "later" this often in a row is as good as away.
constexpr int mostAttempts = 6;

/// It waits for something that passes by itself soon.
bool isWorthWaiting(const domain::Transfer &transfer)
{
    using enum domain::TransferState;
    switch (transfer.state) {
    case Queued:
    case Preparing:
    case Sending:
    case Completing:
        return true;
    case Waiting:
        return transfer.error && domain::consequenceOf(transfer.error->code) == domain::Consequence::RetryLater &&
               transfer.error->code != domain::ErrorCode::QuotaExceeded && transfer.attempts < mostAttempts;
    default:
        return false;
    }
}

constexpr int usualWait = 60; // seconds: a server that is started anew is back by then

std::optional<int> waitFrom(const QString &text)
{
    bool ok = false;
    const int seconds = text.toInt(&ok);
    return ok && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

} // namespace

QCommandLineOption TransferCommand::waitOption()
{
    return QCommandLineOption(
        QStringLiteral("wait"),
        QStringLiteral("How long to stay while the server is away, in seconds; 60 by default, once it was there."),
        QStringLiteral("SECONDS"));
}

QString TransferCommand::checkWait(const Given &given)
{
    return given.has("wait") && !waitFrom(given.text("wait")) ? QStringLiteral("--wait is a number of seconds")
                                                              : QString();
}

std::chrono::seconds TransferCommand::waitLimit() const
{
    return std::chrono::seconds(waitFrom(given().text("wait")).value_or(usualWait));
}

void TransferCommand::forgetFinished()
{
    if (client().engine())
        commands().clearFinished(this, [](const domain::Result<void> &) {});
}

void TransferCommand::settleThen(const QList<domain::TransferId> &ids, std::function<void()> next)
{
    if (offline() || ids.isEmpty()) {
        next();
        return;
    }
    m_ids = ids;
    m_next = std::move(next);
    m_progress = std::make_unique<Progress>(client());
    m_again.setSingleShot(true);
    m_again.setInterval(untilNextLook);
    connect(&m_again, &QTimer::timeout, this, &TransferCommand::askAgain);
    whenOffline([this] { goOn(); });
    askAgain();
}

void TransferCommand::askAgain()
{
    if (!m_next)
        return;
    commands().whenSettled(m_ids, this, [this](const domain::Result<void> &result) {
        if (result)
            settled();
        else
            goOn();
    });
}

void TransferCommand::settled()
{
    if (!m_next)
        return;
    qint64 kept = 0;
    qint64 gotThrough = 0;
    bool goesOn = false;
    std::optional<domain::Error> outage;
    forEachOf(m_ids, [&](const domain::Transfer &transfer) {
        ++kept;
        gotThrough += transfer.bytesDone + (transfer.state == domain::TransferState::Done ? 1 : 0);
        goesOn = goesOn || isWorthWaiting(transfer);
        if (!outage && transfer.state == domain::TransferState::Waiting && transfer.error && isOutage(*transfer.error))
            outage = transfer.error;
    });
    gotThrough += m_ids.size() - kept;
    if (std::exchange(m_gotThrough, gotThrough) != gotThrough)
        serverIsBack();
    if (goesOn || (outage && mayWait(outage)))
        m_again.start();
    else
        goOn();
}

void TransferCommand::goOn()
{
    if (isFinished() || !m_next)
        return;
    m_again.stop();
    m_progress.reset();
    std::exchange(m_next, nullptr)();
}

/// Some at a time: a row for each of a hundred thousand files would take more memory than all the rest.
void TransferCommand::forEachOf(const QList<domain::TransferId> &ids,
                                const std::function<void(const domain::Transfer &)> &use) const
{
    constexpr qsizetype atOnce = 500;
    for (qsizetype from = 0; from < ids.size(); from += atOnce) {
        const QList<domain::Transfer> rows = reader().transfers(ids.mid(from, atOnce));
        for (const domain::Transfer &row : rows)
            use(row);
    }
}

QList<domain::TransferId> TransferCommand::failed(const QList<domain::TransferId> &ids) const
{
    QList<domain::TransferId> failed;
    forEachOf(ids, [&failed](const domain::Transfer &transfer) {
        if (transfer.state == domain::TransferState::Failed)
            failed.append(transfer.id);
    });
    return failed;
}

ExitCode TransferCommand::codeOfQueued(const domain::Transfer &transfer) const
{
    if (offline())
        return ExitCode::Offline;
    if (transfer.error)
        return exitCodeOf(transfer.error->code);
    return transfer.state == domain::TransferState::Paused ? ExitCode::Failed : ExitCode::Offline;
}

TransferCommand::Counts TransferCommand::tell(const QList<domain::TransferId> &ids)
{
    Counts counts;
    m_told = {};
    qsizetype kept = 0;
    forEachOf(ids, [&](const domain::Transfer &transfer) {
        ++kept;
        tell(transfer, counts);
    });
    // A transfer that is kept no longer was done and cleared away.
    counts.done += static_cast<int>(ids.size() - kept);
    if (counts.queued > 0)
        result().remark(QStringLiteral("%1 queued. Use sync to go on.").arg(counts.queued));
    result().document.insert(QStringLiteral("items"), m_told);
    return counts;
}

void TransferCommand::tell(const domain::Transfer &transfer, Counts &counts)
{
    const QJsonObject told = jsonTransfer(reader(), transfer);
    const bool isUpload = transfer.kind == domain::TransferKind::Upload;
    const QString name =
        isUpload ? QString::fromLocal8Bit(transfer.localPath) : told.value(QStringLiteral("path")).toString();
    if (transfer.state == domain::TransferState::Done) {
        ++counts.done;
    } else if (transfer.state == domain::TransferState::Failed || transfer.state == domain::TransferState::Cancelled) {
        ++counts.failed;
        result().fail(transfer.error.value_or(domain::Error{domain::ErrorCode::Cancelled, {}}), name);
    } else {
        ++counts.queued;
        result().raise(codeOfQueued(transfer));
        if (transfer.error)
            result().remark(printable(name) + QStringLiteral(": ") + whyText(reader(), transfer));
    }
    if (given().common.json)
        m_told.append(told);
}

} // namespace learnlab::cli
