#include "facts.h"

namespace learnlab::ui {

namespace {

void readOnly(const mirror::Reader &reader, const domain::ItemRef &item, Facts &facts)
{
    const QList<mirror::ItemRow> rows = reader.rows({item}, true);
    if (rows.isEmpty())
        return;
    facts.only = rows.first();
    facts.parent = facts.only->parentId;
    if (item.kind != domain::ItemKind::File)
        return;
    facts.file = reader.file(item.fileId());
    facts.links = reader.linksOf(item.fileId());
}

} // namespace

Facts readFacts(const mirror::Reader &reader, const QList<domain::ItemRef> &selected, int count,
                domain::FolderId here)
{
    Facts facts;
    facts.count = count;
    if (count == 0) {
        if (!here.isNull())
            readOnly(reader, domain::ItemRef::of(here), facts);
        return facts;
    }
    if (selected.size() == 1) {
        readOnly(reader, selected.first(), facts);
        return facts;
    }
    facts.more = selected.size() < count;
    for (const mirror::ItemRow &row : reader.rows(selected)) {
        const bool folder = row.ref.kind == domain::ItemKind::Folder;
        (folder ? facts.folders : facts.files) += 1;
        facts.bytes += folder ? 0 : row.size;
    }
    return facts;
}

} // namespace learnlab::ui
