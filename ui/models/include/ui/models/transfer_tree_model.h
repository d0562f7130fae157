#pragma once

#include "ui/models/backend.h"
#include "ui/models/file_roles.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QSet>
#include <QTimer>

#include <array>
#include <memory>
#include <vector>

namespace learnlab::ui {

/// The tabs of the transfers panel.
enum class TransferTab { Active, Waiting, Failed, Done };

enum class TransferRowKind { Transfer, Group, Section };

enum TransferRole {
    TransferRowKindRole = Qt::UserRole + 1, // learnlab::ui::TransferRowKind; a section answers this and its text alone
    TransferIdRole,                         // QByteArray of 16 bytes; of a group the group's
    TransferStateRole,                      // learnlab::domain::TransferState; of a group the one that fits it best
    TransferFileTypeRole,                   // learnlab::ui::FileType
    TransferIsFolderRole,                   // bool: a group that is a folder
    TransferCountRole,                      // QString "16 of 38 files"; groups only
    TransferProgressRole,                   // double 0..1, or -1 when the length is unknown
    TransferAmountRole,                     // QString "3.1 of 12 MB"
    TransferSpeedRole,                      // QString "24 MB/s", empty when nothing moves
    TransferTimeRole,                       // QString "40 s left", or what it waits for, or what went wrong
    TransferErrorTitleRole,                 // QString, what happened, one sentence; empty without an error
    TransferErrorTextRole,                  // QString, what is safe and what to do
    TransferNextStepRole,                   // learnlab::domain::NextStep
    TransferCanPauseRole,                   // bool
    TransferCanResumeRole,                  // bool
    TransferCanRetryRole,                   // bool
    TransferCanCancelRole,                  // bool
    TransferCanFirstRole,                   // bool: others come before it
};

/// One tab of the queue: what came together is one row with its own numbers, and its transfers below it once it was
/// opened. What needs attention stands at the end of the active ones too. Reads the mirror's readers, never the whole
/// queue; live numbers come from the backend. UI thread.
class TransferTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit TransferTreeModel(QObject *parent = nullptr);
    ~TransferTreeModel() override;

    void setMirror(mirror::ReadPool *mirror);
    void applyChange(const mirror::Change &change);
    void setLiveNumbers(const Backend::LiveNumbers &numbers);
    void setTab(TransferTab tab);
    [[nodiscard]] TransferTab tab() const { return m_tab; }
    /// Of all tabs, also those that are not shown. A group's transfers count one by one.
    [[nodiscard]] int count(TransferTab tab) const { return m_counts.at(static_cast<size_t>(tab)); }
    /// The row's transfers are wanted, or no longer.
    void setOpen(const QModelIndex &index, bool open);
    /// Null for a group and a section.
    [[nodiscard]] const domain::Transfer *transferAt(const QModelIndex &index) const;
    /// Null id for a transfer and a section.
    [[nodiscard]] domain::TransferId groupAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    // moving a transfer within the queue by dragging it
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void countsChanged();
    /// A transfer was dragged before another one (null: behind all); the rows change when the queue has.
    void orderRequested(const learnlab::domain::TransferId &id, const learnlab::domain::TransferId &before);

public:
    struct Row; ///< of the top level; for those who read it
    struct Listing;

private:
    using RowPointer = std::shared_ptr<Row>;

    void read();
    void take(const Listing &listing);
    void takeRows(const std::vector<RowPointer> &rows);
    void takeChildren(Row &row, const QList<domain::Transfer> &children);
    [[nodiscard]] QModelIndex indexOf(const Row &row) const;
    [[nodiscard]] transfer::Live liveOf(const domain::Transfer &transfer) const;
    [[nodiscard]] transfer::Live liveOfGroup(const Row &row) const;
    [[nodiscard]] QVariant transferData(const domain::Transfer &transfer, int role) const;
    [[nodiscard]] QVariant groupData(const Row &row, int role) const;
    [[nodiscard]] QString timeText(const domain::Transfer &transfer) const;
    [[nodiscard]] QString amountText(qint64 done, qint64 total) const;
    /// It waits for more room than there is.
    [[nodiscard]] bool lacksRoom(const domain::Transfer &transfer) const;
    [[nodiscard]] QString whyText(const domain::Transfer &transfer) const;

    mirror::ReadPool *m_mirror = nullptr;
    TransferTab m_tab = TransferTab::Active;
    std::vector<RowPointer> m_rows;
    std::array<int, 4> m_counts{};
    std::optional<qint64> m_room;
    QSet<domain::TransferId> m_open;
    Backend::LiveNumbers m_live;
    QLocale m_locale;
    QTimer m_pause; ///< between two readings
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_dirty = false;
};

[[nodiscard]] TransferTab tabOf(domain::TransferState state);

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::TransferTab)
Q_DECLARE_METATYPE(learnlab::ui::TransferRowKind)
Q_DECLARE_METATYPE(learnlab::domain::TransferState)
Q_DECLARE_METATYPE(learnlab::domain::NextStep)
