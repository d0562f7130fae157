#include "preview_worker.h"

#include <algorithm>

namespace learnlab::ui {

namespace {

QImage imageOf(const preview::Answer &answer)
{
    if (answer.pixels.isEmpty())
        return {};
    const QImage image(reinterpret_cast<const uchar *>(answer.pixels.constData()), answer.size.width(),
                       answer.size.height(), QImage::Format_ARGB32_Premultiplied);
    return image.copy(); // the bytes go with the answer
}

bool isOpaque(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return false;
    }
    return true;
}

} // namespace

PreviewWorker::PreviewWorker(const QString &renderer)
    : m_tiles({.program = renderer}, this), m_looker({.program = renderer}, this)
{}

void PreviewWorker::setFolder(const QString &folder)
{
    m_files = ThumbnailFiles(folder);
    m_jobs.clear();
}

void PreviewWorker::setJobs(const QList<Job> &jobs)
{
    m_jobs.assign(jobs.cbegin(), jobs.cend());
    if (m_current)
        std::erase(m_jobs, *m_current);
    else
        goOn();
}

void PreviewWorker::goOn()
{
    m_current.reset();
    if (m_jobs.empty())
        return;
    m_current = m_jobs.front();
    m_jobs.pop_front();
    const Job job = *m_current;
    // One at a time, and the loop between them: newer wishes come first.
    const auto next = [this] { QMetaObject::invokeMethod(this, &PreviewWorker::goOn, Qt::QueuedConnection); };
    if (const auto found = m_files.load(job.digest, job.pixels)) {
        Q_EMIT made(job.id, job.digest, job.pixels, found->image, found->sheet);
        next();
    } else if (job.path.isEmpty()) {
        Q_EMIT made(job.id, job.digest, job.pixels, {}, false);
        next();
    } else {
        m_tiles.ask({.kind = preview::Kind::Thumbnail, .path = job.path, .box = job.pixels, .code = job.code},
                    [this, job, next](const preview::Answer &answer) {
                        finish(job, answer);
                        next();
                    });
    }
}

void PreviewWorker::finish(const Job &job, const preview::Answer &answer)
{
    QImage image = imageOf(answer);
    if (!image.isNull() && isOpaque(image))
        image = image.convertToFormat(QImage::Format_RGB32);
    const bool sheet = answer.shape == preview::Shape::Sheet;
    m_files.save(job.digest, job.pixels, {image, sheet});
    Q_EMIT made(job.id, job.digest, job.pixels, image, sheet);
}

void PreviewWorker::look(quint64 number, const preview::Request &request)
{
    // Nobody waits for another file any more, however long it would have taken.
    if (m_looksAt != request.path)
        m_looker.drop();
    m_looksAt = request.path;
    m_looker.cancel(m_look); // only the newest is waited for
    m_look = m_looker.ask(request, [this, number](const preview::Answer &answer) {
        Look look{answer.outcome, answer.content, imageOf(answer), answer.original,
                  answer.pages,   answer.text,    answer.more};
        Q_EMIT looked(number, look);
    });
}

void PreviewWorker::stopLooking()
{
    m_looker.drop();
    m_looksAt.clear();
}

} // namespace learnlab::ui
