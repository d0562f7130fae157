#pragma once

#include "ui/models/transfer_tree_model.h"

#include <QWidget>

class QLabel;
class QMenu;
class QModelIndex;
class QPushButton;
class QTabBar;
class QToolButton;
class QTreeView;

namespace learnlab::ui {

class CountChip;
class TransferDelegate;

/// The queue below the list of files: what moves, what waits, what went wrong, what is done; each with its controls.
/// UI thread; owned by its parent; the model and the backend outlive it.
class TransfersPanel final : public QWidget
{
    Q_OBJECT

public:
    TransfersPanel(TransferTreeModel &model, Backend &backend, QWidget *parent = nullptr);

    void showTab(TransferTab tab);
    /// Speed and time left of all, whether everything is paused, and whether the lid can be closed.
    void updateSummary();
    /// Also what is not a transfer keeps the lid open: changes that wait for the server.
    void setChangesWaiting(int changes);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void collapseRequested();
    /// Pause what moves or waits, or go on when all of it is paused.
    void pauseAllRequested();
    /// What a transfer needs from the user to go on (domain::standingOf).
    void nextStepRequested(const learnlab::domain::Transfer &transfer);
    void showRequested(const learnlab::domain::Transfer &transfer); ///< its place in the list of files
    void customLimitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHeader();
    void makeTabs();
    void makeList();
    void fillLimitMenu();
    void showLimit();
    void updateTabs();
    void act(const QModelIndex &index, int action);
    void actOnGroup(domain::TransferId group, int action);
    void bringFirst(const QModelIndex &index);
    void showMenu(const QPoint &position);
    bool press(int key, const QModelIndex &index);

    TransferTreeModel &m_model;
    Backend &m_backend;
    QWidget *m_header = nullptr;
    QTabBar *m_tabs = nullptr;
    QList<CountChip *> m_chips; // children, one a tab
    QLabel *m_total = nullptr;
    QLabel *m_lid = nullptr;
    QToolButton *m_limit = nullptr;
    QPushButton *m_pauseAll = nullptr;
    QPushButton *m_clear = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    TransferDelegate *m_delegate = nullptr;
    int m_changesWaiting = 0;
};

} // namespace learnlab::ui
