#pragma once

#include "mirror/rows.h"

#include <QSet>

namespace learnlab::mirror {

/// Collects what writes changed until somebody asks. More than anybody wants listed becomes "everything".
class ChangeNotes
{
public:
    void folder(domain::FolderId folder);
    void item(const domain::ItemRef &ref);
    void everything() { m_flags.everything = true; }
    void trash() { m_flags.trash = true; }
    void transfers() { m_flags.transfers = true; }
    void operations() { m_flags.operations = true; }
    void history() { m_flags.history = true; }
    void links() { m_flags.links = true; }
    void account() { m_flags.account = true; }
    [[nodiscard]] Change take();

private:
    [[nodiscard]] bool isTooMuch() const;

    QSet<domain::FolderId> m_folders;
    QSet<domain::ItemRef> m_items;
    Change m_flags;
};

} // namespace learnlab::mirror
