#pragma once

#include "mirror/reader.h"

#include <QHash>

namespace learnlab::content {

/// Questions to the mirror about what is to be kept here. Any thread that may use the reader.

/// The live files that this is or holds, at any depth.
[[nodiscard]] QList<domain::File> filesOf(const mirror::Reader &reader, domain::ItemRef item);
/// Whether these bytes are here and are the file's present ones.
[[nodiscard]] bool isCurrent(const std::optional<mirror::ContentRow> &content, const domain::File &file);
/// On the server, so that it can be fetched.
[[nodiscard]] bool canBeFetched(const domain::File &file);
/// Downloads into the kept content that are not over, by file.
[[nodiscard]] QHash<domain::FileId, domain::TransferId> fetches(const mirror::Reader &reader);

} // namespace learnlab::content
