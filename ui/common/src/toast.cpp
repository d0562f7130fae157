#include <ui/common/toast.h>

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/motion.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsDropShadowEffect>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <chrono>

namespace learnlab::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto withAction = 6s;
constexpr auto without = 4s;

} // namespace

Toast::Toast(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_button(makeButton(QString(), ButtonKind::Link, this))
{
    m_label->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(16);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 56));
    setGraphicsEffect(shadow);
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    m_button->installEventFilter(this);
    parent->installEventFilter(this);
    recolor();
    hide();
}

void Toast::showText(const QString &text, const QString &action)
{
    m_label->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(text);
    const bool isNew = isHidden();
    place();
    show();
    raise();
    if (isNew)
        riseIn(this);
    restart();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::setFoot(int pixels)
{
    m_foot = pixels;
    place();
}

void Toast::restart()
{
    m_clock.start(m_button->text().isEmpty() ? without : withAction);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(sizeHint().width(), room.width() - 32);
    const int height = heightFor(44, font(), 12);
    setGeometry((room.width() - width) / 2, room.height() - m_foot - height, width, height);
}

void Toast::recolor()
{
    const Theme &theme = themeOf(this);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.onToast);
    m_label->setPalette(colors);
    m_button->setProperty("onToast", true);
}

void Toast::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_label)
        recolor();
    QWidget::changeEvent(event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_clock.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    restart();
    QWidget::leaveEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_button && event->type() == QEvent::FocusIn)
        m_clock.stop();
    if (watched == m_button && event->type() == QEvent::FocusOut && isVisible())
        restart();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 8, themeOf(this).toast);
}

} // namespace learnlab::ui
