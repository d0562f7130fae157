#pragma once

#include "mirror/read_pool.h"

#include <QSet>
#include <QStandardItemModel>

namespace learnlab::ui {

/// The folders of the account as a tree, read from the mirror as it is opened; or, while something is searched for, those
/// that are called so, each with its place. Some folders may be shut: nothing can be put into them. UI thread; the mirror
/// outlives it.
class FolderTreeModel final : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { FolderIdRole = Qt::UserRole + 1, PlaceRole };

    FolderTreeModel(mirror::ReadPool &mirror, const QSet<domain::FolderId> &shut, QObject *parent);

    /// Empty: the tree.
    void search(const QString &words);
    [[nodiscard]] domain::FolderId folderAt(const QModelIndex &index) const;

    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void filled(); ///< rows came

private:
    struct Found
    {
        domain::FolderId id;
        QString name;
        QString path; ///< of the parent; searched folders alone
        bool hasFolders = false;
    };
    static QList<Found> childrenOf(const mirror::Reader &reader, domain::FolderId folder);
    static QList<Found> calledSo(const mirror::Reader &reader, const QString &words, const QSet<domain::FolderId> &shut);
    void showRoot();
    void append(QStandardItem *parent, const QList<Found> &folders);

    mirror::ReadPool &m_mirror;
    QSet<domain::FolderId> m_shut;
    QString m_words;
};

} // namespace learnlab::ui
