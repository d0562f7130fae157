#pragma once

#include "domain/link.h"

namespace learnlab::mirror {

/// A link as a list shows it.
struct LinkRow
{
    domain::Link link;
    QString name; ///< of the file; empty: the mirror does not know it yet
    QString path; ///< of its folder, "/A/B"
    QString mimeType;
    bool open = true; ///< false while the file, or a folder above it, is in trash

    friend bool operator==(const LinkRow &, const LinkRow &) = default;
};

} // namespace learnlab::mirror
