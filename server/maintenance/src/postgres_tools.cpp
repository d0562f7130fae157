#include "postgres_tools.h"

#include <cerrno>
#include <fcntl.h>
#include <libpq-fe.h>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace learnlab::server::maintenance {

namespace {

using support::fail;
using support::Result;

constexpr std::size_t mostWords = 2000; // of what the program says last

// The address as the variables that every program of PostgreSQL reads.
Result<std::vector<std::string>> environmentFor(const std::string &url)
{
    std::vector<std::string> variables;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        if (!variable.starts_with("PG") && !variable.starts_with("LEARNLAB_DATABASE_URL="))
            variables.emplace_back(variable);
    }
    variables.emplace_back("PGAPPNAME=learnlab-server");
    if (url.empty())
        return variables;
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption *)> options(
        PQconninfoParse(url.c_str(), &complaint), PQconninfoFree);
    PQfreemem(complaint);
    if (!options)
        return fail(support::problem(400, "bad_configuration", "database_url is no address of a database."));
    for (const auto *option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr && option->envvar != nullptr)
            variables.push_back(std::string(option->envvar) + "=" + option->val);
    }
    return variables;
}

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> list;
    for (auto &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

// The end of what comes through the pipe, until the program closes it.
std::string lastWords(int pipe)
{
    std::string words;
    char buffer[4096];
    for (;;) {
        const auto count = ::read(pipe, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        words.append(buffer, static_cast<std::size_t>(count));
        if (words.size() > 2 * mostWords)
            words.erase(0, words.size() - mostWords);
    }
    while (words.ends_with('\n'))
        words.pop_back();
    return words;
}

struct SpawnActions
{
    SpawnActions() { ::posix_spawn_file_actions_init(&actions); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions); }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;
    posix_spawn_file_actions_t actions{};
};

} // namespace

Result<void> run(const PostgresTool &tool)
{
    auto environment = environmentFor(tool.databaseUrl);
    if (!environment)
        return fail(std::move(environment.error()));
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail(support::internal("pipe"));
    SpawnActions spawn;
    const std::string output = tool.outputFile.empty() ? "/dev/null" : tool.outputFile;
    ::posix_spawn_file_actions_addopen(&spawn.actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&spawn.actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::posix_spawn_file_actions_adddup2(&spawn.actions, ends[1], 2);
    std::vector<std::string> words{tool.program};
    words.insert(words.end(), tool.arguments.begin(), tool.arguments.end());
    pid_t child = 0;
    const int started = ::posix_spawnp(&child, tool.program.c_str(), &spawn.actions, nullptr, pointersTo(words).data(),
                                       pointersTo(*environment).data());
    ::close(ends[1]);
    if (started != 0) {
        ::close(ends[0]);
        return fail(support::unavailable(tool.program + " cannot be run: is postgresql-client installed?"));
    }
    const std::string said = lastWords(ends[0]);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    return fail(support::unavailable(tool.program + " failed: " + said));
}

} // namespace learnlab::server::maintenance
