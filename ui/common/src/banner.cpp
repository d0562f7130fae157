#include <ui/common/banner.h>

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/motion.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int bannerStart = 20;
constexpr int bannerTextStart = bannerStart + 16 + 14;

QColor groundOf(Banner::Kind kind, const Theme &theme)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return theme.warningSoft;
    case Banner::Kind::Danger:
        return theme.dangerSoft;
    case Banner::Kind::Neutral:
        break;
    }
    return theme.sunken;
}

QColor inkOf(Banner::Kind kind, const Theme &theme)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return theme.warning;
    case Banner::Kind::Danger:
        return theme.danger;
    case Banner::Kind::Neutral:
        break;
    }
    return theme.text2;
}

} // namespace

Banner::Banner(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(marginsFrom(bannerTextStart, 0, 8, 1));
    m_row->setSpacing(8);
    m_row->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void Banner::hideMessage()
{
    hide();
    m_message = {};
}

void Banner::showMessage(const Message &message)
{
    const bool isNew = isHidden();
    if (!isNew && message == m_message)
        return; // said already
    m_message = message;
    for (QWidget *old : std::as_const(m_buttons)) {
        m_row->removeWidget(old);
        old->hide();
        old->deleteLater(); // one of them may be the sender of the click that led here
    }
    m_buttons.clear();
    for (const Action &action : message.actions) {
        const bool first = m_buttons.isEmpty() && message.actions.size() > 1;
        const auto kind = action.primary ? ButtonKind::Primary : first ? ButtonKind::Flat : ButtonKind::Secondary;
        QPushButton *button = makeButton(action.text, kind, this);
        button->setProperty("small", true);
        button->setFont(fontFor(Text::SmallMedium));
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT actionTriggered(id); });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    const QString words = message.title + QLatin1Char(' ') + message.text;
    setAccessibleName(words);
    setToolTip(QString());
    show();
    if (isNew)
        growIn(this, sizeHint().height());
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize Banner::sizeHint() const
{
    return {400, heightFor(44, font(), 12)};
}

QSize Banner::minimumSizeHint() const
{
    return {200, 0}; // it grows in
}

QRect Banner::textRect() const
{
    int end = width() - 12;
    for (const QWidget *button : m_buttons)
        end = std::min(end, layoutDirection() == Qt::RightToLeft ? width() - button->geometry().right() - 13
                                                                 : button->x() - 12);
    return {bannerTextStart, 0, end - bannerTextStart, height() - 1};
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // What does not fit can still be read.
    const int needed = QFontMetrics(fontFor(Text::Strong)).horizontalAdvance(m_message.title + QLatin1Char(' ')) +
                       fontMetrics().horizontalAdvance(m_message.text);
    setToolTip(needed > textRect().width() ? accessibleName() : QString());
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), groundOf(m_message.kind, theme));
    paintHairline(&painter, rect().bottomLeft(), rect().bottomRight(), theme.line);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    paintUiIcon(&painter, visual(QRect(bannerStart, 0, 16, height() - 1)), m_message.icon, 16,
                inkOf(m_message.kind, theme));

    const QRect room = textRect();
    const QFont bold = fontFor(Text::Strong);
    const int titleWidth = std::min(room.width(), QFontMetrics(bold).horizontalAdvance(m_message.title));
    painter.setPen(theme.text);
    painter.setFont(bold);
    const int align =
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine;
    const QString title = QFontMetrics(bold).elidedText(m_message.title, Qt::ElideRight, room.width());
    painter.drawText(visual(QRect(room.left(), room.top(), titleWidth, room.height())), align, title);
    const QRect rest = room.adjusted(titleWidth + fontMetrics().horizontalAdvance(u' ') + 1, 0, 0, 0);
    if (rest.width() < 24)
        return;
    painter.setFont(font());
    painter.drawText(visual(rest), align, fontMetrics().elidedText(m_message.text, Qt::ElideRight, rest.width()));
}

} // namespace learnlab::ui
