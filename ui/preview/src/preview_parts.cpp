// What the card of the preview is made of.
#include "ui/preview/preview.h"

#include "picture_view.h"
#include "text_view.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/theme.h>

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace learnlab::ui {

namespace {

constexpr int headHeight = 48;
constexpr int footHeight = 40;
constexpr int headIcon = 24;
constexpr int largeIcon = 72;

QLabel *makeWord(Text role, bool quiet, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    if (quiet)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QPixmap typeIcon(FileType type, bool folder, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintFileIcon(&painter, QRect(0, 0, size, size), type, folder, size);
    return pixmap;
}

} // namespace

void Preview::build()
{
    m_body = new QStackedWidget(m_card);
    m_wordsPage = makeWords();
    m_picture = new PictureView(m_body);
    m_text = new TextView(m_body);
    m_text->setAccessibleName(tr("Text of the file"));
    m_markdown = new MarkdownView(m_body);
    m_markdown->setAccessibleName(tr("Text of the file"));
    for (QWidget *page : {m_wordsPage, static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_markdown)})
        m_body->addWidget(page);
    connect(m_picture, &PictureView::zoomed, this, [this] {
        showPage();
        const QSize wanted = m_picture->wanted();
        const bool more = wanted.width() > m_asked.width() && wanted.height() > m_asked.height();
        if (m_body->currentWidget() == m_picture && m_pages > 0 && more)
            lookAt(m_pageNumber); // sharp again at this size
    });
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addSpacing(1); // for the line below it
    column->addWidget(m_body, 1);
    column->addSpacing(1);
    column->addWidget(makeFoot());
}

QWidget *Preview::makeHead()
{
    auto *head = new QWidget(m_card);
    head->setFixedHeight(heightFor(headHeight, fontFor(Text::Strong), 14));
    m_icon = new QLabel(head);
    m_name = makeWord(Text::Strong, false, head);
    m_caption = makeWord(Text::Small, true, head);
    m_share = makeButton(tr("Share link", "@action:button"), ButtonKind::Flat, head, QStringLiteral("link"));
    m_open = makeButton(tr("Open", "@action:button"), ButtonKind::Secondary, head);
    m_open->setToolTip(tr("Open with another program (Enter)"));
    auto *close = makeIconButton(QStringLiteral("close"), tr("Close the preview"), head, QKeySequence(Qt::Key_Escape));
    connect(m_share, &QPushButton::clicked, this, &Preview::shareRequested);
    connect(m_open, &QPushButton::clicked, this, &Preview::openRequested);
    connect(close, &QToolButton::clicked, this, &Preview::shut);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(marginsFrom(18, 0, 8, 0));
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_caption);
    row->addWidget(m_share);
    row->addWidget(m_open);
    row->addWidget(close);
    return head;
}

QWidget *Preview::makeFoot()
{
    auto *foot = new QWidget(m_card);
    foot->setFixedHeight(heightFor(footHeight, fontFor(Text::Small), 12));
    m_pager = new QWidget(foot);
    m_back = makeIconButton(QStringLiteral("back"), tr("Previous page"), m_pager, QKeySequence(Qt::Key_PageUp));
    m_forward = makeIconButton(QStringLiteral("forward"), tr("Next page"), m_pager, QKeySequence(Qt::Key_PageDown));
    m_page = makeWord(Text::Small, true, m_pager);
    connect(m_back, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { turn(1); });
    auto *pages = new QHBoxLayout(m_pager);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(4);
    for (QWidget *part :
         {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_forward)})
        pages->addWidget(part);

    m_hints = makeWord(Text::Small, true, foot);

    m_zoomer = new QWidget(foot);
    auto *smaller = makeIconButton(QStringLiteral("zoom-out"), tr("Smaller"), m_zoomer, QKeySequence(Qt::Key_Minus));
    auto *larger = makeIconButton(QStringLiteral("zoom-in"), tr("Larger"), m_zoomer, QKeySequence(Qt::Key_Plus));
    m_zoom = makeWord(Text::Small, true, m_zoomer);
    connect(smaller, &QToolButton::clicked, this, [this] { zoom(-1); });
    connect(larger, &QToolButton::clicked, this, [this] { zoom(1); });
    auto *zooms = new QHBoxLayout(m_zoomer);
    zooms->setContentsMargins(0, 0, 0, 0);
    zooms->setSpacing(4);
    for (QWidget *part :
         {static_cast<QWidget *>(smaller), static_cast<QWidget *>(m_zoom), static_cast<QWidget *>(larger)})
        zooms->addWidget(part);

    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_pager);
    row->addStretch(1);
    row->addWidget(m_hints);
    row->addStretch(1);
    row->addWidget(m_zoomer);
    return foot;
}

QWidget *Preview::makeWords()
{
    auto *page = new QWidget(m_body);
    page->setAutoFillBackground(true);
    m_wordsIcon = new QLabel(page);
    m_words = makeWord(Text::Body, true, page);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignHCenter);
    m_words->setMinimumWidth(320);
    m_button = makeButton({}, ButtonKind::Primary, page);
    connect(m_button, &QPushButton::clicked, this, &Preview::buttonPressed);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(m_wordsIcon, 0, Qt::AlignHCenter);
    column->addWidget(m_words, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

void Preview::showWords(const Words &words)
{
    m_pages = 0;
    QPalette desk = m_wordsPage->palette();
    desk.setColor(QPalette::Window, themeOf(this).sunken);
    m_wordsPage->setPalette(desk);
    m_icon->setPixmap(typeIcon(m_file.type, m_file.folder, headIcon, devicePixelRatioF()));
    m_wordsIcon->setPixmap(typeIcon(m_file.type, m_file.folder, largeIcon, devicePixelRatioF()));
    m_words->setText(words.text);
    m_words->setVisible(!words.text.isEmpty());
    m_button->setText(words.button);
    m_button->setVisible(!words.button.isEmpty());
    m_body->setCurrentWidget(m_wordsPage);
    m_pager->hide();
    m_zoomer->hide();
    showHints();
    giveFocus();
}

} // namespace learnlab::ui
