#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace learnlab::transfer {

enum class Direction { Put, Get };

/// What an object store's refusal means. `body` is the beginning of its answer: problem+json or the XML of S3; only
/// codes in it are looked at, never sentences.
[[nodiscard]] domain::Error storeError(Direction direction, long status, const QByteArray &body,
                                       const QByteArray &retryAfter);
/// What libcurl's result means when no answer came.
[[nodiscard]] domain::Error curlError(int code);

} // namespace learnlab::transfer
