#pragma once

#include "ui/models/backend.h"
#include "ui/models/file_roles.h"

#include <QAbstractListModel>
#include <QLocale>

namespace learnlab::ui {

/// The tabs of the transfers panel.
enum class TransferTab { Active, Waiting, Failed, Done };

enum TransferRole {
    TransferIdRole = Qt::UserRole + 1, // QByteArray of 16 bytes
    TransferStateRole,                 // learnlab::domain::TransferState
    TransferKindRole,                  // learnlab::domain::TransferKind
    TransferTabRole,                   // learnlab::ui::TransferTab
    TransferFileTypeRole,              // learnlab::ui::FileType
    TransferProgressRole,              // double 0..1, or -1 when the length is unknown
    TransferAmountRole,                // QString "3.1 MB of 12 MB"
    TransferSpeedRole,                 // QString "24 MB/s", empty when nothing moves
    TransferTimeRole,                  // QString "40 s left", or what it waits for, or what went wrong
    TransferErrorTextRole,             // QString, the whole sentence; empty without an error
    TransferCanPauseRole,              // bool
    TransferCanResumeRole,             // bool
    TransferCanRetryRole,              // bool
    TransferCanCancelRole,             // bool
    TransferIsConflictRole,            // bool: failed because the name is taken
};

/// The queue as the transfers panel shows it, in queue order. Reads the mirror's readers; live numbers come from the
/// backend. UI thread.
class TransferListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit TransferListModel(QObject *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror);
    void applyChange(const mirror::Change &change);
    void setLiveNumbers(const Backend::LiveNumbers &numbers);
    [[nodiscard]] int count(TransferTab tab) const;
    [[nodiscard]] const domain::Transfer &transferAt(int row) const { return m_transfers.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void read();
    void take(QList<domain::Transfer> transfers);
    [[nodiscard]] transfer::Live liveOf(const domain::Transfer &transfer) const;
    [[nodiscard]] QString timeText(const domain::Transfer &transfer) const;
    [[nodiscard]] QString amountText(const domain::Transfer &transfer) const;

    mirror::ReadPool *m_mirror = nullptr;
    QList<domain::Transfer> m_transfers;
    Backend::LiveNumbers m_live;
    QLocale m_locale;
    bool m_reading = false;
    bool m_dirty = false;
};

[[nodiscard]] TransferTab tabOf(domain::TransferState state);

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::TransferTab)
Q_DECLARE_METATYPE(learnlab::domain::TransferState)
Q_DECLARE_METATYPE(learnlab::domain::TransferKind)
