#pragma once

#include "ui/mainwindow/notice.h"
#include "ui/models/backend.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace learnlab::ui {

class Notifier;

/// Decides what is worth a notification: an upload that came to its end, one that stopped, a name that is taken. What was
/// so before the account was opened is not news. Never more than one in a few seconds: what comes in between is counted
/// together, and what needs somebody goes before what does not. UI thread.
class NoticeController final : public QObject
{
    Q_OBJECT

public:
    NoticeController(Backend &backend, Notifier &notifier);

    /// Whether the user wants to be told now.
    void setWanted(std::function<bool()> wanted) { m_wanted = std::move(wanted); }

Q_SIGNALS:
    void shown(const learnlab::ui::Notice &notice); ///< "Show" or "Review" was pressed

private:
    struct State
    {
        QHash<domain::TransferId, mirror::TransferGroupRow> groups; ///< of uploads
        QList<domain::Transfer> failed;
    };

    void begin();
    void read();
    void compare(const State &now);
    void note(const Notice &notice);
    void tell();
    [[nodiscard]] static State readState(const mirror::Reader &reader);

    Backend &m_backend;
    Notifier &m_notifier;
    std::function<bool()> m_wanted;
    QSet<domain::TransferId> m_running; ///< groups that have something to do
    QSet<domain::TransferId> m_failed;  ///< transfers that are known to have stopped
    bool m_known = false;               ///< the state before is known: what differs is news
    std::optional<Notice> m_waiting;
    int m_merged = 0; ///< uploads that m_waiting stands for beside its own
    std::optional<Notice> m_told;
    QTimer m_quiet; ///< until the next may be shown
};

} // namespace learnlab::ui
