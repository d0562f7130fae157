#include "file_row_delegate.h"

#include "name_text.h"
#include "row_state.h"

#include <ui/common/focus.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double refusedOpacity = 0.45;
constexpr double dimmedOpacity = 0.38;
constexpr int rowRadius = 6;

bool isLoaded(const QModelIndex &index)
{
    return index.data(IsFolderRole).isValid();
}

bool isRowSelected(const QStyleOptionViewItem &option, const QModelIndex &row)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return row.isValid() && view && view->selectionModel() && view->selectionModel()->isSelected(row);
}

Qt::Alignment leading(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignLeft);
}

// A row whose data has not come yet: quiet bars where the words will be.
void paintPending(QPainter *painter, const QStyleOptionViewItem &option, int column, const Theme &theme)
{
    QRect bar = option.rect;
    const int start = column == int(FileColumn::Name) ? rowlayout::nameStart : 0;
    bar = QRect(bar.left() + start, bar.top() + bar.height() / 2 - 4,
                std::min(bar.width() - start - 24, column == 0 ? 220 : 64), 8);
    paintRounded(painter, QStyle::visualRect(option.direction, option.rect, bar), 4, theme.sunken);
}

} // namespace

FileRowDelegate::FileRowDelegate(const RowState &state, QObject *parent) : NameDelegate(parent), m_state(state)
{}

QSize FileRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_state.twoLines ? heightFor(52, fontFor(Text::Body), 11) : listRowHeight()};
}

void FileRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    paintGround(painter, option, index, theme);
    if (!isLoaded(index)) {
        paintPending(painter, option, index.column(), theme);
        painter->restore();
        return;
    }
    // While something is dragged, what cannot take it steps back.
    if (m_state.dragOver && !index.data(IsFolderRole).toBool())
        painter->setOpacity(refusedOpacity);
    if (index.column() == int(FileColumn::Name))
        paintName(painter, option, index, theme);
    else if (index.column() == int(FileColumn::Status))
        paintStatus(painter, option, index, theme);
    else
        paintWords(painter, option, index, theme);
    painter->restore();
}

void FileRowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                  const Theme &theme) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = index.row() == m_state.hoverRow && !m_state.dragOver;
    const bool drop = index.row() == m_state.dropRow;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool current = view && view->hasFocus() && view->currentIndex().row() == index.row();
    const bool focus = current && !m_state.dragOver && (showsKeyboardFocus(view) || (m_state.keys && !selected));
    if (!selected && !hover && !drop && !focus)
        return;
    // The row's whole shape, of which this cell shows its part.
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QRect shape(rowlayout::rowInset, option.rect.top(), width - 2 * rowlayout::rowInset, option.rect.height());
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (drop) {
        paintRounded(painter, shape, rowRadius, theme.accentSoft, theme.accent, 2);
    } else if (selected) {
        const bool above = isRowSelected(option, index.sibling(index.row() - 1, index.column()));
        const bool below = isRowSelected(option, index.sibling(index.row() + 1, index.column()));
        paintJoined(painter, shape, rowRadius, !view || view->isActiveWindow() ? theme.sel : theme.selOff, !above,
                    !below);
    } else if (hover) {
        paintRounded(painter, shape, rowRadius, theme.hover);
    }
    if (focus && !drop)
        paintRounded(painter, shape, rowRadius, {}, theme.accent, 2);
    painter->restore();
}

void FileRowDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const Theme &theme) const
{
    const auto visual = [&option](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    const bool dimmed = index.data(DimmedRole).toBool();
    const double before = painter->opacity();
    if (dimmed)
        painter->setOpacity(before * dimmedOpacity);
    paintFileIcon(painter, visual(rowlayout::iconRect(option.rect)), index.data(FileTypeRole).value<FileType>(),
                  index.data(IsFolderRole).toBool(), rowlayout::icon);
    painter->setOpacity(before);

    const bool active = index.row() == m_state.hoverRow && !m_state.dragOver;
    const QList<RowAction> actions = active ? m_state.actionsOf(index) : QList<RowAction>();
    QRect words = rowlayout::nameRect(option.rect, int(actions.size()));
    painter->setFont(fontFor(Text::Body));
    painter->setPen(dimmed ? theme.placeholder : theme.text);
    if (m_state.twoLines) {
        const int line = painter->fontMetrics().height();
        const QRect lower(words.left(), words.top() + words.height() / 2 + 1, words.width(), line);
        words = QRect(words.left(), words.top() + words.height() / 2 - line + 1, words.width(), line);
        paintNameText(painter, visual(words), index, option.direction, theme);
        painter->setFont(fontFor(Text::Caption));
        painter->setPen(theme.text2);
        paintBelow(painter, option, index, lower, theme);
    } else {
        paintNameText(painter, visual(words), index, option.direction, theme);
    }
    paintActions(painter, option, actions, theme);
}

// Where it is, and what was found in it.
void FileRowDelegate::paintBelow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QRect &line, const Theme &theme) const
{
    constexpr int gap = 12;
    const auto visual = [&option](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    const bool found = !index.data(SnippetRole).toString().isEmpty();
    const QFontMetrics metrics = painter->fontMetrics();
    const QString path = metrics.elidedText(displayName(index.data(PathRole).toString(), option.direction), Qt::ElideMiddle,
                                            found ? line.width() / 3 : line.width());
    painter->drawText(visual(line), int(leading(option) | Qt::AlignVCenter) | Qt::TextSingleLine, path);
    if (!found)
        return;
    const int start = path.isEmpty() ? 0 : metrics.horizontalAdvance(path) + gap;
    paintSnippet(painter, visual(line.adjusted(start, 0, 0, 0)), index, option.direction, theme);
}

void FileRowDelegate::paintActions(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QList<RowAction> &actions, const Theme &theme) const
{
    const auto count = int(actions.size());
    for (int i = 0; i < count; ++i) {
        const QRect box = QStyle::visualRect(option.direction, option.rect, rowlayout::actionRect(option.rect, i, count));
        const bool over = i == m_state.hoverAction;
        if (over)
            paintRounded(painter, box, rowRadius, theme.pressed);
        paintUiIcon(painter, box, actions[i].icon, 16, over ? theme.text : theme.text2);
    }
}

void FileRowDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const Theme &theme) const
{
    constexpr int columnGap = 24;
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool size = index.column() == int(FileColumn::Size);
    const QRect room =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, size ? -columnGap : -8, 0));
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, size ? Qt::AlignRight : Qt::AlignLeft);
    painter->setFont(fontFor(Text::Body));
    painter->setPen(index.data(DimmedRole).toBool() ? theme.placeholder : theme.text2);
    if (index.column() == int(FileColumn::Type)) {
        painter->drawText(room, int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        return;
    }
    drawTabular(painter, room, align, text);
}

void FileRowDelegate::paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                  const Theme &theme) const
{
    const auto visual = [&option](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    const auto status = index.data(StatusRole).value<ItemStatus>();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect badge = rowlayout::badgeRect(option.rect, m_state.badgeOnly);
    paintBadge(painter, visual(badge), status, rowlayout::badge, selected);
    if (m_state.badgeOnly)
        return;
    const int align = int(leading(option) | Qt::AlignVCenter) | Qt::TextSingleLine;
    const int start = badge.right() + 1 + rowlayout::badgeGap;
    painter->setFont(fontFor(Text::Small));
    const double progress = index.data(ProgressRole).toDouble();
    if (status == ItemStatus::Uploading && progress >= 0) {
        const QRect bar(start, option.rect.top(), rowlayout::listBar, option.rect.height());
        const bool onRow = selected || index.row() == m_state.dropRow;
        paintProgress(painter, visual(bar), progress, ProgressState::Active, option.direction,
                      onRow ? theme.track : theme.sunken, theme);
        painter->setPen(theme.text);
        const QRect percent(bar.right() + 1 + 8, option.rect.top(), option.rect.right() - bar.right() - 16,
                            option.rect.height());
        const QLocale locale;
        drawTabular(painter, visual(percent), leading(option), locale.toString(int(progress * 100)) + locale.percent());
        return;
    }
    const rowlayout::StatusWords words = rowlayout::statusWords(option.rect, index, m_state.reviewable);
    painter->setPen(status == ItemStatus::Failed     ? theme.danger
                    : status == ItemStatus::Conflict ? theme.warning
                                                     : theme.text2);
    if (!words.link.isEmpty())
        painter->setFont(fontFor(Text::SmallMedium));
    painter->drawText(visual(words.textRect.adjusted(0, 0, 3, 0)), align,
                      painter->fontMetrics().elidedText(words.text, Qt::ElideRight, words.textRect.width() + 3));
    if (words.link.isEmpty())
        return;
    painter->setPen(theme.text2);
    painter->drawText(visual(words.dotRect), align, QStringLiteral("·"));
    QFont link = fontFor(Text::SmallMedium);
    link.setUnderline(m_state.hoverLink && index.row() == m_state.hoverRow);
    painter->setFont(link);
    painter->setPen(theme.accent);
    painter->drawText(visual(words.linkRect), align, words.link);
}

void FileRowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    QRect box = rowlayout::nameRect(option.rect, 0).adjusted(-10, 0, 0, 0);
    const int height = std::min(box.height() - 4, editor->sizeHint().height());
    box = QRect(box.left(), box.top() + (box.height() - height) / 2, box.width(), height);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, box));
}

} // namespace learnlab::ui
