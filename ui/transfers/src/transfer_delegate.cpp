#include "transfer_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/models/error_text.h"
#include "ui/models/transfer_list_model.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace learnlab::ui {

using domain::TransferState;

namespace {

constexpr int rowHeight = 40;
constexpr int inset = 20;
constexpr int iconSize = 20;
constexpr int gap = 12;
constexpr int buttonSize = 28;
constexpr int rowBarWidth = 190;
constexpr int percentWidth = 44;
constexpr int amountWidth = 132;
constexpr int speedWidth = 80;
constexpr int timeWidth = 120;

TransferState stateOf(const QModelIndex &index)
{
    return index.data(TransferStateRole).value<TransferState>();
}

ProgressState progressState(TransferState state)
{
    switch (state) {
    case TransferState::Failed:
        return ProgressState::Failed;
    case TransferState::Done:
        return ProgressState::Done;
    case TransferState::Waiting:
    case TransferState::Paused:
    case TransferState::Queued:
    case TransferState::Cancelled:
        return ProgressState::Paused;
    default:
        return ProgressState::Active;
    }
}

const char *iconOf(TransferAction action)
{
    switch (action) {
    case TransferAction::Cancel:
        return "close";
    case TransferAction::Pause:
        return "pause";
    case TransferAction::Resume:
        return "resume";
    case TransferAction::Retry:
    case TransferAction::Resolve:
        return "retry";
    }
    return "";
}

QString nameOf(TransferAction action)
{
    switch (action) {
    case TransferAction::Cancel:
        return TransferDelegate::tr("Cancel", "a transfer");
    case TransferAction::Pause:
        return TransferDelegate::tr("Pause", "a transfer");
    case TransferAction::Resume:
        return TransferDelegate::tr("Resume", "a transfer");
    case TransferAction::Retry:
        return TransferDelegate::tr("Retry", "a transfer");
    case TransferAction::Resolve:
        return TransferDelegate::tr("Choose what to do", "a transfer whose name is taken");
    }
    return {};
}

/// The rows of a list lie left to right; in a right-to-left window each rectangle is mirrored within its row.
QRect visual(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace

TransferDelegate::TransferDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {320, heightFor(rowHeight, option.font)};
}

QList<TransferDelegate::Button> TransferDelegate::buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QList<TransferAction> actions;
    if (index.data(TransferCanCancelRole).toBool())
        actions << TransferAction::Cancel;
    if (index.data(TransferIsConflictRole).toBool())
        actions << TransferAction::Resolve;
    else if (index.data(TransferCanRetryRole).toBool())
        actions << TransferAction::Retry;
    else if (index.data(TransferCanResumeRole).toBool())
        actions << TransferAction::Resume;
    else if (index.data(TransferCanPauseRole).toBool())
        actions << TransferAction::Pause;

    QList<Button> buttons;
    int right = option.rect.right() - 8;
    for (const TransferAction action : actions) {
        const QRect rect(right - buttonSize + 1, option.rect.center().y() - buttonSize / 2, buttonSize, buttonSize);
        buttons.append({action, visual(option, rect)});
        right -= buttonSize + 2;
    }
    return buttons;
}

std::optional<TransferDelegate::Button> TransferDelegate::buttonAt(const QPoint &position, const QStyleOptionViewItem &option,
                                                                   const QModelIndex &index) const
{
    const QList<Button> all = buttons(option, index);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Button &button) { return button.rect.contains(position); });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

void TransferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    const QRectF ground = QRectF(option.rect).adjusted(8, 0, -8, 0);
    if (option.state & QStyle::State_Selected)
        paintRounded(painter, ground, 6, option.state & QStyle::State_Active ? theme.sel : theme.selOff);
    else if (option.state & QStyle::State_MouseOver)
        paintRounded(painter, ground, 6, theme.hover);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintRounded(painter, ground.adjusted(1, 1, -1, -1), 6, Qt::transparent, theme.accent, 2);

    const QRect icon(option.rect.x() + inset, option.rect.y(), iconSize, option.rect.height());
    paintFileIcon(painter, visual(option, icon), index.data(TransferFileTypeRole).value<FileType>(), false, iconSize);
    const QRect rest = option.rect.adjusted(inset + iconSize + gap, 0, -(8 + 2 * buttonSize + gap), 0);
    if (stateOf(index) == TransferState::Failed)
        paintProblem(painter, rest, option, index);
    else
        paintMoving(painter, rest, option, index);

    const QPoint pointer = option.widget ? option.widget->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (const Button &button : buttons(option, index)) {
        const bool hovered = option.state & QStyle::State_MouseOver && button.rect.contains(pointer);
        if (hovered)
            paintRounded(painter, button.rect, 6, theme.pressed);
        paintUiIcon(painter, button.rect, QLatin1String(iconOf(button.action)), 16, hovered ? theme.text : theme.text2);
    }
    painter->restore();
}

void TransferDelegate::paintMoving(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const TransferState state = stateOf(index);
    const bool wide = rect.width() > 700;
    int right = rect.right();
    const auto column = [&](int width) {
        const QRect cell(right - width + 1, rect.y(), width, rect.height());
        right -= width + gap;
        return visual(option, cell);
    };
    const auto leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto trailing = QStyle::visualAlignment(option.direction, Qt::AlignRight);

    painter->setFont(fontFor(Text::Small));
    painter->setPen(theme.text2);
    drawTabular(painter, column(timeWidth), leading, index.data(TransferTimeRole).toString());
    if (wide) {
        drawTabular(painter, column(speedWidth), trailing, index.data(TransferSpeedRole).toString());
        drawTabular(painter, column(amountWidth), leading, index.data(TransferAmountRole).toString());
    }
    const double progress = index.data(TransferProgressRole).toDouble();
    const QRect percent = column(percentWidth);
    if (progress >= 0) {
        painter->setPen(theme.text);
        drawTabular(painter, percent, trailing, TransferDelegate::tr("%1%", "progress").arg(static_cast<int>(progress * 100)));
    }
    paintProgress(painter, column(wide ? rowBarWidth : 100), progress, progressState(state), option.direction, theme.track, theme);

    const QRect name = visual(option, QRect(rect.x(), rect.y(), right - rect.x(), rect.height()));
    painter->setFont(fontFor(Text::Body));
    painter->setPen(theme.text);
    painter->drawText(name, static_cast<int>(leading | Qt::AlignVCenter),
                      elidedName(index.data(Qt::DisplayRole).toString(), painter->fontMetrics(), name.width()));
}

void TransferDelegate::paintProblem(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const auto leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const int nameWidth = rect.width() / 2 - gap;
    const QRect name = visual(option, QRect(rect.x(), rect.y(), nameWidth, rect.height()));
    painter->setFont(fontFor(Text::Body));
    painter->setPen(theme.text);
    painter->drawText(name, static_cast<int>(leading | Qt::AlignVCenter),
                      elidedName(index.data(Qt::DisplayRole).toString(), painter->fontMetrics(), name.width()));

    const bool conflict = index.data(TransferIsConflictRole).toBool();
    int x = rect.x() + nameWidth + gap;
    const QRect badge(x, rect.y(), 16, rect.height());
    paintBadge(painter, visual(option, badge), conflict ? ItemStatus::Conflict : ItemStatus::Failed);
    x += 16 + 8;
    const QRect words = visual(option, QRect(x, rect.y(), rect.right() - x, rect.height()));
    painter->setFont(fontFor(Text::Small));
    painter->setPen(conflict ? theme.warning : theme.danger);
    painter->drawText(words, static_cast<int>(leading | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data(TransferErrorTextRole).toString(), Qt::ElideRight, words.width()));
}

bool TransferDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const auto button = mouse->button() == Qt::LeftButton ? buttonAt(mouse->position().toPoint(), option, index) : std::nullopt;
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressedIndex = index;
        m_pressed = button ? std::optional(button->action) : std::nullopt;
        return button.has_value();
    }
    const bool same = button && m_pressed == button->action && m_pressedIndex == index;
    m_pressed.reset();
    if (same)
        Q_EMIT actionTriggered(index, static_cast<int>(button->action));
    return same;
}

bool TransferDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (const auto button = buttonAt(event->pos(), option, index)) {
        QToolTip::showText(event->globalPos(), nameOf(button->action), view, button->rect);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace learnlab::ui
