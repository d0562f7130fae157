#include "page_list.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace learnlab::ui {

namespace {

constexpr int iconNameRole = Qt::UserRole;
constexpr int numberRole = Qt::UserRole + 1;
constexpr int listIcon = 20;
constexpr int listInset = 12;
constexpr int iconToName = 12;

class PageDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, heightFor(36, fontFor(Text::Body), 10) + 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const QRect row = option.rect.adjusted(0, 0, 0, -2);
        const bool on = option.state & QStyle::State_Selected;
        if (on)
            paintRounded(painter, row, 6, theme.sel);
        else if (option.state & QStyle::State_MouseOver)
            paintRounded(painter, row, 6, theme.pressed);
        const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
        const QRect icon(row.left() + listInset, row.top(), listIcon, row.height());
        paintUiIcon(painter, place(icon), index.data(iconNameRole).toString(), listIcon, on ? theme.accent : theme.text2);
        const int left = icon.right() + 1 + iconToName;
        const QRect words(left, row.top(), row.right() + 1 - 8 - left, row.height());
        painter->setFont(fontFor(on ? Text::Strong : Text::Label));
        painter->setPen(theme.text);
        const QString name = QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width());
        painter->drawText(place(words), int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), name);
        if (option.state & QStyle::State_HasFocus) {
            QStyleOptionFocusRect ring;
            ring.QStyleOption::operator=(option);
            ring.rect = row;
            option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
        }
    }
};

} // namespace

PageList::PageList(QWidget *parent) : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new PageDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Pages of the settings", "accessible name of a list"));
    dress();
}

void PageList::dress()
{
    QPalette colors = palette();
    const QColor ground = themeOf(this).window;
    if (colors.color(QPalette::Base) == ground)
        return;
    colors.setColor(QPalette::Base, ground);
    setPalette(colors);
}

void PageList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void PageList::addPage(const QString &icon, const QString &name, int number)
{
    auto *item = new QListWidgetItem(name, this);
    item->setData(iconNameRole, icon);
    item->setData(numberRole, number);
}

int PageList::numberOf(int row) const
{
    const QListWidgetItem *there = item(row);
    return there ? there->data(numberRole).toInt() : -1;
}

void PageList::setCurrentNumber(int number)
{
    int row = 0;
    for (int i = 0; i < count(); ++i) {
        if (numberOf(i) == number)
            row = i;
    }
    setCurrentRow(row);
}

} // namespace learnlab::ui
