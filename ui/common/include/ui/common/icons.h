#pragma once

#include <ui/models/file_roles.h>

#include <QtCore/QHash>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

#include <cstddef>

class QPainter;
class QRect;

namespace learnlab::ui {

// Renders the program's own SVG icons once for each size, pixel ratio and colour. Owned by the style; only for the UI
// thread.
class Icons
{
public:
    // The drawing at PATH (a resource) in its own colours.
    [[nodiscard]] QPixmap colored(const QString &path, const QSize &size, qreal ratio);
    // Its shape in one colour. MIRRORED flips it for right-to-left.
    [[nodiscard]] QPixmap tinted(const QString &path, const QSize &size, qreal ratio, const QColor &color,
                                 bool mirrored = false);

    void clear() { m_cache.clear(); }

private:
    struct Key
    {
        QString path;
        QSize size;
        int ratio; // in hundredths
        QRgb color;
        bool mirrored;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.path, key.size.width(), key.size.height(), key.ratio, key.color, key.mirrored);
        }
    };
    QHash<Key, QPixmap> m_cache;
};

// NAME of icons/ui as an icon that follows the theme: secondary text at rest, text when active, disabled when disabled.
// A name that the program does not have is looked up in the desktop's icon theme.
[[nodiscard]] QIcon uiIcon(const QString &name);
// Whether the program has an icon of its own called NAME.
[[nodiscard]] bool hasUiIcon(const QString &name);
// The program's own icon, in its small or its large drawing by size.
[[nodiscard]] QIcon applicationIcon();
[[nodiscard]] QPixmap brandMark(int size, qreal ratio);

// Paints an icon centred in RECT at SIZE, through the cache of the application's style.
void paintUiIcon(QPainter *painter, const QRect &rect, const QString &name, int size, const QColor &color,
                 bool mirrored = false);
void paintFileIcon(QPainter *painter, const QRect &rect, FileType type, bool folder, int size);
// The badge of STATUS; on a selected row the quiet ones take the accent.
void paintBadge(QPainter *painter, const QRect &rect, ItemStatus status, int size = 16, bool selected = false);

} // namespace learnlab::ui
