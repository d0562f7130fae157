#include "count_chip.h"

#include "ui/common/fonts.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace learnlab::ui {

namespace {

constexpr int side = 8; ///< room at either end of the number

QFont chipFont()
{
    QFont font = fontFor(Text::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

CountChip::CountChip(bool alarming, QWidget *parent) : QWidget(parent), m_alarming(alarming)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(0, 0);
}

bool CountChip::setCount(int count)
{
    m_count = count;
    const QSize before = size();
    setFixedSize(sizeHint());
    update();
    return size() != before;
}

QSize CountChip::sizeHint() const
{
    if (m_count == 0)
        return {0, 0};
    const QFontMetrics metrics(chipFont());
    const int height = metrics.height() + 2;
    return {std::max(height, metrics.horizontalAdvance(QLocale().toString(m_count)) + side + 2), height};
}

void CountChip::paintEvent(QPaintEvent *)
{
    if (m_count == 0)
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), height() / 2.0, m_alarming ? theme.danger : theme.track);
    painter.setFont(chipFont());
    painter.setPen(m_alarming ? theme.onDanger : theme.text2);
    painter.drawText(rect(), Qt::AlignCenter, QLocale().toString(m_count));
}

} // namespace learnlab::ui
