#include "side_bar_foot.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QStringList>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double nearlyFull = 0.9;
constexpr double full = 0.98;

// The first letters of the first and the last word, each a whole grapheme of the basic kind.
QString initialsOf(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString letters = words.first().left(1);
    if (words.size() > 1)
        letters += words.last().left(1);
    return letters.toUpper();
}

int avatarSizeNow()
{
    return int(28 * std::min(2.0, textScale()));
}

} // namespace

UsageGauge::UsageGauge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void UsageGauge::setUsage(double share, const QString &text)
{
    m_share = share;
    m_text = text;
    setAccessibleName(text);
    setToolTip(m_rail ? text : QString());
    setVisible(!text.isEmpty() && (share >= 0 || !m_rail));
    updateGeometry();
    update();
}

void UsageGauge::setRail(bool rail)
{
    m_rail = rail;
    setToolTip(rail ? m_text : QString());
    setVisible(!m_text.isEmpty() && (m_share >= 0 || !rail));
    updateGeometry();
    update();
}

QSize UsageGauge::sizeHint() const
{
    // Without a limit there is nothing to gauge, only to tell.
    const int bar = m_share >= 0 ? 12 + 4 + 8 : 8;
    return {40, m_rail ? 20 : bar + QFontMetrics(fontFor(Text::Small)).height() + 14};
}

void UsageGauge::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QRect bar = m_rail ? QRect(4, 8, width() - 8, 4) : QRect(12, 12, width() - 24, 4);
    if (m_share >= 0)
        paintRounded(&painter, bar, 2, theme.track);
    if (m_share > 0) {
        const int length = std::max(4, int(bar.width() * std::min(1.0, m_share)));
        const QColor color = m_share >= full ? theme.danger : m_share >= nearlyFull ? theme.warning : theme.accent;
        paintRounded(&painter, QStyle::visualRect(layoutDirection(), bar, QRect(bar.left(), bar.top(), length, 4)), 2,
                     color);
    }
    if (m_rail)
        return;
    painter.setFont(fontFor(Text::Small));
    painter.setPen(theme.text2);
    const QRect room = rect().adjusted(12, m_share >= 0 ? 24 : 8, -12, -14);
    drawTabular(&painter, room, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft),
                painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
}

AccountRow::AccountRow(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccountRow::setAccount(const QString &name, const QString &server)
{
    setText(name);
    m_server = server;
    m_initials = initialsOf(name);
    setAccessibleName(
        tr("Account: %1, %2", "@action:button accessible name; the person's name, the server").arg(name, server));
    setToolTip(m_rail ? name + u'\n' + server : QString());
    update();
}

void AccountRow::setRail(bool rail)
{
    m_rail = rail;
    setToolTip(rail ? text() + u'\n' + m_server : QString());
    update();
}

QSize AccountRow::sizeHint() const
{
    return {m_rail ? 56 : 232, heightFor(60, fontFor(Text::Small), 16)};
}

void AccountRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (!m_rail)
        paintHairline(&painter, rect().topLeft(), rect().topRight(), theme.line);
    if (underMouse() || isDown())
        paintRounded(&painter, rect().adjusted(8, 7, -8, -6), 6, theme.pressed);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const int avatarSize = m_rail ? std::min(avatarSizeNow(), 40) : avatarSizeNow();
    const QRect avatar =
        visual(QRect(m_rail ? (width() - avatarSize) / 2 : 20, (height() - avatarSize) / 2, avatarSize, avatarSize));
    paintRounded(&painter, avatar, avatarSize / 2.0, theme.accent);
    QFont letters = fontFor(Text::Caption);
    letters.setWeight(QFont::DemiBold);
    painter.setFont(letters);
    painter.setPen(theme.onAccent);
    painter.drawText(avatar, Qt::AlignCenter, m_initials);
    if (m_rail)
        return;
    const int start = 20 + avatarSize + 10;
    const int room = width() - start - 44;
    const int align =
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine;
    const QFont nameFont = fontFor(Text::SmallMedium);
    const QFont serverFont = fontFor(Text::Caption);
    const int nameHeight = QFontMetrics(nameFont).height();
    const int top = (height() - nameHeight - QFontMetrics(serverFont).height()) / 2;
    painter.setFont(nameFont);
    painter.setPen(theme.text);
    painter.drawText(visual(QRect(start, top, room, nameHeight)), align,
                     QFontMetrics(nameFont).elidedText(text(), Qt::ElideRight, room));
    painter.setFont(serverFont);
    painter.setPen(theme.text2);
    painter.drawText(visual(QRect(start, top + nameHeight, room, QFontMetrics(serverFont).height())), align,
                     QFontMetrics(serverFont).elidedText(m_server, Qt::ElideMiddle, room));
    paintUiIcon(&painter, visual(QRect(width() - 36, 0, 16, height())), QStringLiteral("overflow-menu"), 16,
                theme.text2);
}

} // namespace learnlab::ui
