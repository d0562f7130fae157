#include "ui/models/change_list_model.h"

#include "list_diff.h"

#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include "domain/names.h"

namespace learnlab::ui {

using domain::OperationKind;

namespace {

PendingChange describe(const mirror::Reader &reader, const mirror::PendingOperation &pending)
{
    const domain::Operation &operation = pending.operation;
    PendingChange change{pending, operation.name, operation.parentId, {}, {}, {}, {}};
    if (operation.target.kind == domain::ItemKind::Folder) {
        if (const auto folder = reader.folder(operation.target.folderId())) {
            change.name = folder->name;
            change.parent = folder->parentId;
            change.theirs = PendingChange::Theirs{-1, folder->updatedAt, !reader.isLive(operation.target)};
        }
    } else if (const auto file = reader.file(operation.target.fileId())) {
        change.name = file->filename;
        change.parent = file->folderId;
        change.theirs = PendingChange::Theirs{file->fileSize, file->updatedAt, !reader.isLive(operation.target)};
    }
    change.place = reader.pathOf(domain::ItemRef::of(change.parent));
    if (operation.kind == OperationKind::Move)
        change.target = reader.pathOf(domain::ItemRef::of(operation.parentId));
    if (wayOutOf(pending) == WayOut::AnotherName) {
        const domain::FolderId where = operation.kind == OperationKind::Rename ? change.parent : operation.parentId;
        const QString wish = operation.name.isEmpty() ? change.name : operation.name;
        change.freeName = domain::freeName(wish, [&](const QString &name) { return name == wish || reader.childByName(where, name).has_value(); });
    }
    return change;
}

/// Nobody reads more; what comes behind moves up.
constexpr int mostShown = 1000;

/// The list differ knows things by 16 bytes, which is what an operation's id is too.
QList<domain::ItemRef> idsOf(const QList<PendingChange> &changes)
{
    QList<domain::ItemRef> ids;
    for (const PendingChange &change : changes)
        ids.append({domain::ItemKind::File, change.pending.operation.id.bytes()});
    return ids;
}

} // namespace

QString placeText(const QString &path)
{
    if (path.isEmpty() || path == QLatin1String("/"))
        return ChangeListModel::tr("All files", "the place at the top");
    return path.mid(1).replace(QLatin1Char('/'), QLatin1String(" / "));
}

WayOut wayOutOf(const mirror::PendingOperation &pending)
{
    if (!pending.error)
        return WayOut::None;
    switch (pending.error->code) {
    case domain::ErrorCode::NameTaken:
        return WayOut::AnotherName;
    case domain::ErrorCode::NotFound:
    case domain::ErrorCode::ParentGone:
    case domain::ErrorCode::FolderCycle:
    case domain::ErrorCode::NameInvalid:
    case domain::ErrorCode::Forbidden:
        return WayOut::None; // it would be refused again
    default:
        return WayOut::Again;
    }
}

QList<ChangeFact> factsOf(const PendingChange &change, support::Timestamp now)
{
    const domain::Operation &operation = change.pending.operation;
    const QLocale locale;
    const QString trash = ChangeListModel::tr("Trash", "a place");
    const bool gone = !change.theirs;
    const QString name = domain::displayName(change.name);
    const bool names = operation.kind == OperationKind::Rename || operation.kind == OperationKind::CreateFolder;
    QString ourPlace = placeText(change.place);
    if (operation.kind == OperationKind::Move)
        ourPlace = placeText(change.target);
    else if (operation.kind == OperationKind::Trash)
        ourPlace = trash;
    const QString theirPlace = gone                     ? ChangeListModel::tr("Nowhere any more", "a place")
                               : change.theirs->trashed ? trash
                                                        : placeText(change.place);
    QList<ChangeFact> facts{{ChangeListModel::tr("Name"), names ? domain::displayName(operation.name) : name, gone ? QString() : name},
                            {ChangeListModel::tr("Place"), ourPlace, theirPlace}};
    if (change.theirs && change.theirs->size >= 0)
        facts.append({ChangeListModel::tr("Size"), {}, formatSize(change.theirs->size, locale)});
    facts.append({ChangeListModel::tr("Changed"), formatWhen(operation.createdAt, now, locale),
                  gone ? QString() : formatWhen(change.theirs->changedAt, now, locale)});
    facts.append({ChangeListModel::tr("By"), ChangeListModel::tr("You, on this computer"), ChangeListModel::tr("You, on another computer")});
    return facts;
}

ChangeListModel::ChangeListModel(const support::Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) {}

void ChangeListModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_reading = m_dirty = false;
    take({});
    if (m_mirror)
        read();
}

void ChangeListModel::applyChange(const mirror::Change &change)
{
    if (m_mirror && (change.operations || change.everything))
        read();
}

void ChangeListModel::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) != offline && !m_changes.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ChangeStateRole});
}

void ChangeListModel::read()
{
    if (m_reading) {
        m_dirty = true;
        return;
    }
    m_reading = true;
    m_dirty = false;
    m_mirror->ask<State>(this, &ChangeListModel::readState, [this, asked = m_mirror](State state) {
        if (asked != m_mirror)
            return;
        m_reading = false;
        take(std::move(state));
        if (m_dirty)
            read();
    });
}

ChangeListModel::State ChangeListModel::readState(const mirror::Reader &reader)
{
    State state{{}, reader.openOperations(), reader.refusedOperations()};
    for (const mirror::PendingOperation &pending : reader.firstOperations(mostShown))
        state.changes.append(describe(reader, pending));
    return state;
}

void ChangeListModel::take(State state)
{
    QList<PendingChange> &changes = state.changes;
    QHash<domain::ItemRef, PendingChange> byId;
    const QList<domain::ItemRef> after = idsOf(changes);
    for (int i = 0; i < after.size(); ++i)
        byId.insert(after.at(i), changes.at(i));
    // Operations are only put behind and taken out: their order never changes.
    for (const ListStep &step : stepsBetween(idsOf(m_changes), after)) {
        const int last = step.first + step.count - 1;
        if (step.kind == ListStep::Kind::Remove) {
            beginRemoveRows({}, step.first, last);
            m_changes.remove(step.first, step.count);
            endRemoveRows();
        } else if (step.kind == ListStep::Kind::Insert) {
            beginInsertRows({}, step.first, last);
            for (int i = 0; i < step.count; ++i)
                m_changes.insert(step.first + i, byId.value(step.refs.at(i)));
            endInsertRows();
        } else {
            beginResetModel();
            m_changes = changes;
            endResetModel();
            break;
        }
    }
    m_changes = std::move(changes);
    m_waiting = state.waiting;
    m_refused = state.refused;
    if (!m_changes.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsChanged();
}

QHash<domain::ItemRef, OperationKind> ChangeListModel::waitingByItem() const
{
    QHash<domain::ItemRef, OperationKind> kinds;
    for (const PendingChange &change : m_changes) {
        const domain::Operation &operation = change.pending.operation;
        // The last one counts, but a new folder stays new, whatever it is called and wherever it goes.
        const auto before = kinds.constFind(operation.target);
        const bool isNew = before != kinds.cend() && *before == OperationKind::CreateFolder && operation.kind != OperationKind::Trash;
        if (!change.pending.error && !isNew)
            kinds.insert(operation.target, operation.kind);
    }
    return kinds;
}

int ChangeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

QString ChangeListModel::what(const PendingChange &change) const
{
    const domain::Operation &operation = change.pending.operation;
    const QString name = domain::displayName(change.name);
    switch (operation.kind) {
    case OperationKind::CreateFolder:
        return tr("New folder “%1”", "a change").arg(domain::displayName(operation.name));
    case OperationKind::Rename:
        // A refused one was undone here, a waiting one has its new name already.
        return change.pending.error ? tr("“%1” renamed to “%2”", "a change").arg(name, domain::displayName(operation.name))
                                    : tr("Renamed to “%1”", "a change").arg(domain::displayName(operation.name));
    case OperationKind::Move:
        return tr("“%1” moved to “%2”", "a change, the name of a folder").arg(name, placeText(change.target));
    case OperationKind::Trash:
        return tr("“%1” moved to trash", "a change").arg(name);
    case OperationKind::Restore:
        return tr("“%1” restored from trash", "a change").arg(name);
    }
    return name;
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PendingChange &change = m_changes.at(index.row());
    const domain::Operation &operation = change.pending.operation;
    const QString state = change.pending.error ? errorText(*change.pending.error).sentence()
                          : m_offline          ? tr("Waiting for network", "state of a change")
                                               : tr("Waiting", "state of a change");
    switch (role) {
    case Qt::DisplayRole:
        return what(change);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4")
            .arg(what(change), placeText(change.place), formatWhen(operation.createdAt, m_clock.now(), m_locale), state);
    case Qt::AccessibleDescriptionRole:
        return tr("%1 of %2", "place of a row in the list").arg(m_locale.toString(index.row() + 1), m_locale.toString(rowCount()));
    case Qt::ToolTipRole:
    case ChangeStateRole:
        return state;
    case ChangeIdRole:
        return domain::toBlob(operation.id);
    case ChangeRefusedRole:
        return change.pending.error.has_value();
    case ChangePlaceRole:
        return placeText(change.place);
    case ChangeSinceRole:
        return formatWhen(operation.createdAt, m_clock.now(), m_locale);
    case ChangeWayOutRole:
        return QVariant::fromValue(wayOutOf(change.pending));
    case ChangeIsFolderRole:
        return operation.target.kind == domain::ItemKind::Folder;
    case ChangeFileTypeRole:
        return QVariant::fromValue(fileTypeOf(change.name, {}));
    default:
        return {};
    }
}

} // namespace learnlab::ui
