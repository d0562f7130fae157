#pragma once

#include "mirror/read_pool.h"
#include "support/clock.h"

#include <QAbstractListModel>
#include <QLocale>

namespace learnlab::ui {

/// What was done on this computer, newest first, and which of it can be taken back or made again. Speaks of it in the
/// roles of ChangeListModel. UI thread.
class ActionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ActionListModel(const support::Clock &clock, QObject *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror);
    void applyChange(const mirror::Change &change);

    [[nodiscard]] const mirror::Action &actionAt(int row) const { return m_state.entries.at(row).action; }
    [[nodiscard]] const std::optional<mirror::Action> &undoable() const { return m_state.undoable; } ///< the last
    [[nodiscard]] const std::optional<mirror::Action> &redoable() const { return m_state.redoable; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        mirror::Action action;
        QString place; ///< "/A/B"
    };
    struct State
    {
        QList<Entry> entries;
        std::optional<mirror::Action> undoable;
        std::optional<mirror::Action> redoable;
    };

    static State readState(const mirror::Reader &reader);
    void read();
    void take(State state);
    [[nodiscard]] QString stateOf(const mirror::Action &action) const;

    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
    State m_state;
    QLocale m_locale;
    bool m_reading = false;
    bool m_dirty = false;
};

/// "“a” renamed to “b”". `place` as a path.
[[nodiscard]] QString actionText(const mirror::Action &action, const QString &place);
/// "rename of “a”", of many the number: short enough for a menu.
[[nodiscard]] QString shortText(const mirror::Action &action);
/// "Undo rename of “a”".
[[nodiscard]] QString undoText(const mirror::Action &action);
[[nodiscard]] QString redoText(const mirror::Action &action);

} // namespace learnlab::ui
