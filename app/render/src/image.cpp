#include "looks.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace learnlab::render {

using preview::Answer;
using preview::Outcome;
using preview::Request;

namespace {

constexpr qint64 mostSourcePixels = 60LL * 1000 * 1000; // 240 MB when decoded in full
constexpr qint64 mostJpegPixels = 400LL * 1000 * 1000;  // made small while it is read
constexpr int mostDecoded = 256;                        // MB of one image in memory
constexpr int longestSourceSide = 100'000;

bool isWelcome(const QByteArray &format)
{
    static const QList<QByteArray> formats{"png",  "jpeg", "jpg", "gif",  "webp", "bmp", "svg",
                                           "svgz", "ico",  "tif", "tiff", "pbm",  "pgm", "ppm"};
    return formats.contains(format);
}

bool isDrawing(const QByteArray &format)
{
    return format.startsWith("svg");
}

/// What `source` becomes in `box`: covering it, or fitting into it. Nothing but drawings grows.
QSize scaled(const QSize &source, const QSize &box, bool cover, bool mayGrow)
{
    const double x = double(box.width()) / source.width();
    const double y = double(box.height()) / source.height();
    double factor = cover ? std::max(x, y) : std::min(x, y);
    if (!mayGrow)
        factor = std::min(factor, 1.0);
    // A stripe that covers the box on one side may be endless on the other.
    const double pixels = double(source.width()) * source.height() * factor * factor;
    if (pixels > preview::mostPixels)
        factor *= std::sqrt(preview::mostPixels / pixels) * 0.99;
    return {std::max(1, int(std::lround(source.width() * factor))),
            std::max(1, int(std::lround(source.height() * factor)))};
}

QImage middleOf(const QImage &image, const QSize &box)
{
    const QSize size = image.size().boundedTo(box);
    return image.copy((image.width() - size.width()) / 2, (image.height() - size.height()) / 2, size.width(),
                      size.height());
}

} // namespace

Answer lookAtImage(QFile &file, const Request &request)
{
    QImageReader::setAllocationLimit(mostDecoded);
    QImageReader reader(&file);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    if (!isWelcome(format))
        return failure(Outcome::Unsupported);
    const QSize size = reader.size();
    if (size.isEmpty())
        return failure(Outcome::Damaged);
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels > (format.startsWith("jp") ? mostJpegPixels : mostSourcePixels) ||
        std::max(size.width(), size.height()) > longestSourceSide)
        return failure(Outcome::TooLarge);
    const bool thumbnail = request.kind == preview::Kind::Thumbnail;
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize box = turned ? request.box.transposed() : request.box;
    const QSize wanted = scaled(size, box.expandedTo(QSize(1, 1)), thumbnail, isDrawing(format));
    if (wanted != size)
        reader.setScaledSize(wanted);
    QImage image = reader.read();
    if (image.isNull())
        return failure(Outcome::Damaged);
    Answer answer;
    answer.content = preview::Content::Image;
    answer.original = turned ? size.transposed() : size;
    answer.pages = 1;
    setPicture(&answer, thumbnail ? middleOf(image, request.box) : image);
    return answer;
}

} // namespace learnlab::render
