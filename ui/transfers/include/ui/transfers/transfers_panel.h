#pragma once

#include "ui/models/transfer_list_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QPushButton;
class QSortFilterProxyModel;
class QTabBar;

namespace learnlab::ui {

class TransferDelegate;

/// The queue below the list of files: what moves, what waits, what went wrong, what is done; each with its controls.
/// UI thread; owned by its parent; the model and the backend outlive it.
class TransfersPanel final : public QWidget
{
    Q_OBJECT

public:
    TransfersPanel(TransferListModel &model, Backend &backend, QWidget *parent = nullptr);

    void showTab(TransferTab tab);
    /// Speed and time left of all, and whether everything is paused.
    void updateSummary();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void collapseRequested();
    /// Pause what moves or waits, or go on when all of it is paused.
    void pauseAllRequested();
    /// A transfer stopped because its name is taken: the user has to choose.
    void conflictActivated(const learnlab::domain::Transfer &transfer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHeader();
    void makeList();
    void updateTabs();
    void act(const QModelIndex &index, int action);
    [[nodiscard]] domain::Transfer transferAt(const QModelIndex &index) const;

    TransferListModel &m_model;
    Backend &m_backend;
    QSortFilterProxyModel *m_filter;
    QWidget *m_header = nullptr;
    QTabBar *m_tabs = nullptr;
    QLabel *m_total = nullptr;
    QPushButton *m_pauseAll = nullptr;
    QPushButton *m_clear = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    TransferDelegate *m_delegate = nullptr;
};

} // namespace learnlab::ui
