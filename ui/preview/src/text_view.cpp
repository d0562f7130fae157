#include "text_view.h"

#include <ui/common/fonts.h>
#include <ui/common/theme.h>

#include <QEvent>
#include <QFontDatabase>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int numberMargin = 12;

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(fontFor(Text::Small).pointSizeF());
    return font;
}

} // namespace

class TextView::Numbers final : public QWidget
{
public:
    explicit Numbers(TextView *text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintNumbers(event); }

private:
    TextView *m_text;
};

TextView::TextView(QWidget *parent) : QPlainTextEdit(parent), m_numbers(new Numbers(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(fixedFont());
    setLayoutDirection(Qt::LeftToRight); // lines of programs are, and each line of words finds its own way
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TextView::makeRoom);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_numbers->update(); });
    makeRoom();
}

void TextView::makeRoom()
{
    const int width =
        fontMetrics().horizontalAdvance(QLocale().toString(std::max(10, blockCount()))) + 2 * numberMargin;
    setViewportMargins(width, 0, 0, 0);
    m_numbers->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    makeRoom();
}

void TextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont());
}

void TextView::paintNumbers(QPaintEvent *event)
{
    const Theme &theme = themeOf(this);
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), theme.window);
    painter.setPen(theme.placeholder);
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > m_numbers->height())
            return;
        painter.drawText(QRectF(0, place.top(), m_numbers->width() - numberMargin, place.height()),
                         int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop),
                         QLocale().toString(block.blockNumber() + 1));
    }
}

MarkdownView::MarkdownView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(28);
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    // Something, however little: for nothing at all the document would look among the files of this computer itself.
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

} // namespace learnlab::ui
