#pragma once
// The existing database, read in one snapshot, whatever the types of its columns are.

#include <server/store/pool.h>

#include <map>

namespace learnlab::server::adopt {

using support::fail;
using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

// One table of it: its columns by name, with their types.
using Columns = std::map<std::string, std::string, std::less<>>;

class Source
{
public:
    // Begins the snapshot. 400 adopt_impossible.
    [[nodiscard]] static Task<Result<std::unique_ptr<Source>>> open(store::Pool &pool);

    // Begins to read a table; its rows come with every column of the documented schema, null where it has none.
    [[nodiscard]] Task<Result<void>> begin(std::string table);
    [[nodiscard]] Task<Result<store::Rows>> next(); // none: the end

private:
    explicit Source(store::Lease lease) : m_db(std::move(lease)) {}
    store::Lease m_db;
    std::map<std::string, Columns, std::less<>> m_tables;
};

// The columns of one documented table as SQL over what is there; empty when a column is missing that nothing replaces.
[[nodiscard]] std::string selection(const std::string &table, const Columns &columns);

} // namespace learnlab::server::adopt
