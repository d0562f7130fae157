#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QJsonValue>

namespace learnlab::api {

/// What an answer that is no success means: by the problem's code, else by its status. `retryAfter` and `date` are the
/// values of the headers of these names.
[[nodiscard]] domain::Error errorOfAnswer(int status, const QByteArray &body, const QByteArray &retryAfter,
                                          const QByteArray &date = {});

/// A problem inside a batch's answer. What cannot be understood is BadAnswer.
[[nodiscard]] domain::Error parseProblem(const QJsonValue &problem);

} // namespace learnlab::api
