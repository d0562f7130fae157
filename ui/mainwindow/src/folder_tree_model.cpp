#include "folder_tree_model.h"

#include "domain/names.h"

#include <QCollator>

#include <algorithm>
#include <memory>

namespace learnlab::ui {

namespace {

constexpr qsizetype mostFound = 200; ///< folders
constexpr int mostSeen = 5000;         ///< files among them
/// Of more children each is taken to have folders of its own, until it is opened.
constexpr qsizetype mostLookedInto = 500;

enum Fetching { FetchedRole = FolderTreeModel::PlaceRole + 1, HasFoldersRole };

} // namespace

FolderTreeModel::FolderTreeModel(mirror::ReadPool &mirror, const QSet<domain::FolderId> &shut, QObject *parent)
    : QStandardItemModel(parent), m_mirror(mirror), m_shut(shut)
{
    showRoot();
}

void FolderTreeModel::showRoot()
{
    append(invisibleRootItem(), {{domain::rootFolder, tr("All files"), {}, true}});
    fetchMore(index(0, 0));
}

QList<FolderTreeModel::Found> FolderTreeModel::childrenOf(const mirror::Reader &reader, domain::FolderId folder)
{
    QList<Found> found;
    const QList<domain::Folder> children = reader.childFolders(folder);
    for (const domain::Folder &child : children) {
        if (!child.trashed)
            found.append({child.id, child.name, {}, children.size() > mostLookedInto || !reader.childFolders(child.id).isEmpty()});
    }
    QCollator order;
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(found.begin(), found.end(), [&order](const Found &a, const Found &b) { return order.compare(a.name, b.name) < 0; });
    return found;
}

QList<FolderTreeModel::Found> FolderTreeModel::calledSo(const mirror::Reader &reader, const QString &words,
                                                       const QSet<domain::FolderId> &shut)
{
    QList<domain::ItemRef> refs = reader.searchIds(mirror::SearchQuery{.words = words.split(u' ', Qt::SkipEmptyParts)}, mostSeen);
    refs.removeIf([](const domain::ItemRef &ref) { return ref.kind != domain::ItemKind::Folder; });
    QList<Found> found;
    for (const mirror::ItemRow &row : reader.rows(refs.first(std::min(refs.size(), mostFound)), true)) {
        const QList<domain::Folder> above = reader.ancestors(row.ref.folderId());
        const bool inside = std::any_of(above.cbegin(), above.cend(), [&shut](const domain::Folder &folder) { return shut.contains(folder.id); });
        if (!inside)
            found.append({row.ref.folderId(), row.name, row.path, false});
    }
    return found;
}

void FolderTreeModel::search(const QString &words)
{
    m_words = words.trimmed();
    if (m_words.isEmpty()) {
        clear();
        return showRoot();
    }
    m_mirror.ask<QList<Found>>(
        this, [wanted = m_words, shut = m_shut](const mirror::Reader &reader) { return calledSo(reader, wanted, shut); },
        [this, wanted = m_words](const QList<Found> &found) {
            if (wanted != m_words)
                return;
            clear();
            append(invisibleRootItem(), found);
            Q_EMIT filled();
        },
        true);
}

void FolderTreeModel::append(QStandardItem *parent, const QList<Found> &folders)
{
    QList<QStandardItem *> rows;
    for (const Found &folder : folders) {
        auto row = std::make_unique<QStandardItem>(domain::displayName(folder.name));
        row->setEditable(false);
        row->setData(domain::toBlob(folder.id), FolderIdRole);
        row->setData(folder.hasFolders, HasFoldersRole);
        if (!folder.path.isEmpty()) {
            const QString place = folder.path == QLatin1String("/") ? tr("All files") : domain::displayName(folder.path.mid(1));
            row->setData(place, PlaceRole);
            row->setAccessibleText(tr("%1 in %2", "name of a folder, the folder it is in").arg(row->text(), place));
        }
        const bool shut = m_shut.contains(folder.id);
        row->setEnabled(!shut);
        if (shut)
            row->setToolTip(tr("Nothing can be moved into itself"));
        rows.append(row.release()); // the model's
    }
    parent->appendRows(rows);
}

domain::FolderId FolderTreeModel::folderAt(const QModelIndex &index) const
{
    return domain::fromBlob<domain::FolderId>(index.data(FolderIdRole).toByteArray());
}

bool FolderTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.isValid() ? parent.data(HasFoldersRole).toBool() && !m_shut.contains(folderAt(parent)) : QStandardItemModel::hasChildren(parent);
}

bool FolderTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return hasChildren(parent) && parent.isValid() && !parent.data(FetchedRole).toBool();
}

void FolderTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    setData(parent, true, FetchedRole);
    m_mirror.ask<QList<Found>>(
        this, [folder = folderAt(parent)](const mirror::Reader &reader) { return childrenOf(reader, folder); },
        [this, there = QPersistentModelIndex(parent)](const QList<Found> &found) {
            if (!there.isValid())
                return;
            setData(there, !found.isEmpty(), HasFoldersRole);
            append(itemFromIndex(there), found);
            Q_EMIT filled();
        });
}

} // namespace learnlab::ui
