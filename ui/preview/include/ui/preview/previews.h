#pragma once

#include "preview/protocol.h"
#include "ui/common/thumbnails.h"
#include "ui/models/backend.h"

#include <QCache>
#include <QImage>
#include <QPointer>
#include <QThread>

namespace learnlab::ui {

class PreviewWorker;

/// What one page, picture or text looks like.
struct Look
{
    preview::Outcome outcome = preview::Outcome::Unsupported;
    preview::Content content = preview::Content::Nothing;
    QImage picture;
    QSize original; ///< of the image in pixels, of the page in points
    int pages = 0;
    QString text;
    bool more = false; ///< the text goes on
};

/// The pictures of the account's files that are on this computer: small ones, kept by digest in the account's folder,
/// and the large ones of a preview. Everything is read by learnlab-render, on a thread of its own. UI thread; the
/// backend outlives it.
class Previews final : public Thumbnails
{
    Q_OBJECT

public:
    /// `renderer`: the program; empty: where it is installed.
    explicit Previews(Backend &backend, QObject *parent = nullptr, const QString &renderer = {});
    ~Previews() override;

    [[nodiscard]] const Thumbnail *find(const QByteArray &id, const QSize &box, qreal ratio) override;
    void want(const QObject *viewer, const QList<QByteArray> &ids, const QSize &box, qreal ratio) override;

    /// Looks at a file of this computer: a picture that fits into `box` (pixels of the screen), or text. Only the
    /// newest question is answered.
    void look(const QString &path, const QSize &box, int page, QObject *context,
              std::function<void(const Look &)> reply);
    /// Nobody waits for an answer any more.
    void stopLooking();

private:
    struct Wish
    {
        const QObject *viewer;
        QList<QByteArray> ids;
        QSize pixels;
        qreal ratio;
    };
    struct Known
    {
        Thumbnail thumbnail; ///< without a picture: it has none
        QByteArray digest;
        bool checked = false; ///< the digest is still that of the file
    };
    struct Located;

    void begin();
    void noteChange(const mirror::Change &change);
    void locate();
    void order(const QList<Located> &places);
    void take(const QByteArray &id, const QByteArray &digest, const QSize &pixels, const QImage &image, bool sheet);

    Backend &m_backend;
    QThread m_thread;
    PreviewWorker *m_worker;           ///< lives on the thread, which ends it
    QCache<QByteArray, Known> m_known; ///< by id and size; costs kilobytes
    QList<Wish> m_wishes;
    QList<QSize> m_sizes; ///< that were wanted last
    quint64 m_look = 0;   ///< the newest
};

} // namespace learnlab::ui
