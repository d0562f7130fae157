#include "report_dialog.h"

#include "settings_card.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/error_text.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace learnlab::ui {

namespace {

constexpr QSize reportSize(640, 520);

} // namespace

ReportDialog::ReportDialog(SettingsActions &actions, const QString &report, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_report(report), m_outcome(quietLabel({}, this))
{
    setWindowTitle(tr("Self-check", "@title:window"));
    resize(reportSize * textScale());
    auto *text = new QPlainTextEdit(report, this);
    text->setReadOnly(true);
    // A report is in English and is read by whoever helps.
    text->setLayoutDirection(Qt::LeftToRight);
    QFont plain = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    plain.setPointSizeF(fontFor(Text::Small).pointSizeF());
    text->setFont(plain);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Report", "@label accessible name of a text"));
    auto *copy = makeButton(tr("Copy", "@action:button the whole report"), ButtonKind::Secondary, this);
    auto *keep = makeButton(tr("Save…", "@action:button the report to a file"), ButtonKind::Secondary, this);
    auto *close = makeButton(tr("Close", "@action:button"), ButtonKind::Primary, this);
    keep->setObjectName(QStringLiteral("save-report"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_outcome, 1);
    for (QPushButton *button : {copy, keep, close})
        foot->addWidget(button);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 20, 20, 16);
    whole->setSpacing(12);
    whole->addWidget(text, 1);
    whole->addLayout(foot);
    close->setDefault(true);
    close->setFocus();
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_report);
        m_outcome->setText(tr("Copied.", "@info:status"));
    });
    connect(keep, &QPushButton::clicked, this, &ReportDialog::choosePlace);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void ReportDialog::choosePlace()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save the report", "@title:window"), folder + QStringLiteral("/learnlab-report.txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("learnlab-report.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::save);
    dialog->open();
}

void ReportDialog::save(const QString &path)
{
    m_actions.saveText(path, m_report, this, [this](const domain::Result<void> &result) {
        m_outcome->setText(result ? tr("Saved.", "@info:status") : errorText(result.error()).sentence());
    });
}

} // namespace learnlab::ui
