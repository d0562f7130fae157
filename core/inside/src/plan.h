#pragma once

#include "mirror/reader.h"

#include <QSet>

namespace learnlab::inside {

/// Whether a file that is called so may have words in it that `learnlab-render` can read. Pure.
[[nodiscard]] bool mayHaveWords(const QString &name, const QString &mimeType);

/// What is to be done so that the index holds what is here.
struct Work
{
    QSet<QByteArray> gone;    ///< digests in the index of what is not here any more
    QList<QByteArray> unread; ///< digests of what is here and not in the index
};

[[nodiscard]] Work workFor(const mirror::Reader &reader, const QSet<QByteArray> &known);

} // namespace learnlab::inside
