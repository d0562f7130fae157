#include "settings_card.h"

#include "ui/common/fonts.h"
#include "ui/common/margins.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace learnlab::ui {

namespace {

constexpr int leastRow = 52;
constexpr int side = 16;

/// Secondary words in the theme's colour, whichever theme comes.
class QuietLabel final : public QLabel
{
public:
    QuietLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
    {
        setFont(fontFor(Text::Small));
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setForegroundRole(QPalette::WindowText); // not what the ground would give
        alignToPage(this);
        dress();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            dress();
    }

private:
    void dress()
    {
        QPalette colors = palette();
        const QColor wanted = themeOf(this).text2;
        if (colors.color(QPalette::Active, QPalette::WindowText) == wanted)
            return;
        colors.setColor(QPalette::WindowText, wanted);
        setPalette(colors);
    }
};

} // namespace

void alignToPage(QLabel *label)
{
    label->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter | (label->isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    return new QuietLabel(text, parent);
}

SettingsCard::SettingsCard(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

QWidget *SettingsCard::newRow()
{
    auto *row = new QWidget(this);
    row->setMinimumHeight(heightFor(leastRow, fontFor(Text::Body), 14));
    m_rows.append(row);
    m_column->addWidget(row);
    return row;
}

QBoxLayout *SettingsCard::newLine(QWidget *row)
{
    auto *across = new QBoxLayout(m_stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, row);
    across->setContentsMargins(marginsFrom(side, 10, side - 4, 10));
    across->setSpacing(m_stacked ? 8 : 16);
    m_lines.append(across);
    return across;
}

void SettingsCard::setStacked(bool stacked)
{
    if (std::exchange(m_stacked, stacked) == stacked)
        return;
    for (QBoxLayout *line : std::as_const(m_lines)) {
        line->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        line->setSpacing(stacked ? 8 : 16);
        for (int i = 1; i < line->count(); ++i)
            line->itemAt(i)->setAlignment(stacked ? Qt::AlignLeading : Qt::AlignVCenter);
    }
}

QVBoxLayout *SettingsCard::addWords(QWidget *row, const QString &title, const QString &hint, QWidget *control)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    if (!title.isEmpty()) {
        auto *name = new QLabel(title, row);
        name->setFont(fontFor(Text::Label));
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        name->setBuddy(control);
        alignToPage(name);
        words->addWidget(name);
    }
    if (!hint.isEmpty())
        words->addWidget(quietLabel(hint, row));
    words->addStretch(1);
    return words;
}

QWidget *SettingsCard::addRow(const QString &title, const QString &hint, QWidget *control)
{
    QWidget *row = newRow();
    control->setParent(row);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(title);
    control->setAccessibleDescription(hint);
    QBoxLayout *across = newLine(row);
    across->addLayout(addWords(row, title, hint, control), 1);
    across->addWidget(control, 0, Qt::AlignVCenter);
    return row;
}

QCheckBox *SettingsCard::addCheck(const QString &title, const QString &hint)
{
    QWidget *row = newRow();
    auto *box = new QCheckBox(title, row);
    box->setFont(fontFor(Text::Label));
    box->setAccessibleDescription(hint);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(side, 10, side, 10);
    column->setSpacing(2);
    column->addStretch(1);
    column->addWidget(box);
    if (!hint.isEmpty()) {
        auto *line = new QHBoxLayout;
        line->addSpacing(box->style()->pixelMetric(QStyle::PM_IndicatorWidth) + box->style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
        line->addWidget(quietLabel(hint, row), 1);
        column->addLayout(line);
    }
    column->addStretch(1);
    return box;
}

QComboBox *SettingsCard::addChoice(const QString &title, const QString &hint)
{
    auto *choice = new QComboBox(this);
    choice->setMinimumWidth(static_cast<int>(168 * textScale()));
    addRow(title, hint, choice);
    return choice;
}

void SettingsCard::addWide(QWidget *content)
{
    QWidget *row = newRow();
    auto *inside = new QVBoxLayout(row);
    inside->setContentsMargins(side, 12, side, 12);
    inside->addWidget(content);
}

QLabel *SettingsCard::addFact(const QString &title, QWidget *control)
{
    QWidget *row = newRow();
    QBoxLayout *across = newLine(row);
    QVBoxLayout *words = addWords(row, title, {}, nullptr);
    QLabel *fact = quietLabel({}, row);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact->setAccessibleName(title);
    fact->setObjectName(QStringLiteral("fact"));
    words->insertWidget(words->count() - 1, fact);
    across->addLayout(words, 1);
    if (control) {
        control->setParent(row);
        across->addWidget(control, 0, Qt::AlignVCenter);
    }
    return fact;
}

void SettingsCard::addBelow(const QLabel *fact, QWidget *line)
{
    for (const QBoxLayout *across : std::as_const(m_lines)) {
        if (across->parentWidget() != fact->parentWidget())
            continue;
        auto *words = static_cast<QVBoxLayout *>(across->itemAt(0)->layout());
        words->insertSpacing(words->count() - 1, 6);
        words->insertWidget(words->count() - 1, line);
    }
}

void SettingsCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), 8, theme.base, theme.lineStrong);
    bool first = true;
    for (const QWidget *row : m_rows) {
        if (!row->isVisibleTo(this))
            continue;
        if (!std::exchange(first, false))
            paintHairline(&painter, row->geometry().topLeft() + QPoint(1, 0), row->geometry().topRight() - QPoint(1, 0), theme.lineStrong);
    }
}

} // namespace learnlab::ui
