#include "problem_layout.h"

#include "transfer_delegate.h"

#include "ui/common/fonts.h"
#include "ui/models/transfer_tree_model.h"

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int partGap = 8;

} // namespace

ProblemLayout problemLayout(const QRect &rect, const QModelIndex &index)
{
    const QFontMetrics medium(fontFor(Text::SmallMedium));
    const QFontMetrics plain(fontFor(Text::Small));
    int x = rect.x() + rect.width() * 3 / 10;
    const auto take = [&](int width) {
        const QRect part(x, rect.y(), std::max(0, std::min(width, rect.right() + 1 - x)), rect.height());
        x += part.width() + partGap;
        return part;
    };
    ProblemLayout layout;
    layout.name = QRect(rect.x(), rect.y(), x - partGap - rect.x(), rect.height());
    layout.badge = take(16);
    const QString link = nextStepText(index);
    const int linkWidth = link.isEmpty() ? 0 : medium.horizontalAdvance(link) + 2;
    const int room = rect.right() + 1 - x - (linkWidth > 0 ? linkWidth + 2 * partGap : 0);
    // What happened is worth more than what to do about it, which the tooltip says too.
    const int titleWidth = std::min(room, medium.horizontalAdvance(index.data(TransferErrorTitleRole).toString()) + 2);
    layout.title = take(titleWidth);
    layout.text = take(std::min(room - titleWidth - partGap, plain.horizontalAdvance(index.data(TransferErrorTextRole).toString()) + 2));
    if (linkWidth > 0)
        layout.link = take(linkWidth);
    return layout;
}

} // namespace learnlab::ui
