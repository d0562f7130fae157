#include "commands.h"

#include "flags.h"
#include "workshop.h"

#include <server/maintenance/restore.h>

#include <boost/json/serialize.hpp>

#include <cstdio>

namespace learnlab::server::app {
namespace {

using maintenance::RestoreReport;

boost::json::object toJson(const RestoreReport &report)
{
    return {{"backup", report.name},
            {"taken_at", report.takenAt},
            {"schema_revision", report.schemaRevision},
            {"users", report.users},
            {"files", report.files},
            {"objects", report.objects},
            {"copied", report.copied},
            {"bytes", report.bytes},
            {"files_without_content", report.filesWithoutContent},
            {"sessions_ended", report.sessionsEnded},
            {"keys_written", boost::json::value_from(report.keysWritten)},
            {"findings", boost::json::value_from(report.findings)}};
}

void printText(const RestoreReport &report)
{
    std::printf("restored %s, taken at %s: %lld users, %lld files, %lld objects\n", report.name.c_str(),
                report.takenAt.c_str(), static_cast<long long>(report.users), static_cast<long long>(report.files),
                static_cast<long long>(report.objects));
    for (const auto &path : report.keysWritten)
        std::printf("  keys: %s\n", path.c_str());
    for (const auto &finding : report.findings)
        std::printf("  %s\n", finding.c_str());
    if (report.filesWithoutContent > 0)
        std::printf("  %lld files have no content\n", static_cast<long long>(report.filesWithoutContent));
    if (report.schemaRevision != LEARNLAB_SCHEMA_REVISION)
        std::printf("The schema is of revision %s: run learnlab-server migrate.\n", report.schemaRevision.c_str());
}

} // namespace

int restore(const support::Config &config, const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(
        arguments, {{"from", "backup", "keys-key", "spool", "pg-restore"}, {"end-sessions", "without-keys", "json"}});
    if (!flags)
        return refuse(flags.error().detail);
    const auto from = flags->value("from");
    if (!from || !flags->words().empty())
        return refuse("restore needs --from FOLDER or --from s3://BUCKET/PREFIX.");
    if (flags->value("keys-key").has_value() == flags->has("without-keys"))
        return refuse("The signing keys are part of a backup: give --keys-key FILE, the private key that opens them, "
                      "or --without-keys, which leaves this system with keys of its own.");
    if (!mayHoldBackups(*from))
        return refuse(*from + " is not a folder.");
    if (config.databaseUrl.empty())
        return refuse("database_url is missing.");
    maintenance::RestoreOptions options;
    options.databaseUrl = config.databaseUrl;
    options.backup = flags->value("backup").value_or("");
    options.keyFiles = keyFiles(config);
    options.privateKeyFile = flags->value("keys-key").value_or("");
    options.spool = flags->value("spool").value_or("/var/tmp");
    options.pgRestore = flags->value("pg-restore").value_or("pg_restore");
    options.endSessions = flags->has("end-sessions");
    Workshop workshop(config);
    auto objects = workshop.openStore();
    if (!objects)
        return refuse(objects.error().detail);
    if (auto probed = workshop.run((*objects)->probe()); !probed)
        return refuse(probed.error().detail);
    auto repository = workshop.openPlace(*from);
    if (!repository)
        return refuse(repository.error().detail);
    const auto report =
        workshop.run(maintenance::restore(workshop.pool(), **objects, **repository, std::move(options)));
    if (!report) {
        std::fprintf(stderr, "learnlab-server: %s %s\n", report.error().detail.c_str(),
                     report.error().cause.text.c_str());
        return 1;
    }
    if (flags->has("json"))
        std::printf("%s\n", boost::json::serialize(toJson(*report)).c_str());
    else
        printText(*report);
    return report->filesWithoutContent > 0 || !report->findings.empty() ? 1 : 0;
}

} // namespace learnlab::server::app
