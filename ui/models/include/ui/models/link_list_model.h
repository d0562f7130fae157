#pragma once

#include "mirror/links.h"
#include "mirror/read_pool.h"
#include "support/clock.h"

#include <QAbstractTableModel>

namespace learnlab::ui {

/// The public links of the account, newest first, as the mirror has them: whether there is a network or not. Reads in
/// the background. UI thread; the pool and the clock outlive it.
class LinkListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Where, Ends, Downloads, ColumnCount };
    enum Role { OpenRole = Qt::UserRole + 1 }; ///< bool: it opens something now

    explicit LinkListModel(const support::Clock &clock, QObject *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror); ///< null: shows nothing
    void reread();
    [[nodiscard]] const mirror::LinkRow *rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();

private:
    void take(QList<mirror::LinkRow> rows);
    [[nodiscard]] QString textOf(const mirror::LinkRow &row, int column) const;

    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
    QList<mirror::LinkRow> m_rows;
};

/// "Ends Sat, 12:00", "Ended …", "Does not end", "In trash": how a link stands. Pure.
[[nodiscard]] QString linkStanding(const domain::Link &link, bool open, support::Timestamp now, const QLocale &locale);
[[nodiscard]] bool hasEnded(const domain::Link &link, support::Timestamp now);

} // namespace learnlab::ui
