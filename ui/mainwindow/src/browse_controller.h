#pragma once

#include "history.h"

#include "file_actions.h"

#include "ui/browse/browse_page.h"
#include "ui/models/backend.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace learnlab::ui {

/// Where the user is and what they do there: connects the page, its model and the backend. UI thread; a child of the
/// window, as everything that it is given.
class BrowseController final : public QObject
{
    Q_OBJECT

public:
    BrowseController(Backend &backend, FileListModel &model, BrowsePage &page, FileActions &actions, QObject *parent);

    void setMirror(mirror::ReadPool *mirror);
    void visit(const Place &place);
    [[nodiscard]] const Place &place() const { return m_model.place(); }
    void upload(const QList<QUrl> &urls, domain::FolderId target);
    void uploadInto(const QList<QByteArray> &localPaths, domain::FolderId target) { survey(localPaths, target); }
    void uploadHere(const QList<QByteArray> &localPaths) { survey(localPaths, currentFolder()); }
    /// Goes to a folder and selects a thing in it as soon as its row is there.
    void reveal(domain::FolderId folder, const domain::ItemRef &item);
    void reread() { readPath(); }
    void move(const QList<domain::ItemRef> &items, domain::FolderId target);
    void trash(const QList<domain::ItemRef> &items);
    [[nodiscard]] QList<domain::ItemRef> selectedRefs() const;
    /// Of a short selection those whose rows have been read.
    [[nodiscard]] QList<mirror::ItemRow> selectedRows() const;
    [[nodiscard]] domain::FolderId currentFolder() const; ///< the root where no folder is shown
    /// Calls `then` with what these ids name, wherever it is; what is gone is left out.
    void resolve(const QList<QByteArray> &ids, std::function<void(QList<domain::ItemRef>)> then);
    /// Another page stands in place of the list: its selection is out of sight, and out of reach of menus and keys.
    void setShown(bool shown);

Q_SIGNALS:
    void placeChanged(const learnlab::ui::Place &place);
    void selectionChanged(int items, int selected);
    /// Something to say in passing; where it is `undoable` the toast offers to take it back.
    void said(const QString &text, bool undoable = false);
    void retryRequested(const learnlab::domain::TransferId &transfer);
    void conflictActivated(const learnlab::domain::TransferId &transfer);
    void changesRequested();

private:
    void connectPage();
    void connectList();
    void offerRowActions(bool trash);
    void act(FileActions::Id id);
    void go(const Place &place);
    void goUp();
    void search(const QString &text);
    void leaveSearch();
    void readPath();
    void showPath(const QList<domain::Folder> &folders);
    void showPlace();
    void updateSelection();
    void open(const QModelIndex &index);
    void openFile(domain::FileId file, const QString &name);
    void rename(const QByteArray &id, const QString &name);
    void newFolder();
    void chooseUpload(bool folder);
    void survey(const QList<QByteArray> &paths, domain::FolderId target);
    void askAbout(const QList<QByteArray> &paths, domain::FolderId target, const transfer::Survey &survey);
    void queueUpload(const QList<QByteArray> &paths, domain::FolderId target, domain::OnConflict onConflict);
    void download();
    void downloadFile(const mirror::ItemRow &row);
    void giveBack(const mirror::ItemRow &row);
    void downloadInto(const QList<domain::ItemRef> &items);
    void sayDownloaded(const Backend::Downloaded &done, const QString &folder);
    void keepOffline(bool keep);
    void restore();
    void showMenu(const QPoint &position);
    void followStatusLink(const QModelIndex &index);
    void sayError(const domain::Error &error, const QString &name = {});
    [[nodiscard]] domain::FolderId folderOf(const QByteArray &target) const;
    [[nodiscard]] std::pair<FileColumn, Qt::SortOrder> orderOf(const Place &place) const;
    [[nodiscard]] Selection selection() const;
    [[nodiscard]] QString nameOf(const domain::ItemRef &ref) const;

    Backend &m_backend;
    FileListModel &m_model;
    BrowsePage &m_page;
    FileActions &m_actions;
    mirror::ReadPool *m_mirror = nullptr;
    History m_history;
    Place m_beforeSearch;
    std::pair<FileColumn, Qt::SortOrder> m_folderOrder{FileColumn::Name, Qt::AscendingOrder}; ///< as the user chose it
    QByteArray m_renameWhenThere; ///< a folder just made: named in place as soon as its row is there
    QByteArray m_selectWhenThere; ///< what is to be shown: selected as soon as its row is there
};

} // namespace learnlab::ui
