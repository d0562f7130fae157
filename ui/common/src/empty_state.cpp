#include <ui/common/empty_state.h>

#include "key_cap.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr QSize drawingSize(240, 160);
constexpr int boxMargin = 180; // beside the sentence, both sides together

void emptied(QHBoxLayout *row)
{
    while (QLayoutItem *item = row->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the button whose click led here
        }
        const std::unique_ptr<QLayoutItem> gone(item);
    }
}

QFont sentenceFont()
{
    return fontFor(Text::Crumb);
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_box(new QWidget(this)),
      m_drawing(new QLabel(m_box)),
      m_title(new QLabel(m_box)),
      m_text(new QLabel(m_box)),
      m_buttons(new QHBoxLayout),
      m_shortcuts(new QHBoxLayout)
{
    m_title->setFont(fontFor(Text::Title));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setFont(sentenceFont());
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(std::max(380, QFontMetrics(sentenceFont()).height() * 22));
    m_text->setForegroundRole(QPalette::WindowText); // on a view's viewport it would be Text
    m_drawing->setAlignment(Qt::AlignCenter);
    for (QHBoxLayout *row : {m_buttons, m_shortcuts})
        row->setAlignment(Qt::AlignCenter);
    m_buttons->setSpacing(8);
    m_shortcuts->setSpacing(8);

    auto *column = new QVBoxLayout(m_box);
    column->setSpacing(0);
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addLayout(m_buttons);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 40);
    outer->addStretch();
    outer->addWidget(m_box, 0, Qt::AlignHCenter);
    outer->addSpacing(24);
    outer->addLayout(m_shortcuts);
    outer->addStretch();
}

void EmptyState::setContent(const Content &content)
{
    m_firstRun = content.firstRun;
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    // A wrapped label may be squeezed below its lines otherwise.
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->minimumWidth()));
    m_box->layout()->setContentsMargins(m_firstRun ? QMargins(40, 40, 40, 36) : QMargins());
    fitDrawing();
    m_box->setMinimumWidth(m_firstRun ? m_text->minimumWidth() + boxMargin : 0);
    fillButtons(content.buttons);
    fillShortcuts(content.shortcuts);
    recolor();
    update();
}

void EmptyState::fillButtons(const QList<Button> &buttons)
{
    emptied(m_buttons);
    for (const Button &wanted : buttons) {
        QPushButton *button =
            makeButton(wanted.text, wanted.primary ? ButtonKind::Primary : ButtonKind::Secondary, m_box, wanted.icon);
        connect(button, &QPushButton::clicked, this, [this, id = wanted.id] { Q_EMIT buttonTriggered(id); });
        m_buttons->addWidget(button);
    }
}

void EmptyState::fillShortcuts(const QList<QPair<QString, QString>> &shortcuts)
{
    emptied(m_shortcuts);
    for (const auto &[keys, what] : shortcuts) {
        m_shortcuts->addWidget(new KeyCap(keys, this));
        auto *label = new QLabel(what, this);
        label->setFont(fontFor(Text::Small));
        label->setForegroundRole(QPalette::WindowText);
        label->setContentsMargins(0, 0, 12, 0);
        m_shortcuts->addWidget(label);
    }
}

void EmptyState::recolor()
{
    const Theme &theme = themeOf(this);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme.text2);
    m_text->setPalette(quiet);
    for (QLabel *label : findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly))
        label->setPalette(quiet);
    if (m_firstRun) {
        Icons once;
        const QString path = QStringLiteral(":/learnlab/icons/empty/%1/first-run.svg")
                                 .arg(theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
        m_drawing->setPixmap(once.colored(path, drawingSize, devicePixelRatioF()));
    }
}

void EmptyState::fitDrawing()
{
    // In a low place the words and buttons matter more.
    constexpr int roomForDrawing = 460;
    m_drawing->setVisible(m_firstRun && height() >= roomForDrawing);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitDrawing();
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    if (!m_firstRun)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.lineStrong, 1.5);
    pen.setDashPattern({2.5, 2});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(1, 1, -1, -1), 12, 12);
}

} // namespace learnlab::ui
