#include "settings_page.h"

#include "ui/common/fonts.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace learnlab::ui {

namespace {

constexpr int edge = 28;
constexpr int stackedBelow = 480;

/// What stays at the foot of a page, under a hairline.
class PageFoot final : public QWidget
{
public:
    explicit PageFoot(QWidget *parent) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).base);
        paintHairline(&painter, rect().topLeft(), rect().topRight(), themeOf(this).line);
    }
};

} // namespace

SettingsPage::SettingsPage(const QString &title, const QString &about, QWidget *parent)
    : QWidget(parent), m_area(new QScrollArea(this)), m_content(new QWidget), m_column(new QVBoxLayout(m_content)),
      m_whole(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_content->setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(edge, 24, edge, 24);
    m_column->setSpacing(0);
    auto *heading = new QLabel(title, m_content);
    heading->setFont(fontFor(Text::Title));
    alignToPage(heading);
    m_column->addWidget(heading);
    if (!about.isEmpty()) {
        m_column->addSpacing(4);
        auto *words = quietLabel(about, m_content);
        words->setFont(fontFor(Text::Body));
        m_column->addWidget(words);
    }
    m_column->addSpacing(16);
    m_column->addStretch(1);
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(0);
    m_whole->addWidget(m_area, 1);
}

SettingsCard *SettingsPage::addCard(const QString &heading)
{
    if (!heading.isEmpty()) {
        auto *label = new QLabel(heading, m_content);
        label->setFont(fontFor(Text::Heading));
        alignToPage(label);
        m_column->insertSpacing(m_column->count() - 1, 8);
        m_column->insertWidget(m_column->count() - 1, label);
        m_column->insertSpacing(m_column->count() - 1, 8);
    }
    auto *card = new SettingsCard(m_content);
    card->setAccessibleName(heading);
    m_column->insertWidget(m_column->count() - 1, card);
    m_column->insertSpacing(m_column->count() - 1, 12);
    return card;
}

QLabel *SettingsPage::addNote(const QString &text)
{
    QLabel *note = quietLabel(text, m_content);
    m_column->insertWidget(m_column->count() - 1, note);
    m_column->insertSpacing(m_column->count() - 1, 12);
    return note;
}

QLabel *SettingsPage::addOutcome()
{
    QLabel *outcome = quietLabel({}, m_content);
    outcome->setContentsMargins(0, 0, 0, 12);
    m_column->insertWidget(m_column->count() - 1, outcome);
    outcome->setObjectName(QStringLiteral("outcome"));
    outcome->hide();
    return outcome;
}

void SettingsPage::setStacked(bool stacked)
{
    for (SettingsCard *card : m_content->findChildren<SettingsCard *>())
        card->setStacked(stacked);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setStacked(width() / textScale() < stackedBelow);
}

void SettingsPage::say(QLabel *outcome, const QString &text)
{
    outcome->setText(text);
    outcome->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(outcome, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QHBoxLayout *SettingsPage::addFoot()
{
    auto *foot = new PageFoot(this);
    foot->setMinimumHeight(heightFor(60, fontFor(Text::Body), 22));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(edge, 0, edge, 0);
    row->setSpacing(12);
    m_whole->addWidget(foot);
    return row;
}

} // namespace learnlab::ui
