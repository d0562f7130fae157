#pragma once

#include <QString>

#include <optional>

namespace learnlab::cli {

/// The first line of standard input. None when there is none.
[[nodiscard]] std::optional<QString> passwordFromInput();
/// Asks at the terminal without showing what is typed. None without a terminal, or when interrupted.
[[nodiscard]] std::optional<QString> askPassword(const QString &question);

} // namespace learnlab::cli
