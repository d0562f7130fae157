#include "ui/preview/previews.h"

#include "preview_worker.h"

#include "content/places.h"
#include "ui/models/format.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int mostKilobytes = 96 * 1024;
constexpr int mostText = 1024 * 1024;

constexpr qsizetype idLength = 16;
constexpr qsizetype mostSizes = 4;

QSize pixelsOf(const QSize &box, qreal ratio)
{
    return (QSizeF(box) * ratio).toSize();
}

QByteArray keyOf(const QByteArray &id, const QSize &pixels)
{
    return id + QByteArray::number(pixels.width()) + 'x' + QByteArray::number(pixels.height());
}

} // namespace

/// Where the bytes of a file are.
struct Previews::Located
{
    QByteArray id;
    QByteArray digest; ///< of what is here, else of what the server has
    bool here = false;
    bool code = false;
};

Previews::Previews(Backend &backend, QObject *parent, const QString &renderer)
    : Thumbnails(parent), m_backend(backend), m_worker(new PreviewWorker(renderer)), m_known(mostKilobytes)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &PreviewWorker::made, this, &Previews::take);
    connect(&m_backend, &Backend::accountChanged, this, &Previews::begin);
    connect(&m_backend, &Backend::mirrorChanged, this, &Previews::noteChange);
    m_thread.setObjectName(QStringLiteral("previews"));
    m_thread.start(QThread::LowPriority);
    begin();
}

Previews::~Previews()
{
    m_thread.quit();
    m_thread.wait();
}

void Previews::begin()
{
    m_known.clear();
    const QString account = m_backend.accountFolder();
    const QString folder = account.isEmpty() ? QString() : content::thumbnailFolder(account);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, folder] { worker->setFolder(folder); });
}

const Thumbnail *Previews::find(const QByteArray &id, const QSize &box, qreal ratio)
{
    const auto picture = [&](const QSize &pixels) -> const Thumbnail * {
        const Known *known = m_known.object(keyOf(id, pixels));
        return known && !known->thumbnail.picture.isNull() ? &known->thumbnail : nullptr;
    };
    if (const Thumbnail *exact = picture(pixelsOf(box, ratio)))
        return exact;
    for (const QSize &pixels : std::as_const(m_sizes)) {
        if (const Thumbnail *other = picture(pixels))
            return other;
    }
    return nullptr;
}

void Previews::want(const QObject *viewer, const QList<QByteArray> &ids, const QSize &box, qreal ratio)
{
    m_wishes.removeIf([viewer](const Wish &wish) { return wish.viewer == viewer; });
    if (!ids.isEmpty()) {
        const QSize pixels = pixelsOf(box, ratio);
        m_wishes.prepend({viewer, ids, pixels, ratio});
        m_sizes.removeOne(pixels);
        m_sizes.prepend(pixels);
        m_sizes.resize(std::min<qsizetype>(m_sizes.size(), mostSizes));
    }
    locate();
}

void Previews::noteChange(const mirror::Change &change)
{
    QSet<QByteArray> changed;
    for (const domain::ItemRef &item : change.items)
        changed.insert(domain::toBlob(domain::FileId(item.id)));
    bool concerned = change.everything;
    for (const QByteArray &key : m_known.keys()) {
        if (!change.everything && !changed.contains(key.left(idLength)))
            continue;
        m_known.object(key)->checked = false;
        concerned = true;
    }
    if (concerned && !m_wishes.isEmpty())
        locate();
}

void Previews::locate()
{
    QList<QByteArray> wanted;
    for (const Wish &wish : std::as_const(m_wishes)) {
        for (const QByteArray &id : wish.ids) {
            const Known *known = m_known.object(keyOf(id, wish.pixels));
            if (!known || !known->checked)
                wanted.append(id);
        }
    }
    if (wanted.isEmpty() || !m_backend.mirror()) {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->setJobs({}); });
        return;
    }
    m_backend.mirror()->ask<QList<Located>>(
        this,
        [wanted](const mirror::Reader &reader) {
            QList<Located> places;
            for (const QByteArray &id : wanted) {
                const auto file = reader.file(domain::fromBlob<domain::FileId>(id));
                if (!file)
                    continue;
                const auto kept = reader.content(file->id);
                const bool here = kept && kept->present;
                places.append({id, here ? kept->sha256 : file->contentSha256, here,
                               fileTypeOf(file->filename, file->mimeType) == FileType::Code});
            }
            return places;
        },
        [this](const QList<Located> &places) { order(places); }, true);
}

void Previews::order(const QList<Located> &places)
{
    QHash<QByteArray, Located> byId;
    for (const Located &place : places)
        byId.insert(place.id, place);
    QList<PreviewWorker::Job> jobs;
    const QString account = m_backend.accountFolder();
    for (const Wish &wish : std::as_const(m_wishes)) {
        for (const QByteArray &id : wish.ids) {
            const auto place = byId.constFind(id);
            if (place == byId.cend())
                continue;
            Known *known = m_known.object(keyOf(id, wish.pixels));
            const bool same = known && known->digest == place->digest;
            // What had no picture because its bytes were elsewhere may have come here.
            if (same && !(place->here && known->thumbnail.picture.isNull() && !known->checked))
                known->checked = true;
            else if (!place->digest.isEmpty())
                jobs.append({id, place->digest, place->here ? content::keptPath(account, place->digest) : QByteArray(),
                             wish.pixels, place->code});
        }
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, jobs] { worker->setJobs(jobs); });
}

void Previews::take(const QByteArray &id, const QByteArray &digest, const QSize &pixels, const QImage &image,
                    bool sheet)
{
    const auto wish =
        std::find_if(m_wishes.cbegin(), m_wishes.cend(), [&](const Wish &one) { return one.pixels == pixels; });
    auto known = std::make_unique<Known>();
    known->digest = digest;
    known->checked = true;
    if (!image.isNull()) {
        known->thumbnail.picture = QPixmap::fromImage(image);
        known->thumbnail.picture.setDevicePixelRatio(wish == m_wishes.cend() ? 1.0 : wish->ratio);
        known->thumbnail.sheet = sheet;
    }
    const auto cost = static_cast<qsizetype>(1 + image.sizeInBytes() / 1024);
    m_known.insert(keyOf(id, pixels), known.release(), cost); // the cache owns it
    Q_EMIT ready(id);
}

void Previews::look(const QString &path, const QSize &box, int page, QObject *context,
                    std::function<void(const Look &)> reply)
{
    const quint64 number = ++m_look;
    const preview::Request request{
        .kind = preview::Kind::Look, .path = QFile::encodeName(path), .box = box, .page = page, .most = mostText};
    auto *once = new QObject(context);
    connect(m_worker, &PreviewWorker::looked, once,
            [this, once, number, reply = std::move(reply)](quint64 answered, const Look &look) {
                if (answered < number)
                    return;
                once->deleteLater();
                if (answered == number && number == m_look)
                    reply(look);
            });
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, number, request] { worker->look(number, request); });
}

void Previews::stopLooking()
{
    ++m_look;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stopLooking(); });
}

} // namespace learnlab::ui
