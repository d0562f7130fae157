#pragma once

#include <QImage>

namespace learnlab::tests {

/// How unlike two pictures of a window are, from 0 to 1: the largest difference of brightness between two patches of 20 by 20
/// pixels. Another version of a font, or another smoothing, moves a patch by little; what is missing, elsewhere, or of
/// another colour moves one by much.
[[nodiscard]] double unlikeness(const QImage &one, const QImage &other);

} // namespace learnlab::tests
