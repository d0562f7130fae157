#include "tile_grid.h"

#include <ui/common/fonts.h>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int gapOverName = 8;
constexpr int gapUnderName = 2;
constexpr int foot = 11;
constexpr int badgeDisc = 22;

int lineOf(Text role, int designed)
{
    return heightFor(designed, fontFor(role), 0);
}

} // namespace

TileGrid TileGrid::of(int width, int count, int least, int below, double shape)
{
    TileGrid grid;
    grid.count = count;
    const int room = std::max(least, width - 2 * sideMargin);
    grid.columns = std::max(1, (room + gap) / (least + gap));
    const int side = (room - (grid.columns - 1) * gap) / grid.columns;
    grid.tile = QSize(side, TileParts::inset + int((side - 2 * TileParts::inset) * shape) + below);
    return grid;
}

int TileGrid::height() const
{
    return count == 0 ? 0 : 2 * topMargin + lines() * (tile.height() + gap) - gap;
}

QRect TileGrid::rectOf(int row) const
{
    const int line = row / columns;
    const int column = row % columns;
    return {{sideMargin + column * (tile.width() + gap), topMargin + line * (tile.height() + gap)}, tile};
}

int TileGrid::rowAt(const QPoint &point) const
{
    const int row = nearest(point);
    return row >= 0 && rectOf(row).contains(point) ? row : -1;
}

int TileGrid::nearest(const QPoint &point) const
{
    if (count == 0)
        return -1;
    const int column = std::clamp((point.x() - sideMargin) / (tile.width() + gap), 0, columns - 1);
    const int line = std::clamp((point.y() - topMargin) / (tile.height() + gap), 0, lines() - 1);
    return std::min(line * columns + column, count - 1);
}

std::pair<int, int> TileGrid::linesIn(int top, int bottom) const
{
    const int step = tile.height() + gap;
    return {std::max(0, (top - topMargin + gap) / step), std::min(lines() - 1, (bottom - topMargin) / step)};
}

std::pair<int, int> TileGrid::columnsIn(int left, int right) const
{
    const int step = tile.width() + gap;
    if (right < sideMargin)
        return {0, -1};
    return {std::max(0, (left - sideMargin + gap) / step), std::min(columns - 1, (right - sideMargin) / step)};
}

TileParts TileParts::of(const QRect &tile, int below)
{
    TileParts parts;
    parts.picture =
        QRect(tile.left() + inset, tile.top() + inset, tile.width() - 2 * inset, tile.height() - inset - below);
    const int top = parts.picture.bottom() + 1 + gapOverName;
    parts.words = QRect(tile.left() + inset, top, tile.width() - 2 * inset, tile.bottom() + 1 - foot - top);
    parts.badge = QRect(parts.picture.right() - 27, parts.picture.bottom() - 23, badgeDisc, badgeDisc);
    parts.bar = QRect(parts.picture.left() + 8, parts.badge.top(), parts.badge.left() - 10 - parts.picture.left() - 8,
                      badgeDisc);
    return parts;
}

int TileParts::heightBelow()
{
    return gapOverName + 2 * lineOf(Text::SmallMedium, 16) + gapUnderName + lineOf(Text::Caption, 16) + foot;
}

} // namespace learnlab::ui
