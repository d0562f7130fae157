#include "changes_page.h"

namespace learnlab::sync {

mirror::ChangesPage pageOf(api::Changes changes)
{
    mirror::ChangesPage page;
    page.cursor = std::move(changes.cursor);
    page.more = changes.more;
    page.folders = std::move(changes.folders);
    page.files = std::move(changes.files);
    page.removed.reserve(changes.removed.size());
    for (const api::Removed &removed : changes.removed)
        page.removed.append({removed.item, removed.revision});
    page.links = std::move(changes.links);
    page.profile = std::move(changes.profile);
    page.usage = changes.usage;
    return page;
}

bool bringsNothing(const mirror::ChangesPage &page)
{
    return page.folders.isEmpty() && page.files.isEmpty() && page.removed.isEmpty() && page.links.isEmpty() && !page.profile && !page.usage;
}

} // namespace learnlab::sync
