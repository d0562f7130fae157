#include "preview/protocol.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace learnlab::preview {

namespace {

constexpr qsizetype lengthBytes = 4;
constexpr auto streamVersion = QDataStream::Qt_6_4;
constexpr int longestSide = 1 << 20;

template <class E>
bool within(quint8 value, E last)
{
    return value <= static_cast<quint8>(last);
}

bool isSane(const QSize &size)
{
    return size.width() >= 0 && size.height() >= 0 && size.width() <= longestSide && size.height() <= longestSide;
}

} // namespace

QByteArray encode(const Request &request)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << static_cast<quint8>(request.kind) << request.path << request.box << qint32(request.page)
        << qint32(request.most) << request.code;
    return bytes;
}

std::optional<Request> decodeRequest(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    Request request;
    quint8 kind = 0;
    in >> kind >> request.path >> request.box >> request.page >> request.most >> request.code;
    if (in.status() != QDataStream::Ok || !in.atEnd() || !within(kind, Kind::Text) || !isSane(request.box) ||
        request.page < 0 || request.most < 0 || request.most > mostText ||
        qint64(request.box.width()) * request.box.height() > mostPixels)
        return std::nullopt;
    request.kind = static_cast<Kind>(kind);
    return request;
}

QByteArray encode(const Answer &answer)
{
    QByteArray bytes;
    bytes.reserve(answer.pixels.size() + 2 * answer.text.size() + 256);
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << static_cast<quint8>(answer.outcome) << static_cast<quint8>(answer.content)
        << static_cast<quint8>(answer.shape) << answer.size << answer.pixels << answer.original << qint32(answer.pages)
        << answer.text << answer.more;
    return bytes;
}

std::optional<Answer> decodeAnswer(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    Answer answer;
    quint8 outcome = 0;
    quint8 content = 0;
    quint8 shape = 0;
    in >> outcome >> content >> shape >> answer.size >> answer.pixels >> answer.original >> answer.pages >>
        answer.text >> answer.more;
    if (in.status() != QDataStream::Ok || !in.atEnd() || !within(outcome, Outcome::Unreadable) ||
        !within(content, Content::Text) || !within(shape, Shape::Sheet) || !isSane(answer.size) ||
        !isSane(answer.original) || answer.pages < 0 || answer.text.size() > mostText)
        return std::nullopt;
    const qint64 pixels = qint64(std::max(0, answer.size.width())) * std::max(0, answer.size.height());
    if (pixels > mostPixels || pixels * 4 != answer.pixels.size())
        return std::nullopt;
    answer.outcome = static_cast<Outcome>(outcome);
    answer.content = static_cast<Content>(content);
    answer.shape = static_cast<Shape>(shape);
    return answer;
}

QByteArray framed(const QByteArray &bytes)
{
    QByteArray frame(lengthBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(bytes.size()), frame.data());
    return frame + bytes;
}

std::optional<QByteArray> Frames::next()
{
    if (m_broken || m_bytes.size() < lengthBytes)
        return std::nullopt;
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(m_bytes.constData()));
    if (length > m_longest) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (m_bytes.size() < lengthBytes + length)
        return std::nullopt;
    QByteArray frame = m_bytes.mid(lengthBytes, length);
    m_bytes.remove(0, lengthBytes + length);
    return frame;
}

} // namespace learnlab::preview
