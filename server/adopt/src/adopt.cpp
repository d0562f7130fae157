#include <server/adopt/adopt.h>

#include "target.h"

#include <boost/json/array.hpp>
#include <boost/json/value_from.hpp>

namespace learnlab::server::adopt {
namespace {

constexpr std::size_t mostExamples = 20;

boost::json::object tallyJson(const Tally &tally)
{
    return {{"found", tally.found}, {"adopted", tally.adopted}, {"there", tally.there}, {"refused", tally.refused}};
}

using AddRows = Task<Result<void>> (Target::*)(store::Rows);

Task<Result<void>> takeTable(Source &source, Target &target, std::string table, AddRows add)
{
    auto begun = co_await source.begin(std::move(table));
    if (!begun)
        co_return fail(std::move(begun.error()));
    for (;;) {
        auto rows = co_await source.next();
        if (!rows)
            co_return fail(std::move(rows.error()));
        if (rows->empty())
            co_return Result<void>();
        auto added = co_await (target.*add)(std::move(*rows));
        if (!added)
            co_return fail(std::move(added.error()));
    }
}

} // namespace

boost::json::object Report::json() const
{
    boost::json::object told;
    for (const auto &[what, finding] : findings)
        told[what] = {{"count", finding.count}, {"examples", boost::json::value_from(finding.examples)}};
    return {{"applied", applied},         {"complete", complete()},
            {"users", tallyJson(users)},  {"user_sessions", tallyJson(sessions)},
            {"files", tallyJson(files)},  {"contents", tallyJson(contents)},
            {"findings", std::move(told)}};
}

void Report::note(const std::string &what, const std::string &example)
{
    auto &finding = findings[what];
    ++finding.count;
    if (finding.examples.size() < mostExamples)
        finding.examples.push_back(example);
}

Task<Result<Report>> adopt(store::Pool &from, store::Pool &to, bool apply)
{
    auto source = co_await Source::open(from);
    if (!source)
        co_return fail(std::move(source.error()));
    auto lease = co_await to.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    Report report;
    report.applied = apply;
    Target target(std::move(*lease), apply, report);
    auto done = co_await target.begin();
    if (done)
        done = co_await takeTable(**source, target, "users", &Target::addUsers);
    if (done)
        done = co_await takeTable(**source, target, "user_sessions", &Target::addSessions);
    if (done)
        done = co_await takeTable(**source, target, "files", &Target::addFiles);
    if (done)
        done = co_await target.end();
    if (!done)
        co_return fail(std::move(done.error()));
    co_return report;
}

} // namespace learnlab::server::adopt
