#include "commands.h"

#include <cstdio>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace learnlab::server::app {
namespace {

namespace fs = std::filesystem;

// Installed beside the program, or in the sources that it was built from.
fs::path findMigrations(const support::Config &config)
{
    if (!config.migrationsDirectory.empty())
        return config.migrationsDirectory;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        for (const char *relative : {"share/learnlab/migrations", "server/migrations"}) {
            if (fs::exists(folder / relative / "alembic.ini", error))
                return folder / relative;
        }
        if (folder == folder.root_path())
            break;
    }
    return {};
}

// The database's address holds a password: it goes by the environment, never into the process list.
int runAlembic(const support::Config &config, const std::string &ini)
{
    std::vector<std::string> variables{"LEARNLAB_DATABASE_URL=" + config.databaseUrl, "PYTHONDONTWRITEBYTECODE=1"};
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (!std::string_view(*entry).starts_with("LEARNLAB_DATABASE_URL="))
            variables.emplace_back(*entry);
    }
    std::vector<std::string> words{config.alembic, "-c", ini, "upgrade", "head"};
    const auto pointers = [](std::vector<std::string> &texts) {
        std::vector<char *> list;
        for (std::string &text : texts)
            list.push_back(text.data());
        list.push_back(nullptr);
        return list;
    };
    pid_t child = 0;
    if (::posix_spawnp(&child, config.alembic.c_str(), nullptr, nullptr, pointers(words).data(),
                       pointers(variables).data()) != 0)
        return -1;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

} // namespace

int refuse(const std::string &why)
{
    std::fprintf(stderr, "learnlab-server: %s\n", why.c_str());
    return 2;
}

int migrate(const support::Config &config)
{
    if (config.databaseUrl.empty())
        return refuse("database_url is missing.");
    const fs::path folder = findMigrations(config);
    if (folder.empty())
        return refuse("The migrations were not found: set migrations.directory.");
    const int code = runAlembic(config, (folder / "alembic.ini").string());
    if (code < 0)
        return refuse("migrations.alembic: " + config.alembic + " cannot be run.");
    return code == 0 ? 0 : 1;
}

} // namespace learnlab::server::app
