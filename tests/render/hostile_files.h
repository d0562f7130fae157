#pragma once

#include <QByteArray>
#include <QSize>

namespace learnlab::tests {

/// Files as strangers might send them.

/// A PNG whose head promises `size`; with so many bytes of compressed zeros in it.
[[nodiscard]] QByteArray pngOf(const QSize &size, qsizetype zeros);
/// The head of a bitmap of `size`, without its pixels.
[[nodiscard]] QByteArray bitmapHead(const QSize &size);
/// A page that draws a form that draws a form ten times ten times ten times.
[[nodiscard]] QByteArray endlessPdf();

} // namespace learnlab::tests
