#pragma once

#include <QJsonValue>
#include <QString>

namespace learnlab::tests {

/// The answer of that name as the server gives it.
[[nodiscard]] QByteArray goldenBytes(const QString &name);
[[nodiscard]] QJsonValue golden(const QString &name);

} // namespace learnlab::tests
