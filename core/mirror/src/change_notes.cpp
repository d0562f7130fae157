#include "change_notes.h"

#include <utility>

namespace learnlab::mirror {

namespace {

constexpr qsizetype mostListed = 1000;

} // namespace

void ChangeNotes::folder(domain::FolderId folder)
{
    if (isTooMuch())
        return;
    m_folders.insert(folder);
    // Its row shows how many things are in it.
    if (!folder.isNull())
        m_items.insert(domain::ItemRef::of(folder));
}

void ChangeNotes::item(const domain::ItemRef &ref)
{
    if (isTooMuch())
        return;
    m_items.insert(ref);
}

bool ChangeNotes::isTooMuch() const
{
    return m_folders.size() + m_items.size() > mostListed;
}

Change ChangeNotes::take()
{
    Change change = std::exchange(m_flags, Change());
    const QSet<domain::FolderId> folders = std::exchange(m_folders, {});
    const QSet<domain::ItemRef> items = std::exchange(m_items, {});
    if (folders.size() + items.size() > mostListed)
        change.everything = true;
    if (change.everything)
        return change;
    change.folders = QList<domain::FolderId>(folders.begin(), folders.end());
    change.items = QList<domain::ItemRef>(items.begin(), items.end());
    return change;
}

} // namespace learnlab::mirror
