#pragma once

#include "mirror/read_pool.h"
#include "support/clock.h"
#include "ui/models/file_roles.h"

#include <QAbstractListModel>
#include <QHash>
#include <QLocale>

namespace learnlab::ui {

enum ChangeRole {
    ChangeIdRole = Qt::UserRole + 1, // QByteArray of 16 bytes
    ChangeRefusedRole,               // bool: the server refused it, and it was undone here
    ChangePlaceRole,                 // QString "Semester 3 / Algorithms"
    ChangeSinceRole,                 // QString "Today, 10:42"
    ChangeStateRole,                 // QString: "Waiting for network", or why it was refused, as a sentence
    ChangeWayOutRole,                // learnlab::ui::WayOut
    ChangeIsFolderRole,              // bool
    ChangeFileTypeRole,              // learnlab::ui::FileType
    ChangeThroughRole,               // bool: it does not wait (in ActionListModel; here all do)
};

/// How a refused change can still be had.
enum class WayOut { None, Again, AnotherName };

/// A change that the user made here and that the server does not have, with what is needed to speak of it.
struct PendingChange
{
    mirror::PendingOperation pending;
    QString name;                ///< of the thing as it is now; CreateFolder: the wish
    domain::FolderId parent;     ///< where it is
    QString place;               ///< the same as a path, "/A/B"
    QString target;              ///< Move: the path of where to
    QString freeName;            ///< AnotherName: the name that is free
    /// What the server has, where it refused: none when it is gone.
    struct Theirs
    {
        qint64 size = -1; ///< bytes of a file
        support::Timestamp changedAt;
        bool trashed = false;
    };
    std::optional<Theirs> theirs;
};

/// What helps when the server refused for this reason. Pure.
[[nodiscard]] WayOut wayOutOf(const mirror::PendingOperation &pending);

/// One fact of both sides of a question: what was wanted here, and what the server has.
struct ChangeFact
{
    QString label;
    QString ours;
    QString theirs;
};
[[nodiscard]] QList<ChangeFact> factsOf(const PendingChange &change, support::Timestamp now);

/// The changes that wait for the server or were refused by it, in the order in which they were made;
/// of very many the first. UI thread.
class ChangeListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ChangeListModel(const support::Clock &clock, QObject *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror);
    void applyChange(const mirror::Change &change);
    void setOffline(bool offline);

    [[nodiscard]] support::Timestamp now() const { return m_clock.now(); }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] int refused() const { return m_refused; }
    /// What is to become of each thing, of those that are listed; not what was refused.
    [[nodiscard]] QHash<domain::ItemRef, domain::OperationKind> waitingByItem() const;
    [[nodiscard]] const PendingChange &changeAt(int row) const { return m_changes.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct State
    {
        QList<PendingChange> changes;
        int waiting = 0;
        int refused = 0;
    };

    static State readState(const mirror::Reader &reader);
    void read();
    void take(State state);
    [[nodiscard]] QString what(const PendingChange &change) const;

    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
    QList<PendingChange> m_changes;
    QLocale m_locale;
    int m_waiting = 0;
    int m_refused = 0;
    bool m_reading = false;
    bool m_dirty = false;
    bool m_offline = false;
};

/// "/A/B" as people read it: "A / B".
[[nodiscard]] QString placeText(const QString &path);

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::WayOut)
