#include "looks.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace learnlab::render {

using preview::Answer;
using preview::Outcome;
using preview::Request;

namespace {

constexpr qint64 headLength = 1024;
constexpr double sheetShare = 0.53; // of the tile's width
constexpr double sheetTop = 0.075;  // of its height

} // namespace

Answer failure(Outcome outcome)
{
    Answer answer;
    answer.outcome = outcome;
    return answer;
}

void setPicture(Answer *answer, const QImage &image)
{
    if (image.isNull())
        return;
    if (qint64(image.width()) * image.height() > preview::mostPixels) {
        *answer = failure(Outcome::TooLarge);
        return;
    }
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (plain.isNull()) { // no memory for it
        *answer = failure(Outcome::TooLarge);
        return;
    }
    answer->outcome = Outcome::Done;
    answer->size = plain.size();
    answer->pixels = QByteArray(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes());
}

QSize sheetIn(const QSize &box)
{
    return {std::max(1, qRound(box.width() * sheetShare)), std::max(1, qRound(box.height() * (1 - sheetTop)))};
}

Answer answerTo(const Request &request)
{
    struct stat about
    {};
    // What is no plain file may never end, or wait for somebody.
    if (::stat(request.path.constData(), &about) != 0 || !S_ISREG(about.st_mode))
        return failure(Outcome::Unreadable);
    QFile file(QFile::decodeName(request.path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Outcome::Unreadable);
    const QByteArray head = file.peek(headLength);
    // By what is in it: the name may lie.
    if (head.contains("%PDF-"))
        return lookAtPdf(request);
    if (request.kind != preview::Kind::Text) {
        const Answer image = lookAtImage(file, request);
        if (image.outcome != Outcome::Unsupported)
            return image;
        file.seek(0);
    }
    return lookAtText(file, request);
}

} // namespace learnlab::render
