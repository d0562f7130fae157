#include "file_listing.h"

namespace learnlab::ui {

namespace {

constexpr int recentLimit = 200;
constexpr int searchLimit = 500;

} // namespace

QList<domain::ItemRef> refsOf(const mirror::Reader &reader, const Place &place, mirror::Sort sort)
{
    switch (place.view) {
    case Place::View::Folder:
        return reader.childIds(place.folder, sort);
    case Place::View::Recent:
        return reader.recentIds(recentLimit);
    case Place::View::Offline:
        return reader.offlineIds(sort);
    case Place::View::Trash:
        return reader.trashIds();
    case Place::View::Search:
        return reader.searchIds(place.text, searchLimit);
    }
    return {};
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
