#include "transfer_controller.h"

#include "ui/models/error_text.h"
#include "ui/transfers/status_bar.h"
#include "ui/transfers/transfers_panel.h"

#include "domain/names.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QUrl>

namespace learnlab::ui {

namespace {

constexpr int mostConflicts = 500;

struct Conflicts
{
    std::optional<domain::Transfer> asked;
    QList<domain::Transfer> all;
    std::optional<mirror::ItemRow> there; ///< what has the name
};

Conflicts readConflicts(const mirror::Reader &reader, domain::TransferId id)
{
    Conflicts conflicts;
    conflicts.all = reader.transfersIn(domain::TransferState::Failed, mostConflicts);
    conflicts.all.removeIf([](const domain::Transfer &transfer) { return domain::standingOf(transfer).next != domain::NextStep::ResolveName; });
    for (const domain::Transfer &transfer : std::as_const(conflicts.all)) {
        if (transfer.id == id)
            conflicts.asked = transfer;
    }
    if (conflicts.asked) {
        if (const auto child = reader.childByName(conflicts.asked->folderId, conflicts.asked->filename)) {
            const QList<mirror::ItemRow> rows = reader.rows({*child});
            if (!rows.isEmpty())
                conflicts.there = rows.first();
        }
    }
    return conflicts;
}

} // namespace

TransferController::TransferController(Backend &backend, TransferTreeModel &model, TransfersPanel &panel, StatusBar &status,
                                       const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(model)
    , m_panel(panel)
    , m_status(status)
    , m_clock(clock)
{
    connect(&m_backend, &Backend::mirrorChanged, &m_model, &TransferTreeModel::applyChange);
    connect(&m_backend, &Backend::transfersChanged, this, &TransferController::refresh);
    connect(&m_backend, &Backend::sessionChanged, this, &TransferController::refresh);
    connect(&m_backend, &Backend::syncChanged, this, &TransferController::refresh);
    connect(&m_panel, &TransfersPanel::nextStepRequested, this, &TransferController::takeNextStep);
    connect(&m_panel, &TransfersPanel::pauseAllRequested, this, &TransferController::togglePauseAll);
    connect(&m_panel, &TransfersPanel::customLimitRequested, this, &TransferController::askLimit);
}

void TransferController::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_model.setMirror(mirror);
    refresh();
}

void TransferController::refresh()
{
    m_model.setLiveNumbers(m_backend.liveNumbers());
    m_panel.updateSummary();
    m_status.refresh();
}

void TransferController::togglePauseAll()
{
    const transfer::Summary summary = m_backend.transferSummary();
    if (summary.active + summary.waiting > 0)
        m_backend.pauseAll();
    else
        m_backend.resumeAll();
}

void TransferController::takeNextStep(const domain::Transfer &transfer)
{
    switch (domain::standingOf(transfer).next) {
    case domain::NextStep::ResolveName:
        return resolve(transfer.id);
    case domain::NextStep::SignIn:
        Q_EMIT signInRequested();
        return;
    case domain::NextStep::SignInToNetwork:
        // Plain http on purpose: only so can the network put its own page in between.
        if (const auto account = m_backend.account())
            QDesktopServices::openUrl(QUrl(QStringLiteral("http://") + account->server));
        return;
    case domain::NextStep::AllowMetered:
        return m_backend.allowMetered();
    case domain::NextStep::ChooseFile:
        return chooseFile(transfer);
    case domain::NextStep::CheckFile:
    case domain::NextStep::RenameFile:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(QFile::decodeName(transfer.localPath)).path()));
        return;
    case domain::NextStep::ChooseFolder:
        Q_EMIT uploadHereRequested(transfer.localPath);
        return m_backend.cancel(transfer.id);
    default:
        return m_backend.retry(transfer.id);
    }
}

void TransferController::chooseFile(const domain::Transfer &transfer)
{
    auto *dialog = new QFileDialog(m_panel.window(), tr("Where is “%1” now?").arg(domain::displayName(transfer.filename)),
                                   QFileInfo(QFile::decodeName(transfer.localPath)).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, transfer](const QString &path) { uploadAgain(transfer, path); });
    dialog->open();
}

void TransferController::uploadAgain(const domain::Transfer &transfer, const QString &path)
{
    m_backend.cancel(transfer.id);
    m_backend.upload({QFile::encodeName(path)}, transfer.folderId, transfer.onConflict, this,
                     [this](domain::Result<QList<transfer::Plan::Refused>> refused) {
                         if (!refused)
                             Q_EMIT said(errorText(refused.error()).sentence());
                         else if (!refused->isEmpty())
                             Q_EMIT said(errorText(refused->first().error).sentence());
                     });
}

void TransferController::resolve(domain::TransferId id)
{
    if (!m_mirror)
        return;
    m_mirror->ask<Conflicts>(
        this, [id](const mirror::Reader &reader) { return readConflicts(reader, id); },
        [this](Conflicts conflicts) {
            if (!conflicts.asked)
                return;
            auto *dialog = new ConflictDialog(
                {*conflicts.asked, conflicts.there, static_cast<int>(conflicts.all.size()) - 1, m_clock.now()}, m_panel.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ConflictDialog::chosen, this,
                    [this, asked = conflicts.asked->id, all = conflicts.all](ConflictDialog::Choice choice, bool forAll) {
                        if (!forAll)
                            return settle(asked, choice);
                        for (const domain::Transfer &other : all)
                            settle(other.id, choice);
                    });
            dialog->open();
        });
}

void TransferController::settle(domain::TransferId id, ConflictDialog::Choice choice)
{
    switch (choice) {
    case ConflictDialog::Choice::KeepBoth:
        return m_backend.retryWith(id, domain::OnConflict::KeepBoth);
    case ConflictDialog::Choice::Replace:
        return m_backend.retryWith(id, domain::OnConflict::Replace);
    case ConflictDialog::Choice::Skip:
        return m_backend.cancel(id);
    }
}

void TransferController::askLimit()
{
    constexpr double megabyte = 1e6;
    auto *dialog = new QInputDialog(m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Speed limit"));
    dialog->setLabelText(tr("Upload at most this many MB/s (0: no limit)"));
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setDoubleRange(0, 10'000);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleValue(static_cast<double>(m_backend.rateLimits().up) / megabyte);
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this](double value) {
        transfer::RateLimits limits = m_backend.rateLimits();
        limits.up = static_cast<qint64>(value * megabyte);
        m_backend.setRateLimits(limits);
        refresh();
    });
    dialog->open();
}

} // namespace learnlab::ui
