#pragma once

#include "mirror/reader.h"

namespace learnlab::ui {

/// What the details pane shows: of one thing everything, of many what they come to. A value.
struct Facts
{
    int count = 0; ///< things that are selected
    qint64 files = 0;
    qint64 folders = 0;
    qint64 bytes = 0; ///< of the files among them
    bool more = false; ///< too many to look at each: the numbers are not known
    std::optional<mirror::ItemRow> only; ///< the one thing, or with nothing selected the folder that is shown
    std::optional<domain::File> file;    ///< where it is a file
    domain::FolderId parent;             ///< of the only one
    QList<domain::Link> links;           ///< to the file, newest first
};

/// Reads them; on a reader's thread. `count` things are selected, of which `selected` names all or, of too many, none;
/// `here` is the folder that is shown.
[[nodiscard]] Facts readFacts(const mirror::Reader &reader, const QList<domain::ItemRef> &selected, int count,
                              domain::FolderId here);

} // namespace learnlab::ui
