#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSize>
#include <QtGui/QPixmap>

class QPainter;
class QRect;

namespace learnlab::ui {

struct Theme;

// A small picture of a file. A sheet stands in its frame with room around it; a photo fills the frame.
struct Thumbnail
{
    QPixmap picture;
    bool sheet = false;
};

// Small pictures of files, by the file's id. UI thread; never waits. Outlives the views that ask it.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The picture of a file in a frame of BOX, or the one made for another frame until that is there. Null: there is
    // none, or none yet. Valid until the next call.
    [[nodiscard]] virtual const Thumbnail *find(const QByteArray &id, const QSize &box, qreal ratio) = 0;
    // What VIEWER shows now, in the order in which it is to be made; what it asked for before and does not name any
    // more is forgotten.
    virtual void want(const QObject *viewer, const QList<QByteArray> &ids, const QSize &box, qreal ratio) = 0;

Q_SIGNALS:
    void ready(const QByteArray &id); // find() answers something else than before
};

// THUMBNAIL in FRAME, with its ground and border.
void paintThumbnail(QPainter *painter, const QRect &frame, const Thumbnail &thumbnail, const Theme &theme);

} // namespace learnlab::ui
