#include "commands.h"

#include "flags.h"
#include "workshop.h"

#include <server/maintenance/backup.h>

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <filesystem>

namespace learnlab::server::app {
namespace {

using maintenance::BackupOptions;
using maintenance::BackupReport;
using maintenance::VerifyReport;
using support::Result;

Result<BackupOptions> optionsOf(const support::Config &config, const Flags &flags)
{
    const auto certificate = flags.value("certificate");
    if (certificate.has_value() == flags.has("without-keys"))
        return support::fail(support::malformed(
            "The signing keys are part of a backup: give --certificate FILE, to which they are encrypted, or "
            "--without-keys."));
    const auto daily = flags.number("keep-daily", 1, 10000);
    const auto weekly = flags.number("keep-weekly", 0, 10000);
    if (!daily || !weekly)
        return support::fail(daily ? weekly.error() : daily.error());
    BackupOptions options;
    options.databaseUrl = config.databaseUrl;
    options.schemaRevision = LEARNLAB_SCHEMA_REVISION;
    options.serverVersion = LEARNLAB_VERSION;
    options.keyFiles = keyFiles(config);
    if (std::error_code ignored; !std::filesystem::exists(receiptKeyFile(config), ignored))
        options.keyFiles.erase("receipts"); // the first start makes it
    options.certificateFile = certificate.value_or("");
    options.spool = flags.value("spool").value_or("/var/tmp");
    options.pgDump = flags.value("pg-dump").value_or("pg_dump");
    options.full = flags.has("full");
    options.keepDaily = static_cast<int>(daily->value_or(7));
    options.keepWeekly = static_cast<int>(weekly->value_or(4));
    return options;
}

boost::json::object toJson(const BackupReport &report)
{
    return {{"backup", report.name},
            {"dump_bytes", report.dumpBytes},
            {"objects", report.objects},
            {"bytes", report.bytes},
            {"copied", report.copied},
            {"copied_bytes", report.copiedBytes},
            {"mended", report.mended},
            {"missing", report.missing},
            {"not_ours", report.notOurs},
            {"removed_backups", boost::json::value_from(report.removed)},
            {"removed_objects", report.removedObjects},
            {"findings", boost::json::value_from(report.findings)}};
}

boost::json::object toJson(const VerifyReport &report)
{
    return {{"backups", boost::json::value_from(report.backups)},
            {"objects", report.objects},
            {"bytes", report.bytes},
            {"damages", boost::json::value_from(report.damages)}};
}

// `findings` below the line that sums up.
void print(const boost::json::object &report, bool json)
{
    if (json) {
        std::printf("%s\n", boost::json::serialize(report).c_str());
        return;
    }
    std::string line;
    for (const auto &[name, value] : report) {
        if (!value.is_array())
            line += (line.empty() ? "" : " ") + std::string(name) + "=" +
                    (value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value));
    }
    std::printf("%s\n", line.c_str());
    for (const auto &[name, value] : report) {
        if (!value.is_array())
            continue;
        for (const auto &each : value.get_array())
            std::printf("  %s: %s\n", std::string(name).c_str(), each.as_string().c_str());
    }
}

int failed(const support::Problem &why)
{
    std::fprintf(stderr, "learnlab-server: %s %s\n", why.detail.c_str(), why.cause.text.c_str());
    return why.code == "bad_configuration" ? 2 : 1;
}

} // namespace

int backup(const support::Config &config, const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(arguments, {{"to", "certificate", "spool", "pg-dump", "keep-daily", "keep-weekly"},
                                               {"full", "without-keys", "json"}});
    if (!flags)
        return refuse(flags.error().detail);
    const auto to = flags->value("to");
    if (!to || !flags->words().empty())
        return refuse("backup needs --to FOLDER or --to s3://BUCKET/PREFIX.");
    auto options = optionsOf(config, *flags);
    if (!options)
        return refuse(options.error().detail);
    Workshop workshop(config);
    auto objects = workshop.openSystem();
    if (!objects)
        return refuse(objects.error().detail);
    auto repository = workshop.makePlace(*to);
    if (!repository)
        return refuse(repository.error().detail);
    options->freeBytes = [place = *to] { return freeBytesAt(place); };
    const auto report =
        workshop.run(maintenance::backUp(workshop.pool(), **objects, **repository, std::move(*options)));
    if (!report)
        return failed(report.error());
    print(toJson(*report), flags->has("json"));
    return report->missing > 0 ? 1 : 0;
}

int verifyBackup(const support::Config &config, const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(arguments, {{"spool", "pg-restore"}, {"json"}});
    if (!flags)
        return refuse(flags.error().detail);
    if (flags->words().size() != 1)
        return refuse("verify-backup needs the place of the backups: a folder or s3://BUCKET/PREFIX.");
    if (!mayHoldBackups(flags->words().front()))
        return refuse(flags->words().front() + " is not a folder.");
    Workshop workshop(config);
    auto repository = workshop.openPlace(flags->words().front());
    if (!repository)
        return refuse(repository.error().detail);
    const auto report = workshop.run(maintenance::verifyBackups(
        **repository, flags->value("spool").value_or("/var/tmp"), flags->value("pg-restore").value_or("pg_restore")));
    if (!report)
        return failed(report.error());
    print(toJson(*report), flags->has("json"));
    return report->damages.empty() && !report->backups.empty() ? 0 : 1;
}

} // namespace learnlab::server::app
