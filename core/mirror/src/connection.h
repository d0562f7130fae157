#pragma once

#include "domain/error.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace learnlab::mirror {

struct StatementFinalizer
{
    void operator()(sqlite3_stmt *statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementFinalizer>;

/// One SQLite connection with its prepared statements. Thread: its owner's.
///
/// A statement that fails is remembered: the first failure stays until takeFailure(). So a function of many statements
/// asks once at its end, and what it decided on wrong reads is rolled back with the rest.
class Connection
{
public:
    enum class Mode {
        Write,   ///< makes the file (mode 0600) when there is none
        Read,    ///< an existing database; writes nothing
        Salvage, ///< an existing file, whatever is in it
        Nowhere, ///< holds nothing: every question is answered with nothing
    };

    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs statements that answer nothing. False: failed, and remembered.
    bool execute(const char *sql);
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] qint64 lastChanges() const;
    [[nodiscard]] qint64 lastRow() const; ///< the rowid of the last insert
    /// Pages in the write-ahead log after the last commit of this connection.
    [[nodiscard]] int walPages() const { return m_walPages; }
    enum class Checkpoint {
        Passive,  ///< moves of the log into the database what no reader needs any more
        Restart,  ///< waits for the readers, so that the log begins anew
        Truncate, ///< and empties it
    };
    void checkpoint(Checkpoint how);
    /// Looks through the whole database for damage, for as long as `goOn` says so. False: it is damaged, which is
    /// remembered as a failure. Nothing: not finished.
    [[nodiscard]] std::optional<bool> check(const std::function<bool()> &goOn);

    [[nodiscard]] bool failed() const { return m_failure.has_value(); }
    /// The first failure since the last call, which forgets it.
    [[nodiscard]] domain::Result<void> takeFailure();
    /// Failed if anything but damage was ever in the way of a statement: a full disk, another program. What it hid
    /// can be read another time.
    [[nodiscard]] domain::Result<void> unhindered() const;
    /// Remembers what SQLite just answered.
    void recordFailure(int code);

    // for Query
    [[nodiscard]] StatementHandle takeStatement(const char *sql);
    void returnStatement(const char *sql, StatementHandle statement);

private:
    Connection() = default;

    struct Closer
    {
        void operator()(sqlite3 *database) const;
    };
    std::unique_ptr<sqlite3, Closer> m_database;
    QString m_path;
    bool m_writes = false;
    bool m_reads = false;
    int m_walPages = 0;
    std::optional<domain::Error> m_failure;
    std::optional<domain::Error> m_hindrance;
    std::unordered_map<std::string_view, StatementHandle> m_unused; ///< by the text, which is a literal in the program
};

/// BEGIN IMMEDIATE, or a savepoint where a transaction is already under way. Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    [[nodiscard]] domain::Result<void> commit();

private:
    Connection &m_connection;
    bool m_outermost;
    bool m_open;
};

/// Makes several reads see the same state.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
    bool m_own;
};

/// The marker beside a database in which damage was met: the next start rebuilds it even if a quick check finds
/// nothing.
[[nodiscard]] QString suspectMarker(const QString &databasePath);

} // namespace learnlab::mirror
