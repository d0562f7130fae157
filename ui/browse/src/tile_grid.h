#pragma once

#include <QtCore/QRect>

#include <utility>

namespace learnlab::ui {

// Where tiles lie, worked out and not laid out: a million of them cost what one costs. In logical coordinates (left to
// right) of the whole content; rows of the model are numbered from 0.
struct TileGrid
{
    static constexpr int sideMargin = 16;
    static constexpr int topMargin = 12;
    static constexpr int gap = 8;

    int count = 0;
    int columns = 1;
    QSize tile;

    // As many columns of LEAST and more as WIDTH holds; they share the rest. BELOW: height of a tile without its
    // picture, which is SHAPE as high as it is wide.
    [[nodiscard]] static TileGrid of(int width, int count, int least, int below, double shape);

    [[nodiscard]] int lines() const { return (count + columns - 1) / columns; }
    [[nodiscard]] int height() const; // of the whole content
    [[nodiscard]] QRect rectOf(int row) const;
    [[nodiscard]] int rowAt(const QPoint &point) const;   // -1: between tiles, or beyond them
    [[nodiscard]] int nearest(const QPoint &point) const; // -1: there are none
    // The first and the last line that touch this stretch; first > last: none.
    [[nodiscard]] std::pair<int, int> linesIn(int top, int bottom) const;
    // The columns that touch this stretch.
    [[nodiscard]] std::pair<int, int> columnsIn(int left, int right) const;
};

// The parts of one tile, in logical coordinates.
struct TileParts
{
    static constexpr int inset = 9;

    QRect picture;
    QRect words; // the name in two lines, and the caption below it
    QRect badge;
    QRect bar;

    [[nodiscard]] static TileParts of(const QRect &tile, int below);
    // What a tile needs below its picture in the fonts of today.
    [[nodiscard]] static int heightBelow();
};

} // namespace learnlab::ui
