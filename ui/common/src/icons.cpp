#include <ui/common/icons.h>

#include <ui/common/theme.h>

#include "icon_engine.h"
#include "style.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QApplication>

#include <initializer_list>
#include <vector>

namespace learnlab::ui {

namespace {

QPixmap rendered(const QString &path, const QSize &size, qreal ratio)
{
    QImage image(QSizeF(size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
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

// Made once: painting a row must not put strings together.
using Names = std::vector<QString>;

Names paths(const QString &folder, std::initializer_list<const char16_t *> names)
{
    Names made;
    for (const bool dark : {false, true}) {
        for (const char16_t *name : names)
            made.push_back(
                QStringLiteral(":/learnlab/icons/%1/%2/%3.svg")
                    .arg(folder, dark ? QStringLiteral("dark") : QStringLiteral("light"), QString::fromUtf16(name)));
    }
    return made;
}

const QString &badgePath(ItemStatus status, bool dark)
{
    // In the order of ItemStatus.
    static const Names all = paths(QStringLiteral("status"), {u"synced", u"available-offline", u"uploading", u"pending",
                                                              u"waiting", u"failed", u"conflict", u"online-only"});
    return all[size_t(status) + (dark ? all.size() / 2 : 0)];
}

const QString &fileIconPath(FileType type, bool folder, bool dark)
{
    // In the order of FileType, then the folder.
    static const Names all =
        paths(QStringLiteral("filetype"), {u"text", u"pdf", u"doc", u"sheet", u"slides", u"image", u"video", u"audio",
                                           u"code", u"archive", u"text", u"folder"});
    const size_t half = all.size() / 2;
    return all[(folder ? half - 1 : size_t(type)) + (dark ? half : 0)];
}

QString uiPath(const QString &name)
{
    return QStringLiteral(":/learnlab/icons/ui/%1.svg").arg(name);
}

qreal ratioOf(const QPainter *painter)
{
    return painter->device()->devicePixelRatioF();
}

void drawCentred(QPainter *painter, const QRect &rect, int size, const QPixmap &pixmap)
{
    painter->drawPixmap(QPoint(rect.left() + (rect.width() - size) / 2, rect.top() + (rect.height() - size) / 2),
                        pixmap);
}

// With the cache of the application's style, or with none under a foreign style.
template <typename Use>
void withIcons(Use use)
{
    if (auto *style = qobject_cast<Style *>(QApplication::style())) {
        use(style->icons());
    } else {
        Icons once;
        use(once);
    }
}

} // namespace

QPixmap Icons::colored(const QString &path, const QSize &size, qreal ratio)
{
    const Key key{path, size, qRound(ratio * 100), 0, false};
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    return *m_cache.insert(key, rendered(path, size, ratio));
}

QPixmap Icons::tinted(const QString &path, const QSize &size, qreal ratio, const QColor &color, bool mirrored)
{
    const Key key{path, size, qRound(ratio * 100), color.rgba(), mirrored};
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    QPixmap pixmap = rendered(path, size, ratio);
    {
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRect(QPoint(0, 0), size), color);
    }
    if (mirrored) {
        pixmap = QPixmap::fromImage(pixmap.toImage().mirrored(true, false));
        pixmap.setDevicePixelRatio(ratio);
    }
    return *m_cache.insert(key, pixmap);
}

QPixmap brandMark(int size, qreal ratio)
{
    // The small drawing has fewer parts, which stay whole up to 32 px.
    const QString path = size <= 32 ? QStringLiteral(":/learnlab/icons/app/learnlab-small.svg")
                                    : QStringLiteral(":/learnlab/icons/app/learnlab.svg");
    QPixmap mark;
    withIcons([&](Icons &icons) { mark = icons.colored(path, QSize(size, size), ratio); });
    return mark;
}

bool hasUiIcon(const QString &name)
{
    return QFile::exists(uiPath(name));
}

QIcon uiIcon(const QString &name)
{
    return hasUiIcon(name) ? QIcon(new UiIconEngine(name)) : QIcon::fromTheme(name); // QIcon owns its engine
}

QIcon applicationIcon()
{
    return QIcon(new BrandIconEngine); // QIcon owns its engine
}

void paintUiIcon(QPainter *painter, const QRect &rect, const QString &name, int size, const QColor &color,
                 bool mirrored)
{
    withIcons([&](Icons &icons) {
        drawCentred(painter, rect, size,
                    icons.tinted(uiPath(name), QSize(size, size), ratioOf(painter), color, mirrored));
    });
}

void paintFileIcon(QPainter *painter, const QRect &rect, FileType type, bool folder, int size)
{
    const QString &path = fileIconPath(type, folder, themeOf(nullptr).dark);
    withIcons([&](Icons &icons) {
        drawCentred(painter, rect, size, icons.colored(path, QSize(size, size), ratioOf(painter)));
    });
}

void paintBadge(QPainter *painter, const QRect &rect, ItemStatus status, int size, bool selected)
{
    const Theme &theme = themeOf(nullptr);
    const QString &path = badgePath(status, theme.dark);
    withIcons([&](Icons &icons) {
        const QSize box(size, size);
        const bool quiet = status == ItemStatus::Synced && selected;
        drawCentred(painter, rect, size,
                    quiet ? icons.tinted(path, box, ratioOf(painter), theme.accent)
                          : icons.colored(path, box, ratioOf(painter)));
    });
}

} // namespace learnlab::ui
