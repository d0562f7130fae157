#include <ui/common/icons.h>

#include <ui/common/theme.h>

#include "icon_engine.h"
#include "style.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QApplication>

namespace learnlab::ui {

namespace {

QPixmap rendered(const QString &path, int width, int height, qreal ratio)
{
    QImage image(QSize(qRound(width * ratio), qRound(height * ratio)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(path);
    if (renderer.isValid()) {
        QPainter painter(&image);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
    }
    QPixmap pixmap = QPixmap::fromImage(std::move(image));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QString statusName(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Synced: return QStringLiteral("synced");
    case ItemStatus::AvailableOffline: return QStringLiteral("available-offline");
    case ItemStatus::Uploading: return QStringLiteral("uploading");
    case ItemStatus::WillUpload: return QStringLiteral("pending");
    case ItemStatus::WaitingForNetwork: return QStringLiteral("waiting");
    case ItemStatus::Failed: return QStringLiteral("failed");
    case ItemStatus::Conflict: return QStringLiteral("conflict");
    case ItemStatus::OnlineOnly: return QStringLiteral("online-only");
    }
    return QStringLiteral("synced");
}

QString fileTypeName(FileType type)
{
    switch (type) {
    case FileType::Pdf: return QStringLiteral("pdf");
    case FileType::Doc: return QStringLiteral("doc");
    case FileType::Sheet: return QStringLiteral("sheet");
    case FileType::Slides: return QStringLiteral("slides");
    case FileType::Image: return QStringLiteral("image");
    case FileType::Video: return QStringLiteral("video");
    case FileType::Audio: return QStringLiteral("audio");
    case FileType::Code: return QStringLiteral("code");
    case FileType::Archive: return QStringLiteral("archive");
    case FileType::Text:
    case FileType::Unknown: break;
    }
    return QStringLiteral("text");
}

// The cache of the application's style, or none under a foreign style.
Icons *sharedIcons()
{
    auto *style = qobject_cast<Style *>(QApplication::style());
    return style ? &style->icons() : nullptr;
}

qreal ratioOf(const QPainter *painter)
{
    return painter->device()->devicePixelRatioF();
}

void drawCentred(QPainter *painter, const QRect &rect, int width, int height, const QPixmap &pixmap)
{
    painter->drawPixmap(QPoint(rect.left() + (rect.width() - width) / 2, rect.top() + (rect.height() - height) / 2), pixmap);
}

template <typename Draw>
void withIcons(Draw draw)
{
    if (Icons *shared = sharedIcons()) {
        draw(*shared);
    } else {
        Icons once;
        draw(once);
    }
}

} // namespace

QPixmap Icons::ui(const QString &name, int size, qreal ratio, const QColor &color, bool mirrored)
{
    const Key key{name, size, size, qRound(ratio * 100), color.rgba(), mirrored};
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    QPixmap pixmap = rendered(QStringLiteral(":/learnlab/icons/ui/%1.svg").arg(name), size, size, ratio);
    {
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRect(0, 0, size, size), color);
    }
    if (mirrored) {
        pixmap = QPixmap::fromImage(pixmap.toImage().mirrored(true, false));
        pixmap.setDevicePixelRatio(ratio);
    }
    m_cache.insert(key, pixmap);
    return pixmap;
}

QPixmap Icons::colored(const QString &path, int width, int height, qreal ratio)
{
    const Key key{path, width, height, qRound(ratio * 100), 0, false};
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    QPixmap pixmap = rendered(path, width, height, ratio);
    m_cache.insert(key, pixmap);
    return pixmap;
}

bool Icons::hasUi(const QString &name)
{
    return QFile::exists(QStringLiteral(":/learnlab/icons/ui/%1.svg").arg(name));
}

QString Icons::statusPath(ItemStatus status, bool dark)
{
    return QStringLiteral(":/learnlab/icons/status/%1/%2.svg").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"), statusName(status));
}

QString Icons::fileTypePath(FileType type, bool folder, bool dark)
{
    return QStringLiteral(":/learnlab/icons/filetype/%1/%2.svg")
        .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"), folder ? QStringLiteral("folder") : fileTypeName(type));
}

QPixmap brandMark(int size, qreal ratio)
{
    // The small drawing has fewer parts, which stay whole at 24 px and below.
    const QString path = size < 40 ? QStringLiteral(":/learnlab/icons/app/learnlab-small.svg") : QStringLiteral(":/learnlab/icons/app/learnlab.svg");
    QPixmap mark;
    withIcons([&](Icons &icons) { mark = icons.colored(path, size, size, ratio); });
    return mark;
}

QIcon uiIcon(const QString &name)
{
    return Icons::hasUi(name) ? QIcon(new UiIconEngine(name)) : QIcon::fromTheme(name); // QIcon owns its engine
}

QIcon applicationIcon()
{
    return QIcon(new BrandIconEngine); // QIcon owns its engine
}

void paintUiIcon(QPainter *painter, const QRect &rect, const QString &name, int size, const QColor &color, bool mirrored)
{
    withIcons([&](Icons &icons) { drawCentred(painter, rect, size, size, icons.ui(name, size, ratioOf(painter), color, mirrored)); });
}

void paintFileIcon(QPainter *painter, const QRect &rect, FileType type, bool folder, int size)
{
    const QString path = fileIconPath(type, folder, themeOf(nullptr).dark);
    withIcons([&](Icons &icons) { drawCentred(painter, rect, size, size, icons.colored(path, size, size, ratioOf(painter))); });
}

void paintBadge(QPainter *painter, const QRect &rect, ItemStatus status, int size, bool selected)
{
    const Theme &theme = themeOf(nullptr);
    const QString path = badgePath(status, theme.dark);
    withIcons([&](Icons &icons) {
        QPixmap badge = icons.colored(path, size, size, ratioOf(painter));
        if (selected && status == ItemStatus::Synced)
            badge = icons.tinted(path, size, ratioOf(painter), theme.accent);
        drawCentred(painter, rect, size, size, badge);
    });
}

} // namespace learnlab::ui
