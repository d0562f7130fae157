#include "file_listing.h"

namespace learnlab::ui {

namespace {

constexpr int recentLimit = 200;
constexpr int searchLimit = 500;
constexpr int insideLimit = 100;
constexpr std::chrono::milliseconds insidePatience(150); // the next letter may have been typed by then

} // namespace

QList<domain::ItemRef> refsOf(const mirror::Reader &reader, const Place &place, mirror::Sort sort,
                              support::Timestamp now, qsizetype limit)
{
    switch (place.view) {
    case Place::View::Folder:
        return reader.childIds(place.folder, sort, limit);
    case Place::View::Recent:
        return reader.recentIds(recentLimit);
    case Place::View::Offline:
        return reader.offlineIds(sort);
    case Place::View::Trash:
        return reader.trashIds();
    case Place::View::Search:
        return reader.searchIds(mirror::parseSearch(place.text, now), searchLimit);
    case Place::View::ByType:
    case Place::View::Largest:
        return reader.allFileIds(sort, limit);
    }
    return {};
}

QHash<domain::ItemRef, inside::Snippet> addInside(QList<domain::ItemRef> *refs, const mirror::Reader &reader,
                                                  const Place &place, const QString &index, support::Timestamp now)
{
    if (place.view != Place::View::Search || index.isEmpty())
        return {};
    QHash<domain::ItemRef, inside::Snippet> snippets;
    const QSet<domain::ItemRef> called(refs->cbegin(), refs->cend());
    const auto hits = inside::search(index, reader, mirror::parseSearch(place.text, now), insideLimit, insidePatience);
    for (const inside::Hit &hit : hits) {
        const domain::ItemRef ref = domain::ItemRef::of(hit.file);
        snippets.insert(ref, hit.snippet);
        if (!called.contains(ref))
            refs->append(ref);
    }
    return snippets;
}

bool isFlat(const Place &place)
{
    return place.view == Place::View::ByType || place.view == Place::View::Largest;
}

bool hasQuickBeginning(const Place &place, mirror::Sort sort)
{
    // To know who comes first by status needs the status of all.
    return isFlat(place) || (place.view == Place::View::Folder && sort.key != mirror::SortKey::Status);
}

QHash<domain::ItemRef, int> placesIn(const QList<domain::ItemRef> &refs, const QList<domain::ItemRef> &wanted)
{
    const QSet<domain::ItemRef> asked(wanted.cbegin(), wanted.cend());
    QHash<domain::ItemRef, int> places;
    for (qsizetype i = 0; i < refs.size() && places.size() < asked.size(); ++i) {
        if (asked.contains(refs.at(i)))
            places.insert(refs.at(i), static_cast<int>(i));
    }
    return places;
}

bool hasPath(const Place &place)
{
    return place.view != Place::View::Folder;
}

mirror::SortKey keyOf(FileColumn column)
{
    switch (column) {
    case FileColumn::Size:
        return mirror::SortKey::Size;
    case FileColumn::Type:
        return mirror::SortKey::Type;
    case FileColumn::Modified:
        return mirror::SortKey::Modified;
    case FileColumn::Status:
        return mirror::SortKey::Status;
    case FileColumn::Name:
        break;
    }
    return mirror::SortKey::Name;
}

} // namespace learnlab::ui
