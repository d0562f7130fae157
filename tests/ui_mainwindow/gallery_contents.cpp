// The bytes of some of the student's files: what their small pictures and previews are made of.
#include "gallery_world.h"

#include "content/places.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>

namespace learnlab::tests {

namespace {

enum ContentNumber { Assignment = 1, Benchmark = 3, Notes = 4, MockExam = 5, Traversal = 6, Whiteboard = 12 };

QByteArray campusPhoto()
{
    QImage image(1200, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, 900);
    sky.setColorAt(0, QColor(0x6E8FB8));
    sky.setColorAt(1, QColor(0xF2C48D));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xFBE3B0));
    painter.drawEllipse(QPoint(860, 430), 90, 90);
    for (int hill = 0; hill < 3; ++hill) {
        QPainterPath path(QPointF(0, 900));
        path.lineTo(0, 560 + hill * 90);
        path.cubicTo(300, 420 + hill * 130, 700, 640 + hill * 60, 1200, 470 + hill * 140);
        path.lineTo(1200, 900);
        painter.fillPath(path, QColor(0x4E7A6A).darker(100 + hill * 35));
    }
    painter.setBrush(QColor(0x9A4A38));
    painter.drawRect(220, 430, 220, 260);
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "JPEG", 90);
    return buffer.data();
}

QByteArray paper(const QString &title, int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        painter.setPen(Qt::black);
        painter.setFont(QFont(QStringLiteral("Serif"), 20, QFont::Bold));
        painter.drawText(QRect(0, 20, 520, 40), Qt::AlignHCenter, title);
        painter.setFont(QFont(QStringLiteral("Serif"), 13, QFont::Bold));
        painter.drawText(40, 120, QStringLiteral("%1 Optimal substructure").arg(page));
        for (int line = 0; line < 22; ++line)
            painter.fillRect(40, 140 + line * 22 + line / 6 * 20, line % 6 == 5 ? 250 : 440, 7, QColor(0xC9CED2));
        if (page < pages)
            writer.newPage();
    }
    painter.end();
    return buffer.data();
}

const char traversal[] = R"(import heapq
from collections import defaultdict

# Shortest paths from one node to all others.
def dijkstra(graph, start):
    distance = {start: 0}
    queue = [(0, start)]
    while queue:
        so_far, node = heapq.heappop(queue)
        if so_far > distance[node]:
            continue  # an older, longer way
        for target, weight in graph[node]:
            longer = so_far + weight
            if longer < distance.get(target, float("inf")):
                distance[target] = longer
                heapq.heappush(queue, (longer, target))
    return distance


def path_to(previous, node):
    while node is not None:
        yield node
        node = previous.get(node)
)";

const char notes[] = R"(# Dijkstra

Shortest paths with **no negative** edges.

- `relax(u, v)`
- decrease the key
- O((V + E) log V)

## Why it works

When a node leaves the queue, no shorter way to it is left:
every other way goes through a node that is *at least* as far.

1. Start with the distance 0.
2. Take the nearest node.
3. Relax its edges, and go on with 2.
)";

} // namespace

void GalleryWorld::addContents()
{
    m_backend.accountPlace = m_folder.path();
    if (!QDir(m_folder.path()).mkdir(QStringLiteral("content")))
        qFatal("content");
    QByteArray table;
    for (int row = 0; row < 60; ++row)
        table += QByteArray("dijkstra,") + QByteArray::number(1000 * row) + ',' + QByteArray::number(row * 7 % 41) +
                 ".31,ms\n";
    const std::pair<int, QByteArray> contents[] = {
        {Assignment, paper(QStringLiteral("Assignment 3: Dynamic programming"), 6)},
        {Benchmark, table},
        {Notes, notes},
        {MockExam, paper(QStringLiteral("Exam 2024 – mock questions"), 4)},
        {Traversal, traversal},
        {Whiteboard, campusPhoto()}};
    for (const auto &[number, bytes] : contents) {
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QFile file(QFile::decodeName(content::keptPath(m_folder.path(), digest)));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        const bool kept = number == MockExam || number == Whiteboard;
        if (!written || !m_mirror.writer().setContent({.fileId = MirrorFixture::fileId(number),
                                                       .sha256 = digest,
                                                       .size = bytes.size(),
                                                       .pinned = kept,
                                                       .present = true}))
            qFatal("content");
    }
}

} // namespace learnlab::tests
