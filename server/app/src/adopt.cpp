#include "commands.h"

#include "flags.h"
#include "front.h"
#include "workshop.h"

#include <server/adopt/adopt.h>

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <cstdlib>

namespace learnlab::server::app {
namespace {

void printTally(const char *what, const server::adopt::Tally &tally)
{
    std::printf("  %-14s %lld found, %lld to take over, %lld here already, %lld refused\n", what,
                static_cast<long long>(tally.found), static_cast<long long>(tally.adopted),
                static_cast<long long>(tally.there), static_cast<long long>(tally.refused));
}

void printReport(const server::adopt::Report &report)
{
    std::printf(report.applied ? "Taken over:\n" : "A rehearsal; nothing was changed:\n");
    printTally("users", report.users);
    printTally("user_sessions", report.sessions);
    printTally("files", report.files);
    if (report.contents.found > 0)
        printTally("contents", report.contents);
    for (const auto &[what, finding] : report.findings) {
        std::printf("  %s: %lld", what.c_str(), static_cast<long long>(finding.count));
        for (const auto &example : finding.examples)
            std::printf(" %s", boost::json::serialize(boost::json::string(example)).c_str());
        std::printf("\n");
    }
    if (!report.applied)
        std::printf("Run it again with --apply to take the rows over.\n");
}

} // namespace

int adopt(const support::Config &config, const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(arguments, {{"from"}, {"apply", "read-contents", "json"}});
    if (!flags)
        return refuse(flags.error().detail);
    // A password in an address is better kept off the command line.
    const char *environment = std::getenv("LEARNLAB_ADOPT_FROM");
    const std::string from = flags->value("from").value_or(environment == nullptr ? "" : environment);
    if (!flags->words().empty() || !from.starts_with("postgres"))
        return refuse("adopt needs --from postgresql://…, the address of the existing database, or "
                      "LEARNLAB_ADOPT_FROM in the environment.");
    Workshop workshop(config);
    if (auto well = workshop.checkDatabase(); !well)
        return refuse(well.error().detail);
    if (flags->has("read-contents") && !flags->has("apply"))
        return refuse("--read-contents goes with --apply.");
    auto report = workshop.runWith(
        from, [&](store::Pool &source) { return server::adopt::adopt(source, workshop.pool(), flags->has("apply")); });
    if (report && flags->has("read-contents")) {
        auto store = workshop.openStore();
        if (!store)
            return refuse(store.error().detail);
        if (auto read = workshop.run(server::adopt::readContents(workshop.pool(), **store, *report)); !read)
            report = support::fail(std::move(read.error()));
    }
    if (!report) {
        std::fprintf(stderr, "learnlab-server: %s\n", report.error().detail.c_str());
        if (!report.error().cause.text.empty())
            std::fprintf(stderr, "  %s\n", report.error().cause.text.c_str());
        return report.error().status == 400 ? 2 : 1;
    }
    if (flags->has("apply"))
        auditAdministration(config, "adopt", "");
    if (flags->has("json"))
        std::printf("%s\n", boost::json::serialize(report->json()).c_str());
    else
        printReport(*report);
    return report->complete() ? 0 : 1;
}

} // namespace learnlab::server::app
