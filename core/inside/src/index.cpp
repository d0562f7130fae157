#include "index.h"

#include "statement.h"

#include <QFile>

#include <sqlite3.h>

namespace learnlab::inside {

namespace {

/// Of the tables, and of how words are taken out of files: an index of another version is made anew.
constexpr int version = 1;
constexpr qint64 smallEnoughToCheck = 64LL * 1024 * 1024;
constexpr int stepsBetweenLooks = 1000;
constexpr int patience = 5000; // milliseconds for another process that writes
constexpr int tokensShown = 16;
constexpr char16_t opens = u'\x01'; // plainText() leaves none of these
constexpr char16_t closes = u'\x02';

/// A reader cannot mend: it tells whoever writes next.
QString damageMarker(const QString &path)
{
    return path + QStringLiteral(".damaged");
}

void removeFiles(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", ".damaged"})
        QFile::remove(path + QLatin1String(suffix));
}

/// With the permissions that SQLite then gives its other files.
void makePrivately(const QString &path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

int isStopping(void *stopping)
{
    return static_cast<const std::atomic_bool *>(stopping)->load() ? 1 : 0;
}

} // namespace

void Index::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void Index::note(int code)
{
    const int kind = code & 0xFF;
    if (kind != SQLITE_CORRUPT && kind != SQLITE_NOTADB)
        return;
    QFile marker(damageMarker(m_path));
    static_cast<void>(marker.open(QIODevice::WriteOnly));
}

bool Index::isDamaged() const
{
    return QFile::exists(damageMarker(m_path));
}

bool Index::open(int flags)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(m_path).constData(), &database,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    m_database.reset(database);
    note(code);
    if (code != SQLITE_OK)
        return false;
    sqlite3_busy_timeout(database, patience);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return execute("PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
}

bool Index::execute(const char *sql)
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    note(code);
    return code == SQLITE_OK;
}

bool Index::prepareToWrite()
{
    // NORMAL: nothing waits for the disk; what a power cut takes is read again.
    if (!execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"))
        return false;
    qint64 found = 0;
    {
        Statement asked(*this, "PRAGMA user_version");
        found = asked.next() ? asked.integer(0) : -1;
    }
    if (found == 0) {
        return execute("BEGIN IMMEDIATE;"
                       "CREATE TABLE IF NOT EXISTS documents(n INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE,"
                       " bytes INTEGER NOT NULL);"
                       "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text,"
                       " tokenize='unicode61 remove_diacritics 2', prefix='2 3');"
                       "PRAGMA user_version=1;"
                       "COMMIT");
    }
    if (found != version) {
        note(SQLITE_CORRUPT);
        return false;
    }
    if (QFile(m_path).size() > smallEnoughToCheck)
        return true;
    Statement check(*this, "PRAGMA quick_check(1)");
    const bool sound = check.next() && check.bytes(0) == "ok";
    if (!sound)
        note(SQLITE_CORRUPT);
    return sound;
}

std::unique_ptr<Index> Index::openToWrite(const QString &path, const std::atomic_bool &stopping)
{
    for (int attempt = 0; attempt < 2 && !stopping; ++attempt) {
        if (QFile::exists(damageMarker(path)))
            removeFiles(path);
        makePrivately(path);
        std::unique_ptr<Index> index(new Index(path));
        if (index->open(SQLITE_OPEN_READWRITE) && index->prepareToWrite()) {
            sqlite3_progress_handler(index->m_database.get(), stepsBetweenLooks, isStopping,
                                     const_cast<std::atomic_bool *>(&stopping));
            return index;
        }
        if (!index->isDamaged())
            return nullptr;
    }
    return nullptr;
}

std::unique_ptr<Index> Index::openToRead(const QString &path)
{
    if (!QFile::exists(path) || QFile::exists(damageMarker(path)))
        return nullptr;
    std::unique_ptr<Index> index(new Index(path));
    if (!index->open(SQLITE_OPEN_READWRITE) || !index->execute("PRAGMA query_only=ON"))
        return nullptr;
    return index;
}

QSet<QByteArray> Index::digests()
{
    QSet<QByteArray> found;
    Statement all(*this, "SELECT sha256 FROM documents");
    while (all.next())
        found.insert(all.bytes(0));
    return found;
}

qint64 Index::bytes()
{
    Statement sum(*this, "SELECT total(bytes) FROM documents");
    return sum.next() ? sum.integer(0) : 0;
}

bool Index::finishTransaction(bool good)
{
    if (good && execute("COMMIT"))
        return true;
    static_cast<void>(execute("ROLLBACK"));
    return false;
}

bool Index::add(const QList<Document> &documents)
{
    if (!execute("BEGIN IMMEDIATE"))
        return false;
    bool good = true;
    for (const Document &document : documents) {
        const qint64 size = document.text.toUtf8().size();
        good = good &&
               Statement(*this, "INSERT OR IGNORE INTO documents(sha256, bytes) VALUES(?, ?)", document.sha256, size)
                   .run();
        if (good && size > 0 && sqlite3_changes(m_database.get()) > 0)
            good = Statement(*this, "INSERT INTO words(rowid, text) VALUES(?, ?)",
                             static_cast<qint64>(sqlite3_last_insert_rowid(m_database.get())), document.text)
                       .run();
    }
    return finishTransaction(good);
}

bool Index::remove(const QSet<QByteArray> &digests)
{
    if (!execute("BEGIN IMMEDIATE"))
        return false;
    bool good = true;
    for (const QByteArray &digest : digests) {
        good = good &&
               Statement(*this, "DELETE FROM words WHERE rowid = (SELECT n FROM documents WHERE sha256 = ?)", digest)
                   .run() &&
               Statement(*this, "DELETE FROM documents WHERE sha256 = ?", digest).run();
    }
    return finishTransaction(good);
}

void Index::tidy()
{
    sqlite3_wal_checkpoint_v2(m_database.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

QList<Index::Found> Index::find(const QByteArray &match, int limit)
{
    QList<Found> found;
    Statement hits(*this,
                   "SELECT words.rowid, sha256 FROM words JOIN documents ON n = words.rowid WHERE words MATCH ?"
                   " ORDER BY rank LIMIT ?",
                   QString::fromUtf8(match), limit);
    while (hits.next())
        found.append({hits.integer(0), hits.bytes(1)});
    return found;
}

Snippet Index::snippet(qint64 row, const QByteArray &match)
{
    Statement asked(
        *this, "SELECT snippet(words, 0, char(1), char(2), char(8230), ?) FROM words WHERE words MATCH ? AND rowid = ?",
        tokensShown, QString::fromUtf8(match), row);
    Snippet snippet;
    if (!asked.next())
        return snippet;
    qsizetype begin = 0;
    const QString marked = QString::fromUtf8(asked.bytes(0));
    for (const QChar letter : marked) {
        if (letter == opens)
            begin = snippet.text.size();
        else if (letter == closes)
            snippet.marks.append({begin, snippet.text.size() - begin});
        else
            snippet.text += letter;
    }
    return snippet;
}

} // namespace learnlab::inside
