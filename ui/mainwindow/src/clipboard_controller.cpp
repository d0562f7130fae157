#include "clipboard_controller.h"

#include "ui/common/item_mime.h"
#include "ui/models/error_text.h"

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include <chrono>
#include <memory>

namespace learnlab::ui {

namespace {

constexpr qsizetype mostPathsOffered = 200;

/// GNOME's file manager looks for this beside the list of paths.
QByteArray gnomeList(const QList<QUrl> &paths)
{
    QByteArray list = "copy";
    for (const QUrl &path : paths)
        list += '\n' + path.toEncoded();
    return list;
}

QString momentText(support::Timestamp now)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(QStringLiteral("yyyy-MM-dd HH.mm"));
}

/// A picture that looks the same is as good as the same bytes, and this is what every program reads.
QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return {};
    return bytes;
}

} // namespace

ClipboardController::ClipboardController(Backend &backend, FileListModel &model, BrowseController &browsing, FileActions &actions,
                                         const support::Clock &clock, QObject *parent)
    : QObject(parent), m_backend(backend), m_model(model), m_browsing(browsing), m_clock(clock)
{
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardController::showCut);
    showCut(); // by the window before this one, in another language
    connect(&actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        if (id == FileActions::Id::Cut)
            cut();
        else if (id == FileActions::Id::Copy)
            copy();
        else if (id == FileActions::Id::Paste)
            paste();
    });
}

void ClipboardController::cut()
{
    QList<QByteArray> ids;
    for (const domain::ItemRef &item : m_browsing.selectedRefs())
        ids.append(domain::toBlob(domain::FileId(item.id)));
    ++m_generation;
    m_cutting = true;
    QGuiApplication::clipboard()->setMimeData(packItems(ids, ItemsMeant::Moved).release());
    showCut();
    m_cutting = false;
    Q_EMIT said(tr("Cut %n item(s). Paste them where they belong", nullptr, static_cast<int>(ids.size())));
}

void ClipboardController::showCut()
{
    // What is another program's is not asked for: it may take its time to answer.
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *data = m_cutting || clipboard->ownsClipboard() ? clipboard->mimeData() : nullptr;
    const QList<QByteArray> ids = data && itemsMeant(data) == ItemsMeant::Moved ? unpackItems(data) : QList<QByteArray>();
    m_model.setCut(QSet<QByteArray>(ids.cbegin(), ids.cend()));
}

void ClipboardController::copy()
{
    QList<QByteArray> ids;
    for (const domain::ItemRef &item : m_browsing.selectedRefs())
        ids.append(domain::toBlob(domain::FileId(item.id)));
    ++m_generation;
    putIntoClipboard(ids, {});
    offerPaths(m_browsing.selectedRows(), ids);
}

void ClipboardController::putIntoClipboard(const QList<QByteArray> &ids, const QList<QUrl> &paths)
{
    auto data = packItems(ids);
    if (!paths.isEmpty()) {
        data->setUrls(paths);
        data->setData(QStringLiteral("x-special/gnome-copied-files"), gnomeList(paths));
    }
    QGuiApplication::clipboard()->setMimeData(data.release());
}

void ClipboardController::offerPaths(const QList<mirror::ItemRow> &rows, const QList<QByteArray> &ids)
{
    QList<domain::FileId> here;
    for (const mirror::ItemRow &row : rows) {
        if (row.available && row.ref.kind == domain::ItemKind::File)
            here.append(row.ref.fileId());
    }
    if (here.isEmpty() || here.size() > mostPathsOffered)
        return;
    struct Gathered
    {
        QList<QUrl> paths;
        qsizetype awaited;
    };
    auto gathered = std::make_shared<Gathered>(Gathered{{}, here.size()});
    for (const domain::FileId &file : std::as_const(here)) {
        m_backend.open(file, this, [this, gathered, ids, asked = m_generation](const domain::Result<QString> &path) {
            if (path)
                gathered->paths.append(QUrl::fromLocalFile(*path));
            // Somebody else may have put something there meanwhile.
            const bool ours = asked == m_generation && unpackItems(QGuiApplication::clipboard()->mimeData()) == ids;
            if (--gathered->awaited == 0 && ours && !gathered->paths.isEmpty())
                putIntoClipboard(ids, gathered->paths);
        });
    }
}

void ClipboardController::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return Q_EMIT said(tr("There is nothing to paste"));
    const QList<QByteArray> items = unpackItems(data);
    if (!items.isEmpty())
        pasteItems(items, itemsMeant(data) == ItemsMeant::Moved);
    else if (carriesLocalFiles(data))
        m_browsing.upload(data->urls(), m_browsing.currentFolder());
    else
        pasteNew(*data);
}

void ClipboardController::pasteItems(const QList<QByteArray> &ids, bool move)
{
    m_browsing.resolve(ids, [this, move, target = m_browsing.currentFolder()](const QList<domain::ItemRef> &items) {
        if (!move)
            return pasteCopies(items);
        m_browsing.move(items, target);
        // What was moved is moved: pasting again would only take it away from where it came to.
        QGuiApplication::clipboard()->clear();
    });
}

void ClipboardController::pasteCopies(const QList<domain::ItemRef> &items)
{
    QList<domain::FileId> files;
    for (const domain::ItemRef &item : items) {
        if (item.kind == domain::ItemKind::File)
            files.append(item.fileId());
    }
    if (files.isEmpty())
        return Q_EMIT said(tr("Folders can be moved, but not copied"));
    // The server copies nothing by itself: the bytes go up again from here, once they are here.
    struct Gathered
    {
        QList<QByteArray> paths;
        qsizetype awaited;
    };
    auto gathered = std::make_shared<Gathered>(Gathered{{}, files.size()});
    for (const domain::FileId &file : std::as_const(files)) {
        m_backend.open(file, this, [this, gathered, target = m_browsing.currentFolder()](const domain::Result<QString> &path) {
            if (path)
                gathered->paths.append(QFile::encodeName(*path));
            else
                Q_EMIT said(errorText(path.error()).sentence());
            if (--gathered->awaited == 0 && !gathered->paths.isEmpty())
                m_browsing.uploadInto(gathered->paths, target);
        });
    }
}

void ClipboardController::pasteNew(const QMimeData &data)
{
    const QString moment = momentText(m_clock.now());
    const auto tell = [this](const domain::Result<void> &result) {
        if (!result)
            Q_EMIT said(errorText(result.error()).sentence());
    };
    const domain::FolderId target = m_browsing.currentFolder();
    // What has words is meant by its words: office programs offer a picture of them, too.
    if (const QString text = data.text(); !text.isEmpty()) {
        const QString name = tr("Pasted text %1", "name of a file; %1 is a date and a time").arg(moment) + QStringLiteral(".txt");
        m_backend.uploadMade(name, [text] { return text.toUtf8(); }, target, this, tell);
        return;
    }
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return Q_EMIT said(tr("There is nothing to paste"));
    const QString name = tr("Pasted image %1", "name of a file; %1 is a date and a time").arg(moment) + QStringLiteral(".png");
    m_backend.uploadMade(name, [image] { return pngOf(image); }, target, this, tell);
}

} // namespace learnlab::ui
