#pragma once

#include "inside/search.h"

#include <QSet>

#include <atomic>

struct sqlite3;

namespace learnlab::inside {

class Statement;

/// The file of the index. It holds nothing that cannot be read again: a power cut may cost it its last words, and
/// damage is answered by making it anew. Thread: its owner's.
class Index
{
public:
    struct Document
    {
        QByteArray sha256;
        QString text; ///< empty: there are no words in it
    };
    struct Found
    {
        qint64 row = 0;
        QByteArray sha256;
    };

    /// To write: made where there is none, made anew where it is damaged or of another version. Null: it cannot be.
    /// What is under way ends soon, with a failure, once `stopping` is set.
    [[nodiscard]] static std::unique_ptr<Index> openToWrite(const QString &path, const std::atomic_bool &stopping);
    /// Null: there is none that can be read.
    [[nodiscard]] static std::unique_ptr<Index> openToRead(const QString &path);

    [[nodiscard]] QSet<QByteArray> digests();
    [[nodiscard]] qint64 bytes(); ///< of text
    /// All or nothing. What is there already is left as it is.
    [[nodiscard]] bool add(const QList<Document> &documents);
    [[nodiscard]] bool remove(const QSet<QByteArray> &digests);
    /// Moves what was written to its place.
    void tidy();

    /// Best first; `match` is a question of FTS5.
    [[nodiscard]] QList<Found> find(const QByteArray &match, int limit);
    [[nodiscard]] Snippet snippet(qint64 row, const QByteArray &match);

    /// It was found out, here or by a reader, that the file cannot be relied upon.
    [[nodiscard]] bool isDamaged() const;

private:
    friend class Statement;
    struct Closer
    {
        void operator()(sqlite3 *database) const;
    };

    explicit Index(const QString &path) : m_path(path) {}
    [[nodiscard]] bool open(int flags);
    [[nodiscard]] bool prepareToWrite();
    [[nodiscard]] bool execute(const char *sql);
    [[nodiscard]] bool finishTransaction(bool good);
    void note(int code);

    QString m_path;
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace learnlab::inside
