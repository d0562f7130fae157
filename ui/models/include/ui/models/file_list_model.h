#pragma once

#include "mirror/read_pool.h"
#include "support/clock.h"
#include "ui/models/backend.h"
#include "ui/models/file_roles.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QLocale>
#include <QSet>

namespace learnlab::ui {

/// What a list shows.
struct Place
{
    enum class View { Folder, Recent, Offline, Trash, Search };
    View view = View::Folder;
    domain::FolderId folder; ///< Folder: which one
    QString text;            ///< Search: what for
    friend bool operator==(const Place &, const Place &) = default;
};

/// The things of one place: the ids of all rows, and a cache of the rows that were looked at. Every read goes to the
/// mirror's readers and comes back later; data() never waits. When the mirror changes, rows are moved, put in and taken
/// out one by one, so that selection and position stay. UI thread.
class FileListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FileListModel(const support::Clock &clock, QObject *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror); ///< null: empty
    void setPlace(const Place &place);
    [[nodiscard]] const Place &place() const { return m_place; }
    void setOffline(bool offline);
    void setLiveNumbers(const Backend::LiveNumbers &numbers);
    void applyChange(const mirror::Change &change);

    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] domain::ItemRef refAt(int row) const { return m_refs.at(row); }
    [[nodiscard]] int rowOf(const domain::ItemRef &ref) const { return m_refs.indexOf(ref); }
    /// Null when the row has not been read yet.
    [[nodiscard]] const mirror::ItemRow *rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A new name: asks for it by renameRequested; the row changes when the mirror has.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The first rows of a place are there (or it is empty).
    void loaded();
    void renameRequested(const learnlab::domain::ItemRef &item, const QString &name);

private:
    struct Listing
    {
        QList<domain::ItemRef> refs;
        QList<mirror::ItemRow> first; ///< the rows of the first screen, read in the same go
    };

    [[nodiscard]] QList<domain::ItemRef> cachedFolders() const;
    void read();
    void take(Listing listing, bool reset);
    void reorder(const QList<domain::ItemRef> &target);
    void rememberRows(const QList<mirror::ItemRow> &rows);
    void wantRow(int row) const;
    void fetchWanted();
    void rowsChanged(const QList<mirror::ItemRow> &rows);
    [[nodiscard]] bool concerns(const mirror::Change &change) const;
    [[nodiscard]] QVariant rowData(const mirror::ItemRow &row, FileColumn column, int role) const;
    [[nodiscard]] QString displayText(const mirror::ItemRow &row, FileColumn column) const;
    [[nodiscard]] ItemStatus statusOf(const mirror::ItemRow &row) const;
    [[nodiscard]] double progressOf(const mirror::ItemRow &row) const;
    [[nodiscard]] QString accessibleText(const mirror::ItemRow &row) const;

    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
    Place m_place;
    mirror::Sort m_sort;
    QList<domain::ItemRef> m_refs;
    mutable QCache<domain::ItemRef, mirror::ItemRow> m_rows;
    mutable QSet<int> m_wanted; ///< rows asked for by a view and not read yet
    mutable bool m_fetchScheduled = false;
    Backend::LiveNumbers m_live;
    QLocale m_locale;
    quint64 m_generation = 0; ///< of the reading under way; answers to older ones are dropped
    bool m_reset = true;      ///< the next listing is of another place
    bool m_loading = false;
    bool m_dirty = false;     ///< the mirror changed while a reading was under way
    bool m_offline = false;
};

} // namespace learnlab::ui
