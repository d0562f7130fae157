// Where FileListModel gets its list from, and how it follows the mirror. Its cache of rows is in file_list_rows.cpp.
#include "ui/models/file_list_model.h"

#include "file_listing.h"

#include <QElapsedTimer>

#include <chrono>

namespace learnlab::ui {

namespace {

using namespace std::chrono_literals;

constexpr int cachedRows = 5000;
constexpr int firstScreen = 100;
// A frame lasts 16 ms, and the views have their part to do.
constexpr int sliceMs = 4;
// While much arrives the list is read anew so often at most: each reading goes through all of it.
constexpr auto pauseBetweenReadings = 80ms;
// and never for more than a quarter of the time.
constexpr int pausesPerReading = 3;
// Shorter lists are put into another order at once.
constexpr qsizetype longList = 10'000;

} // namespace

FileListModel::FileListModel(const support::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_rows(cachedRows)
{
    m_slice.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenReadings);
    connect(&m_slice, &QTimer::timeout, this, &FileListModel::takeSteps);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_dirty && m_mirror && !m_loading)
            read();
    });
}

FileListModel::~FileListModel() = default;

void FileListModel::setMirror(mirror::ReadPool *mirror, const QString &inside)
{
    m_mirror = mirror;
    m_inside = inside;
    ++m_generation; // answers of the old mirror are not for us any more
    m_taking.reset();
    m_loading = m_dirty = false;
    beginResetModel();
    m_refs.clear();
    m_rows.clear();
    m_moving.clear();
    m_wanted.clear();
    m_snippets.clear();
    endResetModel();
    m_reset = m_wantsFirst = true;
    if (m_mirror)
        read();
}

void FileListModel::setPlace(const Place &place, FileColumn column, Qt::SortOrder order)
{
    m_sort = {keyOf(column), order == Qt::DescendingOrder};
    setPlace(place);
}

void FileListModel::prepareSearch()
{
    if (!m_mirror)
        return;
    m_mirror->ask<bool>(
        this,
        [](const mirror::Reader &reader) {
            reader.prepareSearch();
            return true;
        },
        [](bool) {});
}

void FileListModel::setPlace(const Place &place)
{
    m_place = place;
    m_words = place.view == Place::View::Search ? mirror::parseSearch(place.text, m_clock.now()).words : QStringList();
    m_reset = m_wantsFirst = true;
    m_loading = false;
    m_taking.reset();
    if (m_mirror)
        read();
}

void FileListModel::sort(int column, Qt::SortOrder order)
{
    const mirror::Sort sort{keyOf(static_cast<FileColumn>(column)), order == Qt::DescendingOrder};
    if (sort.key == m_sort.key && sort.descending == m_sort.descending)
        return;
    m_sort = sort;
    m_wantsFirst = true;
    m_dirty = true; // also when a reading in the old order is under way
    if (m_mirror && !m_loading)
        read();
}

bool FileListModel::concerns(const mirror::Change &change) const
{
    if (change.everything)
        return true;
    switch (m_place.view) {
    case Place::View::Folder:
        return change.folders.contains(m_place.folder);
    case Place::View::Trash:
        return change.trash;
    case Place::View::Recent:
    case Place::View::Offline:
    case Place::View::Search:
    case Place::View::ByType:
    case Place::View::Largest:
        return !change.folders.isEmpty() || !change.items.isEmpty() || change.trash;
    }
    return true;
}

void FileListModel::applyChange(const mirror::Change &change)
{
    if (!m_mirror)
        return;
    noteStale(change);
    if (concerns(change)) {
        m_dirty = true;
        if (!m_loading && !m_pause.isActive())
            read();
        return;
    }
    const QList<domain::ItemRef> shown = takeStale();
    if (shown.isEmpty())
        return;
    m_mirror->ask<QList<mirror::ItemRow>>(
        this,
        [shown, withPath = hasPath(m_place)](const mirror::Reader &reader) { return reader.rows(shown, withPath); },
        [this](QList<mirror::ItemRow> rows) { rowsChanged(rows); });
}

void FileListModel::read()
{
    if (m_loading && !m_reset) {
        m_dirty = true; // one more reading after this one will see it all
        return;
    }
    m_loading = true;
    m_dirty = false;
    const bool reset = std::exchange(m_reset, false);
    const bool first = std::exchange(m_wantsFirst, false) && hasQuickBeginning(m_place, m_sort) &&
                       (reset || m_refs.size() > longList);
    const quint64 generation = ++m_generation;
    // What is on the screen now is read again in the same snapshot, so that nothing flickers.
    m_mirror->ask<std::shared_ptr<Listing>>(
        this,
        [place = m_place, sort = m_sort, now = m_clock.now(), inside = m_inside, reset, first, before = m_refs,
         stale = takeStale()](const mirror::Reader &reader) {
            QElapsedTimer clock;
            clock.start();
            auto listing = std::make_shared<Listing>();
            listing->reset = reset;
            QList<domain::ItemRef> refs = refsOf(reader, place, sort, now, first ? firstScreen + 1 : -1);
            listing->snippets = addInside(&refs, reader, place, inside, now);
            listing->first = first && (!reset || refs.size() > firstScreen);
            if (reset) {
                listing->rows = reader.rows(refs.mid(0, firstScreen), hasPath(place));
                listing->refs = std::move(refs);
            } else if (first) {
                listing->rows = reader.rows(stale + refs, hasPath(place));
                if (auto step = bringToFront(before, refs))
                    listing->steps.push_back(std::move(*step));
            } else {
                listing->rows = reader.rows(stale, hasPath(place));
                listing->places = placesIn(refs, stale);
                for (ListStep &step : stepsBetween(before, refs))
                    listing->steps.push_back(std::move(step));
            }
            listing->took = clock.elapsed();
            return listing;
        },
        [this, generation](const std::shared_ptr<Listing> &listing) {
            if (generation == m_generation)
                take(std::move(*listing));
        });
}

void FileListModel::take(Listing listing)
{
    m_pause.setInterval(std::max(pauseBetweenReadings, std::chrono::milliseconds(listing.took * pausesPerReading)));
    if (listing.reset)
        return takeReset(std::move(listing));
    m_wanted.clear();
    m_taking = std::make_unique<Listing>(std::move(listing));
    takeSteps();
}

void FileListModel::takeReset(Listing listing)
{
    beginResetModel();
    m_refs = std::move(listing.refs);
    m_snippets = std::move(listing.snippets);
    m_rows.clear();
    m_moving.clear();
    m_wanted.clear();
    rememberRows(listing.rows);
    m_dirty = m_dirty || listing.first;
    endResetModel();
    finishTaking();
    if (listing.first && m_mirror)
        read();
}

void FileListModel::takeSteps()
{
    if (!m_taking)
        return;
    QElapsedTimer clock;
    clock.start();
    while (!m_taking->steps.empty()) {
        if (clock.elapsed() >= sliceMs) {
            m_slice.start(0);
            return;
        }
        const ListStep step = std::move(m_taking->steps.front());
        m_taking->steps.pop_front();
        const int last = step.first + step.count - 1;
        switch (step.kind) {
        case ListStep::Kind::Remove:
            beginRemoveRows({}, step.first, last);
            takeStep(&m_refs, step);
            endRemoveRows();
            break;
        case ListStep::Kind::Insert:
            beginInsertRows({}, step.first, last);
            takeStep(&m_refs, step);
            endInsertRows();
            break;
        case ListStep::Kind::Order:
            takeOrder(step);
            break;
        }
    }
    const auto taken = std::exchange(m_taking, nullptr);
    m_snippets = taken->snippets;
    m_dirty = m_dirty || taken->first;
    rowsChanged(taken->rows, taken->places);
    finishTaking();
    if (taken->first && m_mirror)
        read();
}

void FileListModel::takeOrder(const ListStep &step)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before) {
        const int row = old.row() - step.first;
        after.append(row < 0 || row >= step.count ? old : index(step.first + step.places.at(row), old.column()));
    }
    takeStep(&m_refs, step);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void FileListModel::finishTaking()
{
    m_loading = false;
    m_shownRow = -1;
    Q_EMIT loaded();
    m_pause.start();
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_refs.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fileColumnCount;
}

Qt::ItemFlags FileListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const bool trash = m_place.view == Place::View::Trash;
    if (!trash && m_refs.at(index.row()).kind == domain::ItemKind::Folder)
        flags |= Qt::ItemIsDropEnabled;
    if (!trash && index.column() == static_cast<int>(FileColumn::Name))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace learnlab::ui
