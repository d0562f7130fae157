#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace learnlab::render {

/// Bytes as text, whatever they are written in: by their mark, as UTF-8 or UTF-16 if they are that, else as Latin 1 (as
/// Windows means it). Nothing when they are no text. Line ends are LF, and what no text has is left out. `cut`: they go
/// on elsewhere, so the last letter may be half.
[[nodiscard]] std::optional<QString> decoded(const QByteArray &bytes, bool cut);

} // namespace learnlab::render
