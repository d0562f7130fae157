#include "preview_controller.h"

#include "file_actions.h"

#include "ui/browse/browse_page.h"
#include "ui/details/details_pane.h"
#include "ui/models/error_text.h"
#include "ui/models/file_list_model.h"
#include "ui/models/format.h"
#include "ui/preview/preview.h"
#include "ui/preview/previews.h"

#include "content/places.h"

#include <QAction>
#include <QFile>

namespace learnlab::ui {

namespace {

constexpr qint64 fetchedUnasked = 8'000'000; // bytes

/// Whether it is worth fetching a file to look at it; one that is here is looked at in any case.
bool hasLook(const mirror::ItemRow &row)
{
    switch (fileTypeOf(row.name, row.mimeType)) {
    case FileType::Pdf:
    case FileType::Image:
    case FileType::Code:
    case FileType::Text:
        return true;
    default:
        return row.name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    }
}

} // namespace

PreviewController::PreviewController(Backend &backend, FileListModel &model, BrowsePage &page, DetailsPane &details,
                                     FileActions &actions, const support::Clock &clock, QWidget *window)
    : QObject(window)
    , m_backend(backend)
    , m_model(model)
    , m_page(page)
    , m_actions(actions)
    , m_clock(clock)
    , m_previews(new Previews(backend, this))
    , m_preview(new Preview(*m_previews, window))
{
    m_page.setThumbnails(m_previews);
    details.setThumbnails(m_previews);
    FileListView *list = m_page.list();
    connect(list, &FileListView::previewRequested, this, &PreviewController::show);
    connect(&m_actions, &FileActions::triggered, this, [this, list](FileActions::Id id) {
        if (id == FileActions::Id::Preview)
            show(list->selectedItems().value(0, list->currentIndex()));
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (std::exchange(m_waits, false))
            show(m_index);
    });
    connect(m_preview, &Preview::stepRequested, this, &PreviewController::step);
    connect(m_preview, &Preview::buttonPressed, this, &PreviewController::fetch);
    connect(m_preview, &Preview::openRequested, this, [this, list] {
        m_preview->shut();
        if (m_index.isValid())
            Q_EMIT list->opened(m_index);
    });
    connect(m_preview, &Preview::shareRequested, this, [this] {
        m_preview->shut();
        m_actions.action(FileActions::Id::ShareLink)->trigger();
    });
    connect(m_preview, &Preview::shutDown, this, [this, list] {
        m_waits = false;
        list->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_backend, &Backend::accountChanged, m_preview, &Preview::shut);
}

bool PreviewController::isShown(const domain::ItemRef &ref) const
{
    return m_preview->isVisible() && m_shown == ref;
}

void PreviewController::show(const QModelIndex &index)
{
    const mirror::ItemRow *row = index.isValid() ? m_model.rowAt(index.row()) : nullptr;
    m_index = index.siblingAtColumn(0);
    m_waits = index.isValid() && !row;
    if (!row)
        return;
    m_shown = row->ref;
    const bool folder = row->ref.kind == domain::ItemKind::Folder;
    const QLocale locale;
    const QString size = folder ? formatItemCount(row->size, locale) : formatSize(row->size, locale);
    m_preview->showFile({.name = row->name,
                         .caption = QStringLiteral("\u2068%1\u2069 · \u2068%2\u2069").arg(size, formatWhen(row->modifiedAt, m_clock.now(), locale)),
                         .type = folder ? FileType::Unknown : fileTypeOf(row->name, row->mimeType),
                         .folder = folder,
                         .canShare = !folder && m_actions.action(FileActions::Id::ShareLink)->isEnabled()});
    if (!folder)
        find(*row);
}

void PreviewController::step(int by)
{
    const int row = m_index.row() + by;
    if (!m_index.isValid() || row < 0 || row >= m_model.rowCount())
        return;
    m_page.list()->selectRow(row);
    show(m_model.index(row, 0));
}

void PreviewController::find(const mirror::ItemRow &row)
{
    if (!m_backend.mirror())
        return;
    m_backend.mirror()->ask<Where>(
        this,
        [ref = row.ref, transfer = row.transferId, account = m_backend.accountFolder()](const mirror::Reader &reader) {
            const auto kept = reader.content(ref.fileId());
            if (kept && kept->present && !account.isEmpty())
                return Where{QFile::decodeName(content::keptPath(account, kept->sha256))};
            // What is on its way to the server lies where it came from.
            const auto upload = transfer.isNull() ? std::nullopt : reader.transfer(transfer);
            if (upload && upload->kind == domain::TransferKind::Upload)
                return Where{QFile::decodeName(upload->localPath)};
            return Where{};
        },
        [this, row](const Where &where) {
            if (!isShown(row.ref))
                return;
            if (where.path.isEmpty())
                bring(row);
            else
                m_preview->showPath(where.path);
        },
        true);
}

void PreviewController::bring(const mirror::ItemRow &row)
{
    if (!hasLook(row))
        return m_preview->showWords({tr("There is no preview of files of this kind."), {}});
    if (m_backend.sessionStatus().state != session::State::Online)
        return m_preview->showWords({tr("You are offline, and this file is not on this computer. Choose Keep offline to have it here the next time."), {}});
    if (row.size <= fetchedUnasked)
        return fetch();
    m_preview->showWords({tr("This file is not on this computer."), tr("Fetch %1", "@action:button a size").arg(formatSize(row.size, QLocale()))});
}

void PreviewController::fetch()
{
    if (m_shown.kind != domain::ItemKind::File)
        return;
    m_preview->showWords({tr("Fetching the file…"), {}});
    m_backend.open(m_shown.fileId(), this, [this, ref = m_shown](const domain::Result<QString> &path) {
        if (!isShown(ref))
            return;
        if (path)
            m_preview->showPath(*path);
        else
            m_preview->showWords({errorText(path.error()).sentence(), {}});
    });
}

} // namespace learnlab::ui
