#pragma once
// Ours: rows are added, never changed.

#include "source.h"

#include <server/adopt/adopt.h>

#include <set>

namespace learnlab::server::adopt {

class Target
{
public:
    // `apply`: each batch is a transaction; else nothing of it stays.
    Target(store::Lease db, bool apply, Report &report) : m_db(std::move(db)), m_apply(apply), m_report(report) {}

    [[nodiscard]] Task<Result<void>> begin();
    [[nodiscard]] Task<Result<void>> end();
    [[nodiscard]] Task<Result<void>> addUsers(store::Rows rows);
    [[nodiscard]] Task<Result<void>> addSessions(store::Rows rows);
    [[nodiscard]] Task<Result<void>> addFiles(store::Rows rows);

private:
    [[nodiscard]] Task<Result<void>> beginBatch();
    [[nodiscard]] Task<Result<void>> endBatch();
    [[nodiscard]] Task<Result<std::set<Uuid>>> knownIds(std::string table, std::vector<Uuid> ids);
    [[nodiscard]] Task<Result<void>> addUser(Uuid id, store::Row row);
    [[nodiscard]] Task<Result<bool>> isTaken(std::string column, std::string value);
    [[nodiscard]] Task<Result<std::string>> freeUsername(Uuid id, std::string wanted);
    [[nodiscard]] Task<Result<void>> readNames(Uuid user);
    [[nodiscard]] std::optional<std::string> fileObjection(const store::Row &row) const;
    [[nodiscard]] std::string nameFor(const std::string &id, const store::Row &row);
    // Ids of the rows; what has none that can be kept is noted and refused.
    [[nodiscard]] std::vector<std::optional<Uuid>> idsOf(const store::Rows &rows, Tally &tally);

    store::Lease m_db;
    bool m_apply;
    Report &m_report;
    std::optional<Uuid> m_namesOf; // whose names these are
    std::set<std::string, std::less<>> m_names;
};

} // namespace learnlab::server::adopt
