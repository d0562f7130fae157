#pragma once

#include <QString>

namespace learnlab::inside {

/// What is kept of a text, and shown of it again: one line with single spaces, without control and bidi characters.
/// Pure.
[[nodiscard]] QString plainText(const QString &text);

} // namespace learnlab::inside
