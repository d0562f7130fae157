#pragma once

#include <QImage>

namespace learnlab::tests {

/// 256 colours are enough for an interface, and a third of the size: those that most pixels have, then those that none of
/// them is like.
[[nodiscard]] QImage withFewColors(const QImage &source);

} // namespace learnlab::tests
