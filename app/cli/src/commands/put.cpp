#include "commands/put.h"

#include "rows.h"

namespace learnlab::cli {

namespace {

std::optional<domain::OnConflict> onConflictFrom(const QString &text)
{
    if (text.isEmpty() || text == QLatin1String("fail"))
        return domain::OnConflict::Fail;
    if (text == QLatin1String("keep-both"))
        return domain::OnConflict::KeepBoth;
    if (text == QLatin1String("replace"))
        return domain::OnConflict::Replace;
    return std::nullopt;
}

} // namespace

Usage Put::usage() const
{
    return {
        QStringLiteral("LOCAL..."),
        QStringLiteral("Uploads files and folders, and waits for them."),
        {QCommandLineOption(QStringLiteral("to"), QStringLiteral("The folder to put them in; made if it is not there."),
                            QStringLiteral("PATH")),
         QCommandLineOption(QStringLiteral("on-conflict"), QStringLiteral("What to do where a name is taken."),
                            QStringLiteral("fail|keep-both|replace")),
         waitOption()},
        1,
        -1};
}

QString Put::check(const Given &given) const
{
    if (given.arguments.contains(QString()))
        return QStringLiteral("a path on this computer is empty");
    if (!onConflictFrom(given.text("on-conflict")))
        return QStringLiteral("--on-conflict is fail, keep-both or replace");
    const QString to = given.text("to");
    if (given.has("to") && !to.startsWith(QLatin1Char('/')) && !to.startsWith(QLatin1String("id:")))
        return QStringLiteral("--to is a path from the top (/A/B) or id:UUID");
    return checkWait(given);
}

void Put::ready()
{
    forgetFinished();
    m_to = given().has("to") ? given().text("to") : QStringLiteral("/");
    if (const auto there = reader().resolve(m_to)) {
        if (there->kind == domain::ItemKind::Folder)
            upload(there->folderId());
        else
            finish({domain::ErrorCode::NameTaken, {}}, m_to);
        return;
    }
    if (m_to.startsWith(QLatin1String("id:"))) {
        finish({domain::ErrorCode::NotFound, {}}, m_to);
        return;
    }
    commands().makePath(m_to, this, [this](const domain::Result<domain::FolderId> &made) { upload(made); });
}

void Put::upload(const domain::Result<domain::FolderId> &target)
{
    if (!target) {
        finish(target.error(), m_to);
        return;
    }
    QList<QByteArray> local;
    for (const QByteArray &path : bytesOf(given().arguments))
        local.append(absoluteLocal(path));
    commands().upload(local, *target, *onConflictFrom(given().text("on-conflict")), this,
                      [this](const domain::Result<engine::Uploads> &uploads) { queued(uploads); });
}

void Put::queued(const domain::Result<engine::Uploads> &uploads)
{
    if (!uploads) {
        finish(uploads.error());
        return;
    }
    m_uploads = *uploads;
    for (const transfer::Plan::Refused &refused : m_uploads.refused)
        result().fail(refused.error, QString::fromLocal8Bit(refused.localPath));
    refreshThen([this] { foldersSent(); });
}

void Put::foldersSent()
{
    // Without the server nothing can settle: what is queued stays for later.
    if (unreachable() && exitCodeOf(unreachable()->code) != ExitCode::Failed)
        tellAll();
    else
        settleThen(m_uploads.transfers, [this] { tellAll(); });
}

void Put::tellAll()
{
    if (unreachable())
        result().fail(*unreachable());
    const Counts counts = tell(m_uploads.transfers);
    tellFolders();
    // What failed is told here: left in the queue it would stand in the way of the next attempt.
    commands().cancel(failed(m_uploads.transfers), this, [](const domain::Result<void> &) {});
    result().document.insert(QStringLiteral("to"), m_to);
    result().document.insert(QStringLiteral("bytes"), m_uploads.bytes);
    result().document.insert(QStringLiteral("done"), counts.done);
    result().document.insert(QStringLiteral("queued"), counts.queued);
    result().document.insert(QStringLiteral("failed"), counts.failed + static_cast<int>(m_uploads.refused.size()));
    if (const QString line = summary(counts.done); !line.isEmpty())
        result().lines = {line};
    finish();
}

/// Folders without a file are something, too.
QString Put::summary(int done) const
{
    const qsizetype folders = m_uploads.operations.size();
    const QString made = QStringLiteral("%1 of %2 folders made").arg(folders - m_foldersLeft).arg(folders);
    if (m_uploads.transfers.isEmpty() && folders > 0)
        return made;
    if (m_uploads.transfers.isEmpty()) // what was refused is told line by line
        return m_uploads.refused.isEmpty() ? QStringLiteral("nothing new to upload") : QString();
    const QString files = QStringLiteral("%1 of %2 uploaded").arg(done).arg(m_uploads.transfers.size());
    return folders > 0 ? files + QStringLiteral(", ") + made : files;
}

void Put::tellFolders()
{
    for (const mirror::PendingOperation &pending : reader().pendingOperations()) {
        if (!m_uploads.operations.contains(pending.operation.id))
            continue;
        ++m_foldersLeft;
        if (pending.error) {
            result().fail(*pending.error, reader().pathOf(pending.operation.target));
            commands().forgetOperation(pending.operation.id, this, [](const domain::Result<void> &) {});
        } else {
            result().raise(ExitCode::Offline);
        }
    }
}

} // namespace learnlab::cli
