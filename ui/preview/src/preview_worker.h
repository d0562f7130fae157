#pragma once

#include "thumbnail_files.h"

#include "preview/renderer.h"
#include "ui/preview/previews.h"

#include <deque>

namespace learnlab::ui {

/// What Previews does away from the window: reads and writes small pictures, and asks two processes, one for tiles and
/// one for the preview that somebody waits for. Lives on the thread of Previews.
class PreviewWorker final : public QObject
{
    Q_OBJECT

public:
    struct Job
    {
        QByteArray id;
        QByteArray digest;
        QByteArray path; ///< empty: the bytes are not here, a picture of them may be
        QSize pixels;
        bool code = false;
        friend bool operator==(const Job &, const Job &) = default;
    };

    explicit PreviewWorker(const QString &renderer);

    // Called on the worker's thread.
    void setFolder(const QString &folder); ///< of the account's small pictures; empty: none is open
    void setJobs(const QList<Job> &jobs);  ///< in place of those that have not begun
    void look(quint64 number, const preview::Request &request);
    void stopLooking();

Q_SIGNALS:
    /// Without an image: there is none.
    void made(const QByteArray &id, const QByteArray &digest, const QSize &pixels, const QImage &image, bool sheet);
    void looked(quint64 number, const learnlab::ui::Look &look);

private:
    void goOn();
    void finish(const Job &job, const preview::Answer &answer);

    preview::Renderer m_tiles;
    preview::Renderer m_looker;
    ThumbnailFiles m_files;
    std::deque<Job> m_jobs;
    std::optional<Job> m_current;
    QByteArray m_looksAt; ///< the path under the running look
    quint64 m_look = 0;   ///< its job
};

} // namespace learnlab::ui
