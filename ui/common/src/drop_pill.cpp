#include <ui/common/drop_pill.h>

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsDropShadowEffect>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int pillPadding = 20;
constexpr int pillIcon = 16;
constexpr int pillGap = 10;
constexpr int frameInset = 4;

} // namespace

DropPill::DropPill(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFont(fontFor(Text::Crumb));
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(16);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 56));
    setGraphicsEffect(shadow);
    parent->installEventFilter(this);
    hide();
}

void DropPill::showTarget(const QString &verb, const QString &target, const QString &icon)
{
    m_verb = verb;
    m_target = target;
    m_icon = icon;
    m_refused = false;
    place();
    show();
    raise();
    update();
}

void DropPill::showRefusal(const QString &reason)
{
    showTarget(reason, QString(), QStringLiteral("warning"));
    m_refused = true;
}

void DropPill::setFoot(int pixels)
{
    m_foot = pixels;
    place();
}

void DropPill::place()
{
    const int gap = m_target.isEmpty() ? 0 : fontMetrics().horizontalAdvance(u' ');
    const int words = fontMetrics().horizontalAdvance(m_verb) + gap +
                      QFontMetrics(fontFor(Text::CrumbStrong)).horizontalAdvance(m_target);
    const QSize room = parentWidget()->size();
    const int width = std::min(words + pillIcon + pillGap + 2 * pillPadding, room.width() - 32);
    const int height = heightFor(44, font(), 12);
    setGeometry((room.width() - width) / 2, room.height() - m_foot - height, width, height);
}

bool DropPill::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void DropPill::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const QColor ink = m_refused ? theme.onToast : theme.onAccent;
    QPainter painter(this);
    paintRounded(&painter, rect(), height() / 2.0, m_refused ? theme.toast : theme.accent);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    paintUiIcon(&painter, visual(QRect(pillPadding - 4, 0, pillIcon, height())), m_icon, pillIcon, ink);
    painter.setPen(ink);
    const int align =
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine;
    int x = pillPadding - 4 + pillIcon + pillGap;
    const int verbWidth = fontMetrics().horizontalAdvance(m_verb);
    painter.drawText(visual(QRect(x, 0, verbWidth + 1, height())), align, m_verb);
    x += verbWidth + fontMetrics().horizontalAdvance(u' ');
    const QFont bold = fontFor(Text::CrumbStrong);
    painter.setFont(bold);
    const int left = width() - x - pillPadding + 4;
    painter.drawText(visual(QRect(x, 0, left, height())), align,
                     QFontMetrics(bold).elidedText(m_target, Qt::ElideMiddle, left));
}

DropFrame::DropFrame(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    parent->installEventFilter(this);
    hide();
}

void DropFrame::showEvent(QShowEvent *event)
{
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::showEvent(event);
}

bool DropFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    QColor breath = theme.accent;
    breath.setAlphaF(0.07F);
    paintRounded(&painter, rect().adjusted(frameInset, frameInset, -frameInset, -frameInset), 8, breath, theme.accent,
                 2);
}

} // namespace learnlab::ui
