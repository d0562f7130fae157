#include <server/support/config.h>

#include "config_key.h"

#include <filesystem>
#include <fstream>

extern char **environ;

namespace learnlab::server::support {
namespace {

Problem refusal(std::string text)
{
    return problem(400, "bad_configuration", std::move(text));
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

Result<void> apply(Config &config, std::string_view name, std::string_view value, const std::string &where)
{
    const ConfigKey *key = findConfigKey(name);
    if (key == nullptr)
        return fail(refusal(where + ": there is no setting named \"" + std::string(name) + "\"."));
    const std::string complaint = key->set(config, value);
    if (!complaint.empty())
        return fail(refusal(where + ": " + std::string(name) + " " + complaint));
    return {};
}

Result<void> applyFile(Config &config, const std::string &path)
{
    std::ifstream file(path);
    if (!file || file.peek() == std::ifstream::traits_type::eof()) { // a folder can be opened, but not read
        std::error_code error;
        const bool empty = file && std::filesystem::is_regular_file(path, error);
        if (!empty)
            return fail(refusal("The configuration file " + path + " cannot be read."));
    }
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const std::string_view content = trimmed(line);
        if (content.empty() || content.front() == '#')
            continue;
        const auto equals = content.find('=');
        const std::string where = path + ":" + std::to_string(number);
        if (equals == std::string_view::npos)
            return fail(refusal(where + ": expected `key = value`."));
        if (auto done = apply(config, trimmed(content.substr(0, equals)), trimmed(content.substr(equals + 1)), where);
            !done)
            return done;
    }
    return {};
}

Result<void> applyEnvironment(Config &config, const Environment &environment)
{
    for (const ConfigKey &key : configKeys()) {
        const std::string variable = environmentName(key.name);
        const auto found = environment.find(variable);
        if (found == environment.end())
            continue;
        if (auto done = apply(config, key.name, found->second, variable); !done)
            return done;
    }
    // Not a setting: it must not stand in a process list, nor beside what everybody may read.
    if (const auto secret = environment.find("LEARNLAB_S3_SECRET_KEY"); secret != environment.end())
        config.s3SecretKey = secret->second;
    return {};
}

struct Arguments
{
    std::string file;
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<std::string> rest;
};

// Flags that are no setting stay in `rest` for the command that knows them.
Result<Arguments> splitArguments(const std::vector<std::string> &given)
{
    Arguments arguments;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string &word = given[i];
        const auto equals = word.find('=');
        const std::string name =
            word.starts_with("--") ? word.substr(2, equals == std::string::npos ? equals : equals - 2) : "";
        if (name != "config" &&
            (name.empty() || (findConfigKey(name) == nullptr && name.find('.') == std::string::npos))) {
            arguments.rest.push_back(word);
            continue;
        }
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (i + 1 < given.size())
            value = given[++i];
        else
            return fail(refusal("--" + name + ": a value is missing."));
        if (name == "config")
            arguments.file = value;
        else
            arguments.settings.emplace_back(name, value);
    }
    return arguments;
}

} // namespace

Result<Configured> readConfig(const ConfigInput &input)
{
    auto arguments = splitArguments(input.arguments);
    if (!arguments)
        return fail(std::move(arguments.error()));
    Configured configured;
    Result<void> done;
    if (!arguments->file.empty())
        done = applyFile(configured.config, arguments->file);
    if (done)
        done = applyEnvironment(configured.config, input.environment);
    for (const auto &[name, value] : arguments->settings) {
        if (done)
            done = apply(configured.config, name, value, "--" + name);
    }
    if (!done)
        return fail(std::move(done.error()));
    configured.rest = std::move(arguments->rest);
    return configured;
}

std::vector<std::string> settingNames()
{
    std::vector<std::string> names;
    for (const ConfigKey &key : configKeys())
        names.push_back(key.name);
    return names;
}

Environment processEnvironment()
{
    Environment environment;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const auto equals = text.find('=');
        if (equals != std::string_view::npos)
            environment.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return environment;
}

} // namespace learnlab::server::support
