#pragma once
// One database as this test looks at it: statements, catalogs, Alembic.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace learnlab::migrations {

class Database
{
public:
    explicit Database(QByteArray url) : m_url(std::move(url)) {}

    // Rows as texts, columns parted by " | ". One line that starts with "error" when it failed.
    [[nodiscard]] QStringList rows(const QByteArray &sql) const;
    [[nodiscard]] bool run(const QByteArray &sql) const;

    // What alembic printed when it failed; empty when it did not.
    [[nodiscard]] QString alembic(const QStringList &arguments) const;

    // The catalogs, of the documented tables or of all of the public schema.
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] QStringList constraints() const;
    [[nodiscard]] QStringList indexes() const;
    [[nodiscard]] QStringList everything() const; // tables, functions, types, triggers, extensions

private:
    QByteArray m_url;
};

// The SQL of docs/database.md that makes its tables and indexes.
[[nodiscard]] QByteArray documentedSchema();
// Each of its example queries, with what it takes.
[[nodiscard]] QStringList documentedQueries();

} // namespace learnlab::migrations
