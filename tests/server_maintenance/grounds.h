#pragma once
// A migrated database, a folder of objects and keys, and the program's commands on them. What a server would have
// written is put there by hand, so that its age can be chosen.

#include <testsupport/private_postgres.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

struct pg_conn;

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const; // of the last line
    // The line of a job, of `maintain --json`.
    [[nodiscard]] QJsonObject job(const QString &name) const;
    [[nodiscard]] QByteArray text() const { return out + err; } // for the message of a failing test
};

// One database and one store: the living system, or the one that a backup is restored into.
class Grounds
{
public:
    // `database`: its address. Everything else lies in a folder of this object's own.
    explicit Grounds(QByteArray database);

    [[nodiscard]] Ended run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Ended maintain(const QStringList &arguments = {}) const;
    // What a program is started with that shall be killed.
    [[nodiscard]] QStringList settings() const;
    [[nodiscard]] QProcessEnvironment environment() const;

    // The first column of the first row; fails the test when the database refuses.
    QByteArray sql(const QByteArray &statement) const;
    // Every row of every column that a backup has to bring back, as text.
    [[nodiscard]] QByteArray rows() const;
    // Digests by key of what lies in the store.
    [[nodiscard]] QMap<QString, QByteArray> objects() const;

    [[nodiscard]] QByteArray addUser(const QByteArray &name) const; // the id
    // A content in the store with its row in `objects`; the key.
    [[nodiscard]] QByteArray addObject(const QByteArray &user, const QByteArray &content) const;
    // A file with a content; its id. `more`: further columns and their values.
    [[nodiscard]] QByteArray addFile(const QByteArray &user, const QByteArray &name, const QByteArray &content) const;
    [[nodiscard]] bool hasObject(const QByteArray &key) const;
    [[nodiscard]] QString objectPath(const QByteArray &key) const;
    // Ages of what is compared with the clock: the triggers stay out of it.
    void age(const QByteArray &update) const;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QByteArray &database() const { return m_database; }

private:
    struct Close
    {
        void operator()(pg_conn *connection) const;
    };
    QTemporaryDir m_folder;
    QByteArray m_database;
    mutable std::unique_ptr<pg_conn, Close> m_connection; // opened when it is first needed
};

[[nodiscard]] QByteArray newUuid();
