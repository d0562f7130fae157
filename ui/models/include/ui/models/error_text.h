#pragma once

#include "domain/error.h"

#include <QString>

namespace learnlab::ui {

/// The user's words for an error, in three parts: what happened, what is safe, what to do. The one place for them.
struct ErrorText
{
    QString title;   ///< what happened, one short sentence
    QString text;    ///< what is safe and what to do
    QString details; ///< code and diagnosis, for "Details"; copyable

    /// The whole message as one line.
    [[nodiscard]] QString sentence() const { return text.isEmpty() ? title : title + QLatin1Char(' ') + text; }
};

[[nodiscard]] ErrorText errorText(const domain::Error &error);
/// Two or three words for a narrow column: "Name taken", "Disk full".
[[nodiscard]] QString errorLabel(domain::ErrorCode code);

} // namespace learnlab::ui
