#include "hostile_files.h"

#include <QDataStream>
#include <QIODevice>
#include <QList>

#include <array>

namespace learnlab::tests {

namespace {

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

QByteArray chunk(const QByteArray &name, const QByteArray &data)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << quint32(data.size());
    bytes += name + data;
    out.device()->seek(bytes.size());
    out << crcOf(name + data);
    return bytes;
}

} // namespace

QByteArray pngOf(const QSize &size, qsizetype zeros)
{
    QByteArray head;
    QDataStream out(&head, QIODevice::WriteOnly);
    out << quint32(size.width()) << quint32(size.height()) << quint8(8) << quint8(6) << quint8(0) << quint8(0)
        << quint8(0);
    const QByteArray pixels = qCompress(QByteArray(zeros, '\0'), 9).mid(4);
    return QByteArray("\x89PNG\r\n\x1A\n") + chunk("IHDR", head) + chunk("IDAT", pixels) + chunk("IEND", {});
}

QByteArray bitmapHead(const QSize &size)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("BM", 2);
    out << quint32(54 + 4LL * size.width() * size.height()) << quint32(0) << quint32(54);
    out << quint32(40) << qint32(size.width()) << qint32(size.height()) << quint16(1) << quint16(32) << quint32(0)
        << quint32(0) << quint32(0) << quint32(0) << quint32(0) << quint32(0);
    return bytes;
}

QByteArray endlessPdf()
{
    constexpr int levels = 9;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R"
                              "/Resources<</XObject<</F 5 0 R>>>>>>",
                              "<</Length 5>>stream\n/F Do\nendstream"};
    for (int level = 0; level < levels; ++level) {
        const bool last = level == levels - 1;
        QByteArray content;
        for (int i = 0; i < 20; ++i)
            content += last ? "0 0 300 400 re f\n" : "/F Do\n";
        const QByteArray resources =
            last ? QByteArray("<<>>") : "<</XObject<</F " + QByteArray::number(6 + level) + " 0 R>>>>";
        objects.append("<</Type/XObject/Subtype/Form/BBox[0 0 300 400]/Resources" + resources + "/Length " +
                       QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream");
    }
    QByteArray file = "%PDF-1.4\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places.append(file.size());
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(file.size());
    file += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return file + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace learnlab::tests
