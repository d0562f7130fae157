#include "change_delegate.h"

#include "row_ground.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/models/change_list_model.h"

#include <QPainter>

namespace learnlab::ui {

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {320, heightFor(52, fontFor(Text::Body), 17)};
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int align = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter->save();
    paintRowGround(painter, option, 12);

    const QRect &row = option.rect;
    paintFileIcon(painter, visual(QRect(row.x() + 24, row.y(), 24, row.height())), index.data(ChangeFileTypeRole).value<FileType>(),
                  index.data(ChangeIsFolderRole).toBool(), 24);
    const bool refused = index.data(ChangeRefusedRole).toBool();
    const int start = row.x() + 60;
    const int end = row.right() - 24;
    painter->setFont(fontFor(Text::Body));
    const int line = painter->fontMetrics().height();
    const QRect upper(start, row.center().y() - line, end - start, line);
    painter->setPen(theme.text);
    painter->drawText(visual(upper), align, painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, upper.width()));

    const QRect badge(start, row.center().y() + 1, 16, line);
    const bool through = index.data(ChangeThroughRole).toBool();
    paintBadge(painter, visual(badge), refused ? ItemStatus::Failed : through ? ItemStatus::Synced : ItemStatus::WaitingForNetwork);
    const QRect lower(badge.right() + 8, badge.y(), end - badge.right() - 8, line);
    painter->setFont(fontFor(Text::Small));
    painter->setPen(refused ? theme.danger : theme.text2);
    const QString state = index.data(ChangeStateRole).toString();
    const QString where = QStringLiteral("%1 · %2").arg(index.data(ChangePlaceRole).toString(), index.data(ChangeSinceRole).toString());
    const QString words = refused ? state : state.isEmpty() ? where : QStringLiteral("%1 · %2").arg(state, where);
    painter->drawText(visual(lower), align, painter->fontMetrics().elidedText(words, Qt::ElideRight, lower.width()));
    painter->restore();
}

} // namespace learnlab::ui
