#include "looks.h"

#include <QFile>
#include <poppler-qt6.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

namespace learnlab::render {

using preview::Answer;
using preview::Outcome;
using preview::Request;

namespace {

constexpr double pointsPerInch = 72;
constexpr double longestPage = 14400;            // points; what the format allows
constexpr double slideShape = 1.2;               // wider than high by this: a slide, which fills its tile
constexpr std::chrono::seconds enoughReading(6); // half of what Renderer waits: some words are better than none

bool isSane(const QSizeF &page)
{
    const auto good = [](double side) { return std::isfinite(side) && side >= 1 && side <= longestPage; };
    return good(page.width()) && good(page.height());
}

/// Factor from points to pixels that makes the whole page fit into, or cover, the box.
double factorFor(const QSizeF &page, const QSizeF &box, bool cover)
{
    const double x = box.width() / page.width();
    const double y = box.height() / page.height();
    const double most = std::sqrt(preview::mostPixels / (page.width() * page.height())) * 0.99;
    return std::clamp(cover ? std::max(x, y) : std::min(x, y), 0.001, most);
}

QImage picture(Poppler::Page &page, double factor, const QRect &part = {})
{
    const double resolution = factor * pointsPerInch;
    if (part.isNull())
        return page.renderToImage(resolution, resolution);
    return page.renderToImage(resolution, resolution, part.x(), part.y(), part.width(), part.height());
}

void drawThumbnail(Answer *answer, Poppler::Page &page, const QSizeF &size, const QSize &box)
{
    if (size.width() >= slideShape * size.height()) {
        const double factor = factorFor(size, box, true);
        const QSize whole(int(std::lround(size.width() * factor)), int(std::lround(size.height() * factor)));
        const QSize shown = whole.boundedTo(box);
        answer->shape = preview::Shape::Photo;
        setPicture(answer, picture(page, factor,
                                   {(whole.width() - shown.width()) / 2, (whole.height() - shown.height()) / 2,
                                    shown.width(), shown.height()}));
        return;
    }
    const QSize sheet = sheetIn(box);
    const double factor = factorFor(size, {double(sheet.width()), longestPage}, false);
    const int height = std::clamp(int(std::lround(size.height() * factor)), 1, sheet.height());
    answer->shape = preview::Shape::Sheet;
    setPicture(answer, picture(page, factor, {0, 0, sheet.width(), height}));
}

Answer wordsOf(const Poppler::Document &document, int most)
{
    Answer answer;
    answer.content = preview::Content::Pdf;
    answer.pages = document.numPages();
    const auto end = std::chrono::steady_clock::now() + enoughReading;
    for (int number = 0; number < answer.pages && !answer.more; ++number) {
        const std::unique_ptr<Poppler::Page> page = document.page(number);
        if (page)
            answer.text += page->text({}) + QLatin1Char('\n');
        answer.more =
            answer.text.size() > most || (number + 1 < answer.pages && std::chrono::steady_clock::now() > end);
    }
    answer.text.truncate(most);
    answer.outcome = Outcome::Done;
    return answer;
}

} // namespace

Answer lookAtPdf(const Request &request)
{
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::load(QFile::decodeName(request.path));
    if (!document)
        return failure(Outcome::Damaged);
    if (document->isLocked())
        return failure(Outcome::Unsupported);
    if (request.kind == preview::Kind::Text)
        return wordsOf(*document, request.most);
    if (document->numPages() < 1)
        return failure(Outcome::Damaged);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const std::unique_ptr<Poppler::Page> page = document->page(std::min(request.page, document->numPages() - 1));
    if (!page)
        return failure(Outcome::Damaged);
    const QSizeF size = page->pageSizeF();
    if (!isSane(size))
        return failure(Outcome::Damaged);
    Answer answer;
    answer.content = preview::Content::Pdf;
    answer.pages = document->numPages();
    answer.original = size.toSize();
    if (request.kind == preview::Kind::Thumbnail)
        drawThumbnail(&answer, *page, size, request.box);
    else
        setPicture(&answer, picture(*page, factorFor(size, request.box, false)));
    if (answer.pixels.isEmpty() && answer.outcome == Outcome::Unsupported)
        answer.outcome = Outcome::Damaged;
    return answer;
}

} // namespace learnlab::render
