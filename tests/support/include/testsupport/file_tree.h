#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace learnlab::testsupport {

// What lies below a folder: the path as bytes, relative to it, and the SHA-256 of the file in hex; "/" for a folder.
using TreeDigests = QMap<QByteArray, QByteArray>;

struct TreeShape
{
    int files = 100;
    int folders = 12;
    qint64 smallest = 0;
    qint64 largest = 64 * 1024;
    bool emptyFolder = true;
    bool unusualNames = true; // spaces, quotes, other alphabets, combining marks, emoji, leading dots and dashes
};

// Fills `folder` with files of random bytes; the same seed gives the same tree.
TreeDigests makeTree(const QString &folder, quint32 seed, const TreeShape &shape = {});
// Writes one file of `size` random bytes. Answers its SHA-256 in hex.
QByteArray makeFile(const QString &path, qint64 size, quint32 seed);

[[nodiscard]] TreeDigests readTree(const QString &folder);
[[nodiscard]] QByteArray digestOf(const QString &path);

// One line for each path that differs; empty if the trees are equal. For the message of a failing test.
[[nodiscard]] QByteArray difference(const TreeDigests &expected, const TreeDigests &actual);

// The files below `folder` that hold one of `needles` anywhere in their bytes, with the needle.
[[nodiscard]] QByteArray filesHolding(const QString &folder, const QList<QByteArray> &needles);

} // namespace learnlab::testsupport
