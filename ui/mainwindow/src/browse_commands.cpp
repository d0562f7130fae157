// What BrowseController does with files and folders: each asks the backend and says how it went.
#include "browse_controller.h"

#include "place_words.h"

#include "ui/transfers/upload_question.h"

#include "domain/names.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace learnlab::ui {

void BrowseController::open(const QModelIndex &index)
{
    const mirror::ItemRow *row = index.isValid() ? m_model.rowAt(index.row()) : nullptr;
    if (!row || place().view == Place::View::Trash)
        return;
    const QString why = index.siblingAtColumn(0).data(Qt::ToolTipRole).toString();
    if (row->ref.kind == domain::ItemKind::Folder)
        visit({.folder = row->ref.folderId()});
    else if (!why.isEmpty())
        Q_EMIT said(why); // offline, and not here
    else
        openFile(row->ref.fileId(), row->name);
}

void BrowseController::openFile(domain::FileId file, const QString &name)
{
    m_backend.open(file, this, [this, name](domain::Result<QString> path) {
        if (!path)
            sayError(path.error(), name);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
            Q_EMIT said(tr("No program on this computer opens “%1”.").arg(domain::displayName(name)));
    });
}

void BrowseController::rename(const QByteArray &id, const QString &name)
{
    resolve({id}, [this, name](const QList<domain::ItemRef> &items) {
        if (items.isEmpty())
            return;
        m_backend.rename(items.first(), name, this, [this, name](domain::Result<void> result) {
            if (!result)
                sayError(result.error(), name);
        });
    });
}

void BrowseController::newFolder()
{
    const domain::FolderId parent = currentFolder();
    m_mirror->ask<QString>(
        this,
        [parent, wish = tr("New folder", "name of a folder just made")](const mirror::Reader &reader) {
            return domain::freeName(wish, [&](const QString &name) { return reader.childByName(parent, name).has_value(); });
        },
        [this, parent](QString name) {
            m_backend.createFolder(parent, name, this, [this](domain::Result<domain::FolderId> folder) {
                if (!folder)
                    return sayError(folder.error());
                const QByteArray id = domain::toBlob(*folder);
                m_renameWhenThere = m_page.startRename(id) ? QByteArray() : id;
            });
        });
}

void BrowseController::chooseUpload(bool folder)
{
    auto *dialog = new QFileDialog(&m_page, folder ? tr("Upload folder") : tr("Upload files"),
                                   QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setLabelText(QFileDialog::Accept, tr("Upload", "button of the file dialog"));
    connect(dialog, &QFileDialog::urlsSelected, this,
            [this, target = currentFolder()](const QList<QUrl> &urls) { upload(urls, target); });
    dialog->open();
}

void BrowseController::upload(const QList<QUrl> &urls, domain::FolderId target)
{
    QList<QByteArray> paths;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(QFile::encodeName(url.toLocalFile()));
    }
    if (!paths.isEmpty())
        survey(paths, target);
}

void BrowseController::survey(const QList<QByteArray> &paths, domain::FolderId target)
{
    m_backend.survey(paths, target, this, [this, paths, target](domain::Result<transfer::Survey> found) {
        // What cannot be looked at beforehand says so when it is queued.
        if (found)
            askAbout(paths, target, *found);
        else
            queueUpload(paths, target, domain::OnConflict::Fail);
    });
}

void BrowseController::askAbout(const QList<QByteArray> &paths, domain::FolderId target, const transfer::Survey &survey)
{
    struct Target
    {
        QString name;
        std::optional<qint64> room;
    };
    if (!m_mirror)
        return;
    m_mirror->ask<Target>(
        this,
        [target](const mirror::Reader &reader) {
            const auto folder = reader.folder(target);
            const auto usage = reader.usage();
            Target place{folder ? folder->name : QString(), {}};
            if (usage && usage->quota)
                place.room = std::max<qint64>(0, *usage->quota - usage->bytesUsed - usage->bytesReserved);
            return place;
        },
        [this, paths, target, survey](Target place) {
            const UploadFacts facts{survey, place.room};
            if (!needsQuestion(facts))
                return queueUpload(paths, target, domain::OnConflict::Fail);
            auto *question = new UploadQuestion(facts, place.name.isEmpty() ? titleOf({}) : domain::displayName(place.name), &m_page);
            question->setAttribute(Qt::WA_DeleteOnClose);
            connect(question, &UploadQuestion::chosen, this,
                    [this, paths, target](domain::OnConflict onConflict) { queueUpload(paths, target, onConflict); });
            question->open();
        });
}

void BrowseController::queueUpload(const QList<QByteArray> &paths, domain::FolderId target, domain::OnConflict onConflict)
{
    m_backend.upload(paths, target, onConflict, this, [this](domain::Result<QList<transfer::Plan::Refused>> refused) {
        if (!refused)
            return sayError(refused.error());
        if (refused->isEmpty())
            return;
        const QString name = QFile::decodeName(refused->first().localPath).section(QLatin1Char('/'), -1);
        if (refused->size() == 1)
            return sayError(refused->first().error, name);
        Q_EMIT said(tr("%n item(s) could not be uploaded, first “%1”. The others go on.", nullptr, static_cast<int>(refused->size()))
                        .arg(domain::displayName(name)));
    });
}

void BrowseController::move(const QList<domain::ItemRef> &items, domain::FolderId target)
{
    if (items.isEmpty())
        return;
    m_backend.move(items, target, this, [this, count = static_cast<int>(items.size())](domain::Result<void> result) {
        if (!result)
            return sayError(result.error());
        Q_EMIT said(tr("Moved %n item(s).", nullptr, count), true);
    });
}

void BrowseController::trash(const QList<domain::ItemRef> &items)
{
    if (items.isEmpty())
        return;
    m_backend.trash(items, this, [this, items](domain::Result<void> result) {
        if (!result)
            return sayError(result.error());
        Q_EMIT said(tr("Moved %n item(s) to trash.", nullptr, static_cast<int>(items.size())), true);
    });
}

void BrowseController::restore()
{
    const QList<domain::ItemRef> items = selectedRefs();
    if (items.isEmpty())
        return;
    m_backend.restore(items, this, [this, count = static_cast<int>(items.size())](domain::Result<void> result) {
        if (!result)
            return sayError(result.error());
        Q_EMIT said(tr("Restored %n item(s).", nullptr, count), true);
    });
}

void BrowseController::download()
{
    const Selection selected = selection();
    if (selected.isFile())
        downloadFile(*selected.only);
    else if (selected.count > 0)
        downloadInto(selectedRefs());
}

void BrowseController::downloadFile(const mirror::ItemRow &row)
{
    auto *dialog = new QFileDialog(&m_page, tr("Download a copy"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(domain::safeLocalName(row.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, row](const QString &destination) {
        m_backend.download(row.ref.fileId(), destination, this, [this, row](domain::Result<void> result) {
            if (!result)
                return sayError(result.error(), row.name);
            Q_EMIT said(tr("“%1” was downloaded.").arg(domain::displayName(row.name)));
        });
    });
    dialog->open();
}

void BrowseController::downloadInto(const QList<domain::ItemRef> &items)
{
    auto *dialog = new QFileDialog(&m_page, tr("Download %n item(s) to", nullptr, static_cast<int>(items.size())),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Download here", "button of the file dialog"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, items](const QString &folder) {
        m_backend.downloadInto(items, folder, this, [this, folder](domain::Result<Backend::Downloaded> done) {
            if (done)
                sayDownloaded(*done, folder);
            else
                sayError(done.error());
        });
    });
    dialog->open();
}

void BrowseController::sayDownloaded(const Backend::Downloaded &done, const QString &folder)
{
    if (done.failed == 0 && done.error)
        return sayError(*done.error);
    if (done.failed == 1)
        return sayError(done.error.value_or(domain::Error{}), done.firstFailed);
    if (done.failed > 1) {
        Q_EMIT said(tr("%n file(s) could not be downloaded, first “%1”.", nullptr, done.failed).arg(domain::displayName(done.firstFailed)));
        return;
    }
    Q_EMIT said(tr("%n file(s) downloaded to “%1”.", nullptr, done.files).arg(QFileInfo(folder).fileName()));
}

void BrowseController::giveBack(const mirror::ItemRow &row)
{
    // A restored server lacks it: the bytes that are kept here go up again, into the same place and under the same id.
    m_backend.open(row.ref.fileId(), this, [this, row](domain::Result<QString> path) {
        if (path)
            queueUpload({QFile::encodeName(*path)}, row.parentId, domain::OnConflict::Replace);
        else
            sayError(path.error(), row.name);
    });
}

void BrowseController::keepOffline(bool keep)
{
    for (const domain::ItemRef &item : selectedRefs()) {
        m_backend.keepOffline(item, keep, this, [this, name = nameOf(item)](domain::Result<void> result) {
            if (!result)
                sayError(result.error(), name);
        });
    }
}

} // namespace learnlab::ui
