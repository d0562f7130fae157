#pragma once

#include "inside/search.h"
#include "mirror/read_pool.h"
#include "support/clock.h"
#include "ui/models/backend.h"
#include "ui/models/file_roles.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <QTimer>

#include <array>

namespace learnlab::ui {

struct ListStep;

/// What a list shows.
struct Place
{
    /// ByType and Largest: the files of all folders in one list.
    enum class View { Folder, Recent, Offline, Trash, Search, ByType, Largest };
    View view = View::Folder;
    domain::FolderId folder; ///< Folder: which one
    QString text;            ///< Search: what for
    friend bool operator==(const Place &, const Place &) = default;
};

/// The things of one place: the ids of all rows, and a cache of the rows that were looked at. Every read goes to the
/// mirror's readers and comes back later; data() never waits. When the mirror changes, its readers also work out which
/// rows come, go and move; the model takes those steps in slices of a few milliseconds, so that selection and position
/// stay and the window goes on answering, however long the list. UI thread.
class FileListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FileListModel(const support::Clock &clock, QObject *parent = nullptr);
    ~FileListModel() override;

    /// `inside`: the index of what is in the account's files (inside/search.h), for searches; empty: names alone.
    void setMirror(mirror::ReadPool *mirror, const QString &inside = {}); ///< null: empty
    void setPlace(const Place &place);
    /// In this order from the beginning.
    void setPlace(const Place &place, FileColumn column, Qt::SortOrder order);
    /// A search is about to begin: what it needs is read while the user types the first letter.
    void prepareSearch();
    [[nodiscard]] const Place &place() const { return m_place; }
    void setOffline(bool offline);
    /// What was cut, to be painted so until it is pasted or forgotten.
    void setCut(const QSet<QByteArray> &ids);
    /// What waits for the server, by the thing that it changes.
    void setWaiting(const QHash<domain::ItemRef, domain::OperationKind> &waiting);
    void setLiveNumbers(const Backend::LiveNumbers &numbers);
    void applyChange(const mirror::Change &change);

    [[nodiscard]] bool isLoading() const { return m_loading || m_dirty; }
    [[nodiscard]] domain::ItemRef refAt(int row) const { return m_refs.at(row); }
    /// Null when the row has not been read yet.
    [[nodiscard]] const mirror::ItemRow *rowAt(int row) const;
    /// Looks for a name that begins so, from row `from` on and round the end; the answer is a row, or -1.
    void findName(const QString &beginning, int from, QObject *context, std::function<void(int)> answer);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Ids are found without reading a row.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The first rows of a place are there (or it is empty).
    void loaded();

private:
    struct Listing;
    struct Cached
    {
        mirror::ItemRow row;
        int place = 0;     ///< where it stood when it was last looked at
        quint32 epoch = 0; ///< older than the model's: to be read again when it is looked at
    };

    void read();
    void take(Listing listing);
    void takeReset(Listing listing);
    void takeSteps();
    void takeOrder(const ListStep &step);
    void finishTaking();
    [[nodiscard]] QList<domain::ItemRef> takeStale();
    void noteStale(const mirror::Change &change);
    void rememberRows(const QList<mirror::ItemRow> &rows);
    /// `places`: where they stand, as far as it is known.
    void rowsChanged(const QList<mirror::ItemRow> &rows, const QHash<domain::ItemRef, int> &places = {});
    void tellChanged(const QList<domain::ItemRef> &refs, const QList<int> &roles);
    [[nodiscard]] bool isCut(const domain::ItemRef &ref) const;
    [[nodiscard]] int placeOf(const domain::ItemRef &ref) const;
    void noteShown(int row) const;
    void wantRow(int row) const;
    void fetchWanted();
    [[nodiscard]] bool concerns(const mirror::Change &change) const;
    [[nodiscard]] QVariant rowData(const mirror::ItemRow &row, FileColumn column, int role) const;
    [[nodiscard]] QVariant snippetData(const mirror::ItemRow &row, int role) const;
    [[nodiscard]] QString displayText(const mirror::ItemRow &row, FileColumn column) const;
    [[nodiscard]] QString waitingText(const mirror::ItemRow &row) const;
    [[nodiscard]] ItemStatus statusOf(const mirror::ItemRow &row) const;
    [[nodiscard]] double progressOf(const mirror::ItemRow &row) const;
    [[nodiscard]] QString accessibleText(const mirror::ItemRow &row) const;

    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
    Place m_place;
    mirror::Sort m_sort;
    QString m_inside;
    QStringList m_words; ///< that are searched for
    QHash<domain::ItemRef, inside::Snippet> m_snippets; ///< of what was found in files
    QList<domain::ItemRef> m_refs;
    mutable QCache<domain::ItemRef, Cached> m_rows;
    QHash<domain::TransferId, domain::ItemRef> m_moving; ///< the rows behind which a transfer is
    mutable QSet<int> m_wanted; ///< pages asked for by a view and not read yet
    mutable bool m_fetchScheduled = false;
    mutable std::array<domain::ItemRef, 128> m_shown{}; ///< what views looked at last, round and round
    mutable size_t m_shownNext = 0;
    mutable int m_shownRow = -1;
    Backend::LiveNumbers m_live;
    QSet<QByteArray> m_cut;
    QHash<domain::ItemRef, domain::OperationKind> m_waiting;
    QLocale m_locale;
    std::unique_ptr<Listing> m_taking; ///< what was read and is being taken step by step
    QTimer m_slice;                    ///< until the next steps
    QTimer m_pause;                    ///< between two readings
    QSet<domain::ItemRef> m_stale;     ///< rows that changed since the last reading began
    bool m_allStale = false;
    quint32 m_epoch = 1;
    quint64 m_generation = 0; ///< of the reading under way; answers to older ones are dropped
    bool m_reset = true;      ///< the next listing is of another place
    bool m_wantsFirst = true; ///< the next reading brings the first rows alone, where they come quicker than all
    bool m_loading = false;
    bool m_dirty = false;     ///< the mirror changed while a reading was under way
    bool m_offline = false;
};

} // namespace learnlab::ui
