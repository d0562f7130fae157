#pragma once

#include "ui/models/backend.h"

#include <QAbstractButton>

class QLabel;
class QProgressBar;
class QToolButton;

namespace learnlab::ui {

/// The line at the foot of the window: what the transfers do, whether all is up to date, how many items are shown. A click
/// on its left part opens the transfers. UI thread; owned by its parent.
class StatusBar final : public QWidget
{
    Q_OBJECT

public:
    StatusBar(Backend &backend, const support::Clock &clock, QWidget *parent = nullptr);

    void refresh();
    /// "16 items · 1 selected".
    void setCounts(int items, int selected);
    void setPanelOpen(bool open);
    /// Changes that wait for the server, and those that it refused.
    void setChanges(int waiting, int refused);

Q_SIGNALS:
    void transfersRequested();
    void problemsRequested();
    void changesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString idleText() const;
    /// Shows what there is room for: what is said and what wants an answer come before numbers.
    void giveWay(bool bar, bool speed);

    Backend &m_backend;
    const support::Clock &m_clock;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_bar;
    QLabel *m_speed;
    QAbstractButton *m_problems;
    QAbstractButton *m_changes;
    QLabel *m_counts;
    QToolButton *m_opener;
    std::optional<support::Timestamp> m_offlineSince;
    int m_waitingChanges = 0;
    int m_refusedChanges = 0;
};

} // namespace learnlab::ui
