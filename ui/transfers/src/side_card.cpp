#include "side_card.h"

#include "ui/common/fonts.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QPainter>

namespace learnlab::ui {

SideCard::SideCard(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(13, 13, 13, 13);
    m_form->setHorizontalSpacing(16);
    auto *head = new QLabel(title, this);
    head->setFont(fontFor(Text::Strong));
    m_form->addRow(head);
}

void SideCard::addFact(const QString &label, const QString &value, bool stands)
{
    auto *name = new QLabel(label, this);
    name->setFont(fontFor(Text::Small));
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QLabel(value, this);
    QFont font = fontFor(Text::Small);
    if (stands)
        font.setWeight(QFont::DemiBold);
    words->setFont(font);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_form->addRow(name, words);
}

void SideCard::clear()
{
    while (m_form->rowCount() > 1)
        m_form->removeRow(1);
}

void SideCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), 8, theme.base, theme.lineStrong);
}

} // namespace learnlab::ui
