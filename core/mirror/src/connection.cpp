#include "connection.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>

namespace learnlab::mirror {

namespace {

domain::ErrorCode classify(int code, int systemError)
{
    // A disk quota and a limit on file sizes are full disks too, though SQLite calls them I/O errors.
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        return domain::ErrorCode::LocalDiskFull;
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return domain::ErrorCode::LocalDiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return domain::ErrorCode::MirrorDamaged;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_CONSTRAINT:
    case SQLITE_RANGE:
        return domain::ErrorCode::Internal;
    default:
        return domain::ErrorCode::LocalIo;
    }
}

/// Why the last write to the database or to its log failed; sqlite3_system_errno() has forgotten it by then.
int lastWriteError(sqlite3 *database)
{
    int error = 0;
    for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file *file = nullptr;
        sqlite3_file_control(database, "main", which, &file);
        if (error == 0 && file && file->pMethods)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

/// A page that cannot be read, or says that it holds more than anything can.
bool isLostForGood(int code)
{
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS ||
           code == SQLITE_TOOBIG;
}

int flagsFor(Connection::Mode mode)
{
    switch (mode) {
    case Connection::Mode::Write:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Connection::Mode::Nowhere:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    default:
        // Reading a database in WAL mode needs its shared memory, which a reader may have to make.
        return SQLITE_OPEN_READWRITE;
    }
}

void createPrivately(const QString &path)
{
    QFile file(path);
    if (file.exists() || !file.open(QIODevice::WriteOnly))
        return;
    // SQLite gives its -wal and -shm files the permissions of the database.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

int rememberWalPages(void *target, sqlite3 *, const char *, int pages)
{
    *static_cast<int *>(target) = pages;
    return SQLITE_OK;
}

} // namespace

void StatementFinalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Connection::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Connection::~Connection() = default;

domain::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_path = path;
    connection->m_writes = mode == Mode::Write;
    connection->m_reads = mode == Mode::Read;
    if (mode == Mode::Write)
        createPrivately(path);
    sqlite3 *raw = nullptr;
    const QByteArray name = mode == Mode::Nowhere ? QByteArray(":memory:") : QFile::encodeName(path);
    const int code =
        sqlite3_open_v2(name.constData(), &raw, flagsFor(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    connection->m_database.reset(raw);
    if (code != SQLITE_OK) {
        connection->recordFailure(code);
        return tl::make_unexpected(connection->takeFailure().error());
    }
    sqlite3_busy_timeout(raw, 5000);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    connection->execute("PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON");
    switch (mode) {
    case Mode::Write:
        // FULL: a transfer that was shown as queued must survive a power cut, not only a crash of the program. What it
        // costs is spread by committing waiting jobs together. Checkpoints are made between commits, by the Store.
        sqlite3_wal_autocheckpoint(raw, 0);
        sqlite3_wal_hook(raw, rememberWalPages, &connection->m_walPages);
        connection->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000");
        break;
    case Mode::Read:
        connection->execute("PRAGMA query_only=ON; PRAGMA cache_size=-8000");
        break;
    default:
        break;
    }
    if (connection->failed())
        return tl::make_unexpected(connection->takeFailure().error());
    return connection;
}

bool Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        recordFailure(code);
    return code == SQLITE_OK;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_database.get()) == 0;
}

qint64 Connection::lastChanges() const
{
    return sqlite3_changes64(m_database.get());
}

qint64 Connection::lastRow() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

void Connection::checkpoint(Checkpoint how)
{
    const int mode = how == Checkpoint::Truncate  ? SQLITE_CHECKPOINT_TRUNCATE
                     : how == Checkpoint::Restart ? SQLITE_CHECKPOINT_RESTART
                                                  : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_database.get(), nullptr, mode, nullptr, nullptr);
    if (code == SQLITE_OK)
        m_walPages = 0;
    else if ((code & 0xFF) != SQLITE_BUSY && (code & 0xFF) != SQLITE_LOCKED) // a reader in the way only means: later
        recordFailure(code);
}

namespace {

int stopsWhenTold(void *goOn)
{
    return (*static_cast<const std::function<bool()> *>(goOn))() ? 0 : 1;
}

constexpr int stepsBetweenLooks = 10'000;

} // namespace

std::optional<bool> Connection::check(const std::function<bool()> &goOn)
{
    StatementHandle statement = goOn() ? takeStatement("PRAGMA quick_check(1)") : nullptr;
    if (!statement)
        return std::nullopt;
    sqlite3_progress_handler(m_database.get(), stepsBetweenLooks, stopsWhenTold,
                             const_cast<void *>(static_cast<const void *>(&goOn)));
    const int code = sqlite3_step(statement.get());
    sqlite3_progress_handler(m_database.get(), 0, nullptr, nullptr);
    if (code != SQLITE_ROW && (code & 0xFF) != SQLITE_CORRUPT)
        return std::nullopt;
    const auto *answer = code == SQLITE_ROW ? sqlite3_column_text(statement.get(), 0) : nullptr;
    const bool sound = answer && std::string_view(reinterpret_cast<const char *>(answer)) == "ok";
    if (!sound)
        recordFailure(SQLITE_CORRUPT);
    return sound;
}

void Connection::recordFailure(int code)
{
    sqlite3 *database = m_database.get();
    const domain::ErrorCode kind = classify(code, code == SQLITE_IOERR_WRITE ? lastWriteError(database) : 0);
    // A reader may find no database where one is just being made; damaged pages are damage to it as well.
    const bool certain = m_writes || (m_reads && (code & 0xFF) == SQLITE_CORRUPT);
    if (kind == domain::ErrorCode::MirrorDamaged && certain) {
        QFile marker(suspectMarker(m_path));
        (void)marker.open(QIODevice::WriteOnly);
    }
    const char *message = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    const domain::Error error{kind, QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(message))};
    const bool passes = kind == domain::ErrorCode::LocalDiskFull || kind == domain::ErrorCode::LocalIo;
    if (!m_hindrance && passes && !isLostForGood(code))
        m_hindrance = error;
    if (!m_failure)
        m_failure = error;
}

domain::Result<void> Connection::unhindered() const
{
    return m_hindrance ? tl::make_unexpected(*m_hindrance) : domain::Result<void>();
}

domain::Result<void> Connection::takeFailure()
{
    if (!m_failure)
        return {};
    domain::Error error = *m_failure;
    m_failure.reset();
    return tl::make_unexpected(std::move(error));
}

StatementHandle Connection::takeStatement(const char *sql)
{
    const auto found = m_unused.find(sql);
    if (found != m_unused.end() && found->second)
        return std::move(found->second);
    sqlite3_stmt *raw = nullptr;
    const int code = sqlite3_prepare_v3(m_database.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK)
        recordFailure(code);
    return StatementHandle(raw);
}

void Connection::returnStatement(const char *sql, StatementHandle statement)
{
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    m_unused[sql] = std::move(statement);
}

Transaction::Transaction(Connection &connection)
    : m_connection(connection),
      m_outermost(!connection.inTransaction()),
      m_open(connection.execute(m_outermost ? "BEGIN IMMEDIATE" : "SAVEPOINT step"))
{}

Transaction::~Transaction()
{
    // A full disk may already have made SQLite roll back everything.
    if (!m_open || !m_connection.inTransaction())
        return;
    m_connection.execute(m_outermost ? "ROLLBACK" : "ROLLBACK TO step; RELEASE step");
}

domain::Result<void> Transaction::commit()
{
    if (!m_connection.failed() && m_open && m_connection.execute(m_outermost ? "COMMIT" : "RELEASE step"))
        m_open = false;
    return m_connection.takeFailure();
}

Snapshot::Snapshot(Connection &connection) : m_connection(connection), m_own(!connection.inTransaction())
{
    if (m_own)
        connection.execute("BEGIN");
}

Snapshot::~Snapshot()
{
    if (m_own)
        m_connection.execute("COMMIT");
}

QString suspectMarker(const QString &databasePath)
{
    return databasePath + QStringLiteral(".suspect");
}

} // namespace learnlab::mirror
