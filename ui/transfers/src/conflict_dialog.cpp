#include "ui/transfers/conflict_dialog.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace learnlab::ui {

ConflictDialog::ConflictDialog(const domain::Transfer &transfer, int others, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Name already taken"));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);

    auto *title = new QLabel(tr("“%1” is here already").arg(domain::displayName(transfer.filename)), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(fontFor(Text::Heading));
    title->setWordWrap(true);
    auto *facts = new QLabel(tr("Your file has %1. Both copies are safe.").arg(formatSize(transfer.bytesTotal, QLocale())), this);
    facts->setTextFormat(Qt::PlainText);
    column->addWidget(title);
    column->addWidget(facts);
    column->addSpacing(4);

    m_keepBoth = addChoice(tr("Keep both", "conflict"), tr("Your file is uploaded under a new name."));
    m_replace = addChoice(tr("Replace", "conflict"), tr("Your file takes its place; the server's copy goes to the trash."));
    m_skip = addChoice(tr("Skip", "conflict"), tr("Your file is not uploaded; it stays on this computer."));
    m_keepBoth->setChecked(true);

    m_forAll = new QCheckBox(tr("Do the same for the %n other conflict(s)", nullptr, others), this);
    m_forAll->setVisible(others > 0);
    column->addWidget(m_forAll);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, this);
    m_apply = makeButton({}, ButtonKind::Primary, this);
    m_apply->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    column->addSpacing(8);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(choice(), m_forAll->isChecked());
        accept();
    });
    for (QRadioButton *button : {m_keepBoth, m_replace, m_skip})
        connect(button, &QRadioButton::toggled, this, &ConflictDialog::updateButton);
    updateButton();
}

QRadioButton *ConflictDialog::addChoice(const QString &title, const QString &consequence)
{
    auto *button = new QRadioButton(title, this);
    button->setAccessibleDescription(consequence);
    auto *words = new QLabel(consequence, this);
    words->setFont(fontFor(Text::Small));
    words->setIndent(26);
    words->setWordWrap(true);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(button);
    column->addWidget(words);
    return button;
}

ConflictDialog::Choice ConflictDialog::choice() const
{
    if (m_replace->isChecked())
        return Choice::Replace;
    return m_skip->isChecked() ? Choice::Skip : Choice::KeepBoth;
}

void ConflictDialog::updateButton()
{
    switch (choice()) {
    case Choice::KeepBoth:
        m_apply->setText(m_keepBoth->text());
        break;
    case Choice::Replace:
        m_apply->setText(m_replace->text());
        break;
    case Choice::Skip:
        m_apply->setText(m_skip->text());
        break;
    }
}

} // namespace learnlab::ui
