#include "ui/transfers/conflict_dialog.h"

#include "side_card.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>

namespace learnlab::ui {

namespace {

class TypeIcon final : public QWidget
{
public:
    TypeIcon(FileType type, QWidget *parent) : QWidget(parent), m_type(type) { setFixedSize(40, 40); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintFileIcon(&painter, rect(), m_type, false, 40);
    }

private:
    FileType m_type;
};

void addModified(SideCard &card, const QString &when, bool newer)
{
    card.addFact(ConflictDialog::tr("Modified"), newer ? ConflictDialog::tr("%1 · newer", "date").arg(when) : when, newer);
}

std::optional<support::Timestamp> modifiedOf(const domain::Transfer &transfer)
{
    if (transfer.stamp.mtimeNs == 0)
        return std::nullopt;
    return support::Timestamp(std::chrono::microseconds(transfer.stamp.mtimeNs / 1000));
}

} // namespace

ConflictDialog::ConflictDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_forAll(new QCheckBox(tr("Do the same for the %n other conflict(s)", nullptr, question.others), this))
{
    setWindowTitle(tr("Name already taken"));
    setMinimumWidth(static_cast<int>(560 * textScale()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    addTitle(question.ours, column);
    addSides(question, column);
    m_keepBoth = addChoice(tr("Keep both", "conflict"), tr("Your file is uploaded under a new name."), column);
    m_replace = addChoice(tr("Replace", "conflict"), tr("The server's copy goes to the trash, where you can restore it."), column);
    m_skip = addChoice(tr("Skip", "conflict"), tr("The server's copy stays; yours stays on this computer."), column);
    m_keepBoth->setChecked(true);
    m_forAll->setVisible(question.others > 0);
    addButtons(column);
    for (QRadioButton *button : {m_keepBoth, m_replace, m_skip})
        connect(button, &QRadioButton::toggled, this, &ConflictDialog::updateButton);
    updateButton();
}

void ConflictDialog::addTitle(const domain::Transfer &transfer, QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(new TypeIcon(fileTypeOf(transfer.filename, transfer.mimeType), this), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *title = new QLabel(tr("“%1” is here already").arg(domain::displayName(transfer.filename)), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(fontFor(Text::Heading));
    title->setWordWrap(true);
    auto *facts = new QLabel(tr("Nothing has been overwritten. Both copies are safe."), this);
    words->addWidget(title);
    words->addWidget(facts);
    row->addLayout(words, 1);
    column->addLayout(row);
}

void ConflictDialog::addSides(const Question &question, QVBoxLayout *column)
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(12);
    const qint64 ourSize = question.ours.bytesTotal;
    const auto ourTime = modifiedOf(question.ours);
    const bool both = question.theirs.has_value();
    const bool oursNewer = both && ourTime && *ourTime > question.theirs->modifiedAt;
    const bool theirsNewer = both && ourTime && *ourTime < question.theirs->modifiedAt;
    const bool differ = both && ourSize != question.theirs->size;
    auto *here = new SideCard(tr("On this computer"), this);
    here->addFact(tr("Size"), formatSize(ourSize, QLocale()), differ);
    if (ourTime)
        addModified(*here, formatWhen(*ourTime, question.now, QLocale()), oursNewer);
    here->addFact(tr("By"), tr("You, on this computer"), false);
    sides->addWidget(here, 1);
    if (both) {
        auto *there = new SideCard(tr("On the server"), this);
        there->addFact(tr("Size"), formatSize(question.theirs->size, QLocale()), differ);
        addModified(*there, formatWhen(question.theirs->modifiedAt, question.now, QLocale()), theirsNewer);
        there->addFact(tr("By"), tr("You, on another computer"), false);
        sides->addWidget(there, 1);
    }
    column->addLayout(sides);
}

void ConflictDialog::addButtons(QVBoxLayout *column)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    auto *cancel = makeButton(tr("Decide later"), ButtonKind::Secondary, this);
    m_apply = makeButton({}, ButtonKind::Primary, this);
    m_apply->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    column->addSpacing(4);
    column->addWidget(m_forAll); // beside the buttons there is no room for it in every language
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(choice(), m_forAll->isChecked());
        accept();
    });
}

QRadioButton *ConflictDialog::addChoice(const QString &title, const QString &consequence, QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    auto *button = new QRadioButton(title, this);
    button->setFont(fontFor(Text::Label));
    button->setAccessibleDescription(consequence);
    auto *words = new QLabel(consequence, this);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setWordWrap(true);
    words->setBuddy(button);
    row->addWidget(button);
    row->addWidget(words, 1);
    column->addLayout(row);
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
