#include "ui/models/action_list_model.h"

#include "list_diff.h"

#include "ui/models/change_list_model.h"
#include "ui/models/format.h"

#include "domain/names.h"

namespace learnlab::ui {

using mirror::Action;
using mirror::ActionKind;
using mirror::ActionState;

namespace {

constexpr int mostActions = 200;

} // namespace

QString actionText(const Action &action, const QString &place)
{
    const QString name = domain::displayName(action.name);
    const bool many = action.count > 1;
    switch (action.kind) {
    case ActionKind::CreateFolder:
        return many ? ActionListModel::tr("%n folder(s) made", nullptr, action.count)
                    : ActionListModel::tr("Folder “%1” made", "an action").arg(name);
    case ActionKind::Rename:
        return ActionListModel::tr("“%1” renamed to “%2”", "an action").arg(name, domain::displayName(action.toName));
    case ActionKind::Move:
        return many ? ActionListModel::tr("%n item(s) moved to “%1”", "an action", action.count).arg(placeText(place))
                    : ActionListModel::tr("“%1” moved to “%2”", "an action").arg(name, placeText(place));
    case ActionKind::Trash:
        return many ? ActionListModel::tr("%n item(s) moved to trash", "an action", action.count)
                    : ActionListModel::tr("“%1” moved to trash", "an action").arg(name);
    case ActionKind::Restore:
        return many ? ActionListModel::tr("%n item(s) restored", "an action", action.count)
                    : ActionListModel::tr("“%1” restored", "an action").arg(name);
    case ActionKind::Upload:
        return many ? ActionListModel::tr("“%1” uploaded, %n file(s)", "an action", action.count).arg(name)
                    : ActionListModel::tr("“%1” uploaded", "an action").arg(name);
    case ActionKind::Replace:
        return ActionListModel::tr("“%1” replaced", "an action").arg(name);
    }
    return name;
}

QString shortText(const Action &action)
{
    const QString name = action.count > 1 ? ActionListModel::tr("%n item(s)", "what an action was about", action.count)
                                          : QStringLiteral("“%1”").arg(domain::displayName(action.name));
    switch (action.kind) {
    case ActionKind::CreateFolder:
        return ActionListModel::tr("new folder %1", "behind Undo or Redo").arg(name);
    case ActionKind::Rename:
        return ActionListModel::tr("rename of %1", "behind Undo or Redo").arg(name);
    case ActionKind::Move:
        return ActionListModel::tr("move of %1", "behind Undo or Redo").arg(name);
    case ActionKind::Trash:
        return ActionListModel::tr("trashing of %1", "behind Undo or Redo").arg(name);
    case ActionKind::Restore:
        return ActionListModel::tr("restoring of %1", "behind Undo or Redo").arg(name);
    case ActionKind::Upload:
        return ActionListModel::tr("upload of %1", "behind Undo or Redo").arg(name);
    case ActionKind::Replace:
        return ActionListModel::tr("replacing of %1", "behind Undo or Redo").arg(name);
    }
    return name;
}

namespace {

/// The list differ knows things by 16 bytes, which is what an action's id is too.
template <class Entries>
QList<domain::ItemRef> actionIds(const Entries &entries)
{
    QList<domain::ItemRef> ids;
    for (const auto &entry : entries)
        ids.append({domain::ItemKind::File, entry.action.id.bytes()});
    return ids;
}

} // namespace

QString undoText(const Action &action)
{
    return ActionListModel::tr("Undo %1", "what").arg(shortText(action));
}

QString redoText(const Action &action)
{
    return ActionListModel::tr("Redo %1", "what").arg(shortText(action));
}

ActionListModel::ActionListModel(const support::Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) {}

void ActionListModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_reading = m_dirty = false;
    take({});
    if (m_mirror)
        read();
}

void ActionListModel::applyChange(const mirror::Change &change)
{
    if (m_mirror && change.history)
        read();
}

ActionListModel::State ActionListModel::readState(const mirror::Reader &reader)
{
    State state;
    QHash<domain::FolderId, QString> places; // many have the same
    for (const Action &action : reader.actions(mostActions)) {
        if (!places.contains(action.folder))
            places.insert(action.folder, reader.pathOf(domain::ItemRef::of(action.folder)));
        state.entries.append({action, places.value(action.folder)});
    }
    state.undoable = reader.lastUndoable();
    state.redoable = reader.lastRedoable();
    return state;
}

void ActionListModel::read()
{
    if (m_reading) {
        m_dirty = true;
        return;
    }
    m_reading = true;
    m_dirty = false;
    m_mirror->ask<State>(this, &ActionListModel::readState, [this, asked = m_mirror](State state) {
        if (asked != m_mirror)
            return;
        m_reading = false;
        take(std::move(state));
        if (m_dirty)
            read();
    });
}

void ActionListModel::take(State state)
{
    const QList<domain::ItemRef> after = actionIds(state.entries);
    QHash<domain::ItemRef, Entry> byId;
    for (qsizetype i = 0; i < after.size(); ++i)
        byId.insert(after.at(i), state.entries.at(i));
    for (const ListStep &step : stepsBetween(actionIds(m_state.entries), after)) {
        const int last = step.first + step.count - 1;
        if (step.kind == ListStep::Kind::Remove) {
            beginRemoveRows({}, step.first, last);
            m_state.entries.remove(step.first, step.count);
            endRemoveRows();
        } else if (step.kind == ListStep::Kind::Insert) {
            beginInsertRows({}, step.first, last);
            for (int i = 0; i < step.count; ++i)
                m_state.entries.insert(step.first + i, byId.value(step.refs.at(i)));
            endInsertRows();
        } else {
            beginResetModel();
            m_state.entries = state.entries;
            endResetModel();
            break;
        }
    }
    m_state = std::move(state);
    if (!m_state.entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

int ActionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_state.entries.size());
}

/// What needs no action gets no words.
QString ActionListModel::stateOf(const Action &action) const
{
    switch (action.state) {
    case ActionState::Waiting:
        return tr("Waiting", "state of an action");
    case ActionState::Undone:
        return tr("Undone", "state of an action");
    case ActionState::Refused:
        return tr("Not made", "state of an action");
    case ActionState::Done:
        break;
    }
    return {};
}

QVariant ActionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_state.entries.at(index.row());
    const Action &action = entry.action;
    const QString when = formatWhen(action.at, m_clock.now(), m_locale);
    switch (role) {
    case Qt::DisplayRole:
        return actionText(action, entry.place);
    case Qt::AccessibleTextRole: {
        QStringList words{actionText(action, entry.place), placeText(entry.place), when, stateOf(action)};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case Qt::AccessibleDescriptionRole:
        return tr("%1 of %2", "place of a row in the list").arg(m_locale.toString(index.row() + 1), m_locale.toString(rowCount()));
    case ChangeStateRole:
        return stateOf(action);
    case ChangeIdRole:
        return domain::toBlob(action.id);
    case ChangeRefusedRole:
        return false;
    case ChangeThroughRole:
        return action.state != ActionState::Waiting;
    case ChangePlaceRole:
        return placeText(entry.place);
    case ChangeSinceRole:
        return when;
    case ChangeIsFolderRole:
        return action.kind == ActionKind::CreateFolder;
    case ChangeFileTypeRole:
        return QVariant::fromValue(fileTypeOf(action.name, {}));
    default:
        return {};
    }
}

} // namespace learnlab::ui
