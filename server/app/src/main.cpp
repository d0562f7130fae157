#include "commands.h"

#include <array>
#include <cstdio>

namespace {

constexpr const char *usage =
    "Usage: learnlab-server COMMAND [--config FILE] [--KEY=VALUE...]\n"
    "\n"
    "  serve            answers requests until SIGTERM; prints `listening ADDRESS` once it does\n"
    "  migrate          brings the database to this release's schema (runs alembic)\n"
    "  check            looks whether this machine can serve; a line for each thing, 1 when one is wrong\n"
    "  maintain         [sessions uploads trash users records objects reconcile] [--dry-run] [--mend] [--json]\n"
    "  backup           --to FOLDER --certificate FILE|--without-keys [--full] [--keep-daily N] [--keep-weekly N]\n"
    "                   [--spool FOLDER] [--pg-dump PROGRAM] [--json]\n"
    "  verify-backup    FOLDER [--spool FOLDER] [--pg-restore PROGRAM] [--json]\n"
    "  restore          --from FOLDER --keys-key FILE|--without-keys [--backup NAME] [--end-sessions]\n"
    "                   [--spool FOLDER] [--pg-restore PROGRAM] [--json]\n"
    "  adopt            --from postgresql://… [--apply [--read-contents]] [--json]: takes an existing LearnLab database over\n"
    "  verify-receipt   RECEIPT --keys FILE [--file CONTENT] [--json]; without a network\n"
    "  user add         --email E --username U [--full-name N] --password-stdin [--json]\n"
    "  user list        [--json]\n"
    "  user disable|enable WHO, user quota WHO BYTES|default, user reset-password WHO --password-stdin,\n"
    "  user delete WHO  [--without-grace]: WHO is an id, an e-mail address or a user name\n"
    "\n"
    "FOLDER of a backup may be s3://BUCKET/PREFIX of the service that s3.* names.\n"
    "Settings come from FILE (`key = value`), then LEARNLAB_KEY of the environment (dots become _),\n"
    "then --key=value; the later wins. They are:\n";

int help()
{
    std::fputs(usage, stdout);
    for (const std::string &name : learnlab::server::support::settingNames())
        std::printf("  %s\n", name.c_str());
    return 0;
}

} // namespace

int main(int count, char **words)
{
    namespace app = learnlab::server::app;
    namespace support = learnlab::server::support;
    auto configured = support::readConfig({{words + 1, words + count}, support::processEnvironment()});
    if (!configured)
        return app::refuse(configured.error().detail);
    std::vector<std::string> rest = std::move(configured->rest);
    const std::string command = rest.empty() ? "" : rest.front();
    if (!rest.empty())
        rest.erase(rest.begin());
    if (command == "--help" || command == "help")
        return help();
    if (command == "--version") {
        std::puts("learnlab-server " LEARNLAB_VERSION);
        return 0;
    }
    using WithArguments = int (*)(const support::Config &, const std::vector<std::string> &);
    static constexpr std::array<std::pair<std::string_view, WithArguments>, 7> withArguments{
        {{"user", app::user},
         {"adopt", app::adopt},
         {"maintain", app::maintain},
         {"backup", app::backup},
         {"verify-backup", app::verifyBackup},
         {"restore", app::restore},
         {"check", app::check}}};
    for (const auto &[name, run] : withArguments) {
        if (command == name)
            return run(configured->config, rest);
    }
    if (command == "verify-receipt")
        return app::verifyReceipt(rest);
    if (!rest.empty())
        return app::refuse("Not understood: " + rest.front() + ". See learnlab-server --help.");
    if (command == "serve")
        return app::serve(configured->config);
    if (command == "migrate")
        return app::migrate(configured->config);
    return app::refuse(command.empty() ? "What shall be done? See learnlab-server --help."
                                       : "Not understood: " + command + ". See learnlab-server --help.");
}
