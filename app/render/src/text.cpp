#include "looks.h"

#include "decoded.h"

#include <QFile>

namespace learnlab::render {

using preview::Answer;
using preview::Outcome;
using preview::Request;

namespace {

constexpr qint64 enoughForThumbnail = 8 * 1024;

} // namespace

Answer lookAtText(QFile &file, const Request &request)
{
    const bool thumbnail = request.kind == preview::Kind::Thumbnail;
    const qint64 most = thumbnail ? enoughForThumbnail : request.most;
    const QByteArray bytes = file.read(most);
    const bool more = file.size() > bytes.size();
    const auto text = decoded(bytes, more);
    if (!text)
        return failure(Outcome::Unsupported);
    Answer answer;
    answer.content = preview::Content::Text;
    answer.outcome = Outcome::Done;
    answer.more = more;
    if (!thumbnail) {
        answer.text = *text;
        return answer;
    }
    if (text->trimmed().isEmpty())
        return failure(Outcome::Unsupported); // an empty sheet tells nothing
    answer.shape = request.code ? preview::Shape::Photo : preview::Shape::Sheet;
    setPicture(&answer, drawnText(*text, request.code ? request.box : sheetIn(request.box), request.code));
    return answer;
}

} // namespace learnlab::render
