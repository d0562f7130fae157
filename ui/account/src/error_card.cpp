#include "error_card.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace learnlab::ui {

namespace {

constexpr int cardPadding = 12;
constexpr int cardIcon = 16;
constexpr int gapBelow = 8; // to the form, while the card is there

} // namespace

ErrorCard::ErrorCard(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    m_title->setFont(fontFor(Text::Strong));
    m_text->setFont(fontFor(Text::Small));
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(marginsFrom(cardPadding + cardIcon + 10, 10, cardPadding, 10 + gapBelow));
    column->setSpacing(1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    hide();
}

void ErrorCard::showText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title + u' ' + text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect().adjusted(0, 0, 0, -gapBelow), 8, theme.dangerSoft, theme.dangerLine);
    const QRect badge(cardPadding, m_title->y(), cardIcon, QFontMetrics(m_title->font()).height());
    paintBadge(&painter, QStyle::visualRect(layoutDirection(), rect(), badge), ItemStatus::Failed, cardIcon);
}

} // namespace learnlab::ui
