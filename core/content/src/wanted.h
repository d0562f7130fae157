#pragma once

#include "mirror/reader.h"

namespace learnlab::content {

/// Questions to the mirror about what is to be kept here. Any thread that may use the reader.

/// The live files that this is or holds, at any depth.
[[nodiscard]] QList<domain::File> filesOf(const mirror::Reader &reader, const domain::ItemRef &item);
/// The live files that the user keeps, by themselves or with a folder.
[[nodiscard]] QList<domain::File> keptFiles(const mirror::Reader &reader);
/// Whether these bytes are here and are the file's present ones.
[[nodiscard]] bool isCurrent(const std::optional<mirror::ContentRow> &content, const domain::File &file);
/// On the server, so that it can be fetched.
[[nodiscard]] bool canBeFetched(const domain::File &file);

} // namespace learnlab::content
