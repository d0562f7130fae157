#include "transfer_delegate.h"

#include "problem_layout.h"
#include "row_ground.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/models/transfer_tree_model.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

namespace learnlab::ui {

using domain::TransferState;

namespace {

constexpr int rowHeight = 40;
constexpr int inset = 36;
constexpr int childIndent = 24;
constexpr int chevronStart = 14;
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

TransferRowKind kindOf(const QModelIndex &index)
{
    return index.data(TransferRowKindRole).value<TransferRowKind>();
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
        return "retry";
    case TransferAction::NextStep:
    case TransferAction::Open:
        break;
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
    case TransferAction::NextStep:
    case TransferAction::Open:
        break;
    }
    return {};
}

/// The rows of a list lie left to right; in a right-to-left window each rectangle is mirrored within its row.
QRect visual(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

int leading(const QStyleOptionViewItem &option)
{
    return static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
}

bool isOpen(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Open;
}

} // namespace

QString nextStepText(const QModelIndex &index)
{
    switch (index.data(TransferNextStepRole).value<domain::NextStep>()) {
    case domain::NextStep::ResolveName:
        return TransferDelegate::tr("Review", "@action:link");
    case domain::NextStep::SignIn:
        return TransferDelegate::tr("Sign in", "@action:link");
    case domain::NextStep::SignInToNetwork:
        return TransferDelegate::tr("Open browser", "@action:link");
    case domain::NextStep::AllowMetered:
        return TransferDelegate::tr("Transfer anyway", "@action:link");
    case domain::NextStep::ChooseFile:
        return TransferDelegate::tr("Choose file…", "@action:link");
    case domain::NextStep::CheckFile:
    case domain::NextStep::RenameFile:
        return TransferDelegate::tr("Show file", "@action:link");
    case domain::NextStep::ChooseFolder:
        return TransferDelegate::tr("Upload here", "@action:link, into the folder that is open");
    default:
        return {};
    }
}

TransferDelegate::TransferDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {320, heightFor(rowHeight, option.font)};
}

TransferDelegate::Layout TransferDelegate::layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect &row = option.rect;
    const int start = row.x() + inset + (index.parent().isValid() ? childIndent : 0);
    Layout layout;
    layout.chevron = QRect(row.x() + chevronStart, row.y(), 16, row.height());
    layout.icon = QRect(start, row.y(), iconSize, row.height());
    const int end = row.right() - (8 + 2 * (buttonSize + 2) + gap);
    const int first = start + iconSize + gap;
    layout.rest = QRect(first, row.y(), end - first, row.height());
    return layout;
}

QList<TransferDelegate::Button> TransferDelegate::buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (kindOf(index) == TransferRowKind::Section)
        return {};
    const Layout layout = layoutOf(option, index);
    QList<Button> buttons;
    int right = option.rect.right() - 8;
    const auto add = [&](TransferAction action) {
        const QRect rect(right - buttonSize + 1, option.rect.center().y() - buttonSize / 2, buttonSize, buttonSize);
        buttons.append({action, visual(option, rect)});
        right -= buttonSize + 2;
    };
    if (index.data(TransferCanCancelRole).toBool())
        add(TransferAction::Cancel);
    if (index.data(TransferCanResumeRole).toBool())
        add(TransferAction::Resume);
    else if (index.data(TransferCanPauseRole).toBool() && stateOf(index) != TransferState::Waiting)
        add(TransferAction::Pause);
    else if (index.data(TransferCanRetryRole).toBool() && nextStepText(index) != tr("Review", "@action:link"))
        add(TransferAction::Retry);
    if (kindOf(index) == TransferRowKind::Group)
        buttons.append({TransferAction::Open, visual(option, layout.chevron.adjusted(-6, 0, 6, 0))});
    if (stateOf(index) == TransferState::Failed && kindOf(index) == TransferRowKind::Transfer) {
        const QRect link = problemLayout(layout.rest, index).link;
        if (link.isValid())
            buttons.append({TransferAction::NextStep, visual(option, link)});
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
    painter->save();
    if (kindOf(index) == TransferRowKind::Section) {
        paintSection(painter, option, index);
        painter->restore();
        return;
    }
    const Theme &theme = themeOf(option.widget);
    paintRowGround(painter, option, 8);

    const Layout layout = layoutOf(option, index);
    if (kindOf(index) == TransferRowKind::Group) {
        paintUiIcon(painter, visual(option, layout.chevron), isOpen(option) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-end"),
                    16, theme.text2, !isOpen(option) && option.direction == Qt::RightToLeft);
    }
    paintFileIcon(painter, visual(option, layout.icon), index.data(TransferFileTypeRole).value<FileType>(),
                  index.data(TransferIsFolderRole).toBool(), iconSize);
    if (stateOf(index) == TransferState::Failed && kindOf(index) == TransferRowKind::Transfer)
        paintProblem(painter, layout.rest, option, index);
    else
        paintMoving(painter, layout.rest, option, index);

    const QPoint pointer = option.widget ? option.widget->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (const Button &button : buttons(option, index)) {
        if (button.action == TransferAction::NextStep || button.action == TransferAction::Open)
            continue;
        const bool hovered = option.state & QStyle::State_MouseOver && button.rect.contains(pointer);
        if (hovered)
            paintRounded(painter, button.rect, 6, theme.pressed);
        paintUiIcon(painter, button.rect, QLatin1String(iconOf(button.action)), 16, hovered ? theme.text : theme.text2);
    }
    painter->restore();
}

void TransferDelegate::paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const QRect row = option.rect.adjusted(20, 0, -20, 0);
    paintHairline(painter, row.topLeft() + QPoint(0, 4), row.topRight() + QPoint(0, 4), theme.lineStrong);
    painter->setFont(fontFor(Text::SmallMedium));
    painter->setPen(theme.text2);
    painter->drawText(row.adjusted(0, 6, 0, 0), leading(option), index.data(Qt::DisplayRole).toString());
}

void TransferDelegate::paintName(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const QString name = displayName(index.data(Qt::DisplayRole).toString(), option.direction);
    const QString count = index.data(TransferCountRole).toString();
    painter->setFont(fontFor(count.isEmpty() ? Text::Body : Text::Label));
    painter->setPen(theme.text);
    const QString shown = elidedName(name, painter->fontMetrics(), rect.width());
    painter->drawText(visual(option, rect), leading(option), shown);
    if (count.isEmpty())
        return;
    const int used = painter->fontMetrics().horizontalAdvance(shown + QLatin1Char(' '));
    painter->setFont(fontFor(Text::Body));
    painter->setPen(theme.text2);
    const QRect rest = rect.adjusted(used, 0, 0, 0);
    painter->drawText(visual(option, rest), leading(option),
                      painter->fontMetrics().elidedText(QStringLiteral("· ") + count, Qt::ElideRight, rest.width()));
}

void TransferDelegate::paintMoving(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const double scale = textScale();
    const bool wide = rect.width() > 700 * scale;
    int right = rect.right();
    const auto column = [&](int width) {
        const int scaled = static_cast<int>(width * scale);
        const QRect cell(right - scaled + 1, rect.y(), scaled, rect.height());
        right -= scaled + gap;
        return visual(option, cell);
    };
    const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);

    painter->setFont(fontFor(Text::Small));
    painter->setPen(theme.text2);
    drawTabular(painter, column(timeWidth), start, index.data(TransferTimeRole).toString());
    if (wide) {
        drawTabular(painter, column(speedWidth), end, index.data(TransferSpeedRole).toString());
        drawTabular(painter, column(amountWidth), start, index.data(TransferAmountRole).toString());
    }
    const double progress = index.data(TransferProgressRole).toDouble();
    const QRect percent = column(percentWidth);
    if (progress >= 0) {
        painter->setPen(theme.text);
        const QLocale locale;
        drawTabular(painter, percent, end, locale.toString(static_cast<int>(progress * 100)) + locale.percent());
    }
    paintProgress(painter, column(wide ? rowBarWidth : 100), progress, progressState(stateOf(index)), option.direction, theme.track, theme);
    paintName(painter, QRect(rect.x(), rect.y(), right - rect.x(), rect.height()), option, index);
}

void TransferDelegate::paintProblem(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const ProblemLayout layout = problemLayout(rect, index);
    paintName(painter, layout.name, option, index);
    const bool conflict = index.data(TransferNextStepRole).value<domain::NextStep>() == domain::NextStep::ResolveName;
    paintBadge(painter, visual(option, layout.badge), conflict ? ItemStatus::Conflict : ItemStatus::Failed);
    painter->setFont(fontFor(Text::SmallMedium));
    painter->setPen(conflict ? theme.warning : theme.danger);
    painter->drawText(visual(option, layout.title), leading(option),
                      painter->fontMetrics().elidedText(index.data(TransferErrorTitleRole).toString(), Qt::ElideRight, layout.title.width()));
    painter->setFont(fontFor(Text::Small));
    painter->setPen(theme.text2);
    painter->drawText(visual(option, layout.text), leading(option),
                      painter->fontMetrics().elidedText(index.data(TransferErrorTextRole).toString(), Qt::ElideRight, layout.text.width()));
    if (!layout.link.isValid())
        return;
    painter->setFont(fontFor(Text::SmallMedium));
    painter->setPen(theme.accent);
    painter->drawText(visual(option, layout.link), leading(option), nextStepText(index));
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
    const auto button = buttonAt(event->pos(), option, index);
    if (button && !nameOf(button->action).isEmpty()) {
        QToolTip::showText(event->globalPos(), nameOf(button->action), view, button->rect);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace learnlab::ui
