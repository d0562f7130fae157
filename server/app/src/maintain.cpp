#include "commands.h"

#include "flags.h"
#include "workshop.h"

#include <server/maintenance/maintain.h>

#include <boost/json/serialize.hpp>

#include <cstdio>

namespace learnlab::server::app {
namespace {

using maintenance::JobReport;
using maintenance::Pass;
using support::Result;

Result<Pass> passOf(const Flags &flags)
{
    Pass pass;
    pass.dryRun = flags.has("dry-run");
    pass.mend = flags.has("mend");
    if (flags.words().empty() || flags.has("once"))
        return pass;
    pass.jobs.clear();
    for (const std::string &word : flags.words()) {
        const auto job = maintenance::jobNamed(word);
        if (!job)
            return support::fail(support::malformed("There is no maintenance job named " + word + "."));
        pass.jobs.push_back(*job);
    }
    return pass;
}

void printJson(const JobReport &report, const Pass &pass)
{
    boost::json::object line{{"job", maintenance::name(report.job)}, {"dry_run", pass.dryRun}};
    for (const auto &[what, number] : report.counts)
        line[what] = number;
    if (!report.findings.empty())
        line["findings"] = boost::json::value_from(report.findings);
    if (report.failed)
        line["failed"] = report.failed->detail;
    std::printf("%s\n", boost::json::serialize(line).c_str());
}

void printText(const JobReport &report, const Pass &pass)
{
    std::string line(maintenance::name(report.job));
    line += pass.dryRun ? " (dry run):" : ":";
    for (const auto &[what, number] : report.counts)
        line += " " + what + "=" + std::to_string(number);
    std::printf("%s\n", line.c_str());
    for (const auto &finding : report.findings)
        std::printf("  %s\n", finding.c_str());
    if (report.failed)
        std::fprintf(stderr, "learnlab-server: %s: %s %s\n", std::string(maintenance::name(report.job)).c_str(),
                     report.failed->detail.c_str(), report.failed->cause.text.c_str());
}

} // namespace

int maintain(const support::Config &config, const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(arguments, {{}, {"once", "dry-run", "mend", "json"}});
    if (!flags)
        return refuse(flags.error().detail);
    auto pass = passOf(*flags);
    if (!pass)
        return refuse(pass.error().detail);
    Workshop workshop(config);
    auto objects = workshop.openSystem();
    if (!objects)
        return refuse(objects.error().detail);
    const auto reports = workshop.run(maintenance::maintain({workshop.pool(), **objects, config}, *pass));
    if (!reports) {
        std::fprintf(stderr, "learnlab-server: %s\n", reports.error().detail.c_str());
        return reports.error().code == "busy" ? 0 : 1;
    }
    int exitCode = 0;
    for (const auto &report : *reports) {
        (flags->has("json") ? printJson : printText)(report, *pass);
        if (report.failed || report.counted("rows_without_objects") > 0)
            exitCode = 1;
    }
    return exitCode;
}

} // namespace learnlab::server::app
