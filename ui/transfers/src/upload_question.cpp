#include "ui/transfers/upload_question.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QBoxLayout>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace learnlab::ui {

namespace {

constexpr qint64 manyFiles = 10'000;

QString nameIn(const QList<QByteArray> &examples)
{
    return examples.isEmpty() ? QString()
                              : domain::displayName(QFile::decodeName(examples.first()).section(QLatin1Char('/'), -1));
}

bool tooMuch(const UploadFacts &facts)
{
    return facts.room && facts.survey.bytes > *facts.room;
}

} // namespace

bool needsQuestion(const UploadFacts &facts)
{
    return facts.survey.files > manyFiles || facts.survey.present > 0 || tooMuch(facts);
}

UploadQuestion::UploadQuestion(const UploadFacts &facts, const QString &target, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Upload"));
    setMinimumWidth(static_cast<int>(480 * textScale()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    const QLocale locale;
    auto *title = new QLabel(tr("Upload %Ln file(s) to “%1”?", nullptr, static_cast<int>(facts.survey.files)).arg(target), this);
    title->setFont(fontFor(Text::Heading));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    column->addWidget(title);
    addFacts(facts, column);
    if (facts.survey.present > 0)
        addChoices(facts.survey, column);
    addButtons(facts, column);
}

void UploadQuestion::addLine(const QString &text, QVBoxLayout *column)
{
    auto *line = new QLabel(text, this);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    column->addWidget(line);
}

void UploadQuestion::addFacts(const UploadFacts &facts, QVBoxLayout *column)
{
    const transfer::Survey &survey = facts.survey;
    const QLocale locale;
    addLine(tr("%1 in %n folder(s).", "%1 is a size", static_cast<int>(survey.folders)).arg(formatSize(survey.bytes, locale)), column);
    if (tooMuch(facts))
        addLine(tr("There is room for %1 on the server. What does not fit stays safe on this computer.").arg(formatSize(*facts.room, locale)), column);
    if (survey.illegalElsewhere > 0)
        addLine(tr("%n name(s) cannot be used on Windows, first “%1”.", nullptr, static_cast<int>(survey.illegalElsewhere)).arg(nameIn(survey.illegalExamples)), column);
    if (survey.refused > 0)
        addLine(tr("%n item(s) cannot be uploaded, first “%1”.", nullptr, static_cast<int>(survey.refused)).arg(nameIn(survey.refusedExamples)), column);
}

void UploadQuestion::addChoices(const transfer::Survey &survey, QVBoxLayout *column)
{
    column->addSpacing(4);
    addLine(tr("%n file(s) of these names are there already, first “%1”. The same content is not sent again; where it differs:", nullptr,
               static_cast<int>(survey.present))
                .arg(nameIn(survey.presentExamples)),
            column);
    const auto add = [&](const QString &text) {
        auto *button = new QRadioButton(text, this);
        column->addWidget(button);
        return button;
    };
    m_keepBoth = add(tr("Keep both: yours get a new name"));
    m_replace = add(tr("Replace: the server's copies go to the trash"));
    m_later = add(tr("Ask me for each"));
    m_keepBoth->setChecked(true);
}

void UploadQuestion::addButtons(const UploadFacts &facts, QVBoxLayout *column)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, this);
    auto *upload = makeButton(tooMuch(facts) ? tr("Upload what fits") : tr("Upload"), ButtonKind::Primary, this);
    upload->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(upload);
    column->addSpacing(12);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(upload, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(choice());
        accept();
    });
}

domain::OnConflict UploadQuestion::choice() const
{
    if (m_replace && m_replace->isChecked())
        return domain::OnConflict::Replace;
    return m_keepBoth && m_keepBoth->isChecked() ? domain::OnConflict::KeepBoth : domain::OnConflict::Fail;
}

} // namespace learnlab::ui
