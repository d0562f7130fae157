#include "commands.h"

#include <cstdio>

namespace {

constexpr const char *usage =
    "Usage: learnlab-server serve|migrate|user add [--config FILE] [--KEY=VALUE...]\n"
    "\n"
    "  serve      answers requests until SIGTERM; prints `listening ADDRESS` once it does\n"
    "  migrate    brings the database to this release's schema (runs alembic)\n"
    "  user add   --email E --username U [--full-name N] --password-stdin\n"
    "\n"
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
    if (command == "user" && !rest.empty() && rest.front() == "add")
        return app::addUser(configured->config, {rest.begin() + 1, rest.end()});
    if (!rest.empty())
        return app::refuse("Not understood: " + rest.front() + ". See learnlab-server --help.");
    if (command == "serve")
        return app::serve(configured->config);
    if (command == "migrate")
        return app::migrate(configured->config);
    return app::refuse(command.empty() ? "What shall be done? See learnlab-server --help."
                                       : "Not understood: " + command + ". See learnlab-server --help.");
}
