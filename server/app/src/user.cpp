#include "commands.h"

#include "flags.h"
#include "front.h"
#include "workshop.h"

#include <server/auth/accounts.h>
#include <server/maintenance/users.h>

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <iostream>

namespace learnlab::server::app {
namespace {

using boost::json::object;
using support::Result;

// Passwords come by standard input only: a command line can be read by everybody on the machine.
std::string passwordFromInput()
{
    std::string password;
    std::getline(std::cin, password);
    if (password.ends_with('\r'))
        password.pop_back();
    return password;
}

std::string cell(const object &user, std::string_view name)
{
    const auto *value = user.if_contains(name);
    if (value == nullptr || value->is_null())
        return "-";
    return value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
}

void printUser(const object &user, bool json)
{
    if (json) {
        std::printf("%s\n", boost::json::serialize(user).c_str());
        return;
    }
    const std::string state = user.contains("deletion_requested_at") && !user.at("deletion_requested_at").is_null()
                                  ? "to be deleted"
                                  : (user.at("is_active").as_bool() ? "active" : "disabled");
    std::printf("%s\t%s\t%s\t%s\t%s files\t%s bytes\tquota %s\n", cell(user, "id").c_str(), cell(user, "email").c_str(),
                cell(user, "username").c_str(), state.c_str(), cell(user, "files").c_str(),
                cell(user, "bytes_used").c_str(), cell(user, "quota").c_str());
}

class UserCommand
{
public:
    UserCommand(const support::Config &config, Flags flags)
        : m_config(config), m_flags(std::move(flags)), m_workshop(config)
    {}

    int run(const std::string &verb)
    {
        if (auto well = m_workshop.checkDatabase(); !well)
            return refuse(well.error().detail);
        if (verb == "add")
            return add();
        if (verb == "list")
            return list();
        if (m_flags.words().size() != (verb == "quota" ? 2U : 1U))
            return refuse("user " + verb + " needs a user: an id, an e-mail address or a user name" +
                          (verb == "quota" ? ", and a number of bytes, or default." : "."));
        const auto changed = change(verb, m_flags.words().front());
        if (changed)
            auditAdministration(m_config, "user " + verb, cell(*changed, "id"));
        return finish(changed);
    }

private:
    // After what was changed, or why it was not.
    int finish(const Result<object> &user)
    {
        if (user) {
            printUser(*user, m_flags.has("json"));
            return 0;
        }
        std::fprintf(stderr, "learnlab-server: %s\n", user.error().detail.c_str());
        return user.error().status == 400 ? 2 : 1;
    }

    int add()
    {
        auth::NewAccount account;
        account.email = m_flags.value("email").value_or("");
        account.username = m_flags.value("username").value_or("");
        account.fullName = m_flags.value("full-name");
        if (!m_flags.has("password-stdin"))
            return refuse("user add reads the password from its input: give --password-stdin.");
        account.password = passwordFromInput();
        auth::Passwords passwords(m_config.bcryptCost);
        auth::Accounts accounts(m_workshop.pool(), passwords);
        const auto made = m_workshop.run(accounts.add(std::move(account)));
        if (!made) {
            std::fprintf(stderr, "learnlab-server: %s\n", made.error().detail.c_str());
            return 1;
        }
        auditAdministration(m_config, "user add", cell(*made, "id"));
        if (m_flags.has("json"))
            std::printf("%s\n", boost::json::serialize(*made).c_str());
        else
            std::printf("%s\n", made->at("id").as_string().c_str());
        return 0;
    }

    int list()
    {
        std::string after;
        for (;;) {
            const auto users = m_workshop.run(maintenance::listUsers(m_workshop.pool(), after));
            if (!users) {
                std::fprintf(stderr, "learnlab-server: %s\n", users.error().detail.c_str());
                return 1;
            }
            if (users->empty())
                return 0;
            for (const auto &user : *users)
                printUser(user, m_flags.has("json"));
            after = std::string(users->back().at("email").as_string());
        }
    }

    Result<object> change(const std::string &verb, const std::string &who)
    {
        store::Pool &pool = m_workshop.pool();
        if (verb == "enable" || verb == "disable")
            return m_workshop.run(maintenance::setActive(pool, who, verb == "enable"));
        if (verb == "delete")
            return m_workshop.run(maintenance::requestDeletion(pool, who, m_flags.has("without-grace")));
        if (verb == "quota")
            return changeQuota(who, m_flags.words().back());
        if (!m_flags.has("password-stdin"))
            return support::fail(
                support::malformed("user reset-password reads the password from its input: give --password-stdin."));
        auth::Passwords passwords(m_config.bcryptCost);
        return m_workshop.run(maintenance::setPassword(pool, passwords, who, passwordFromInput()));
    }

    Result<object> changeQuota(const std::string &who, const std::string &text)
    {
        if (text == "default")
            return m_workshop.run(maintenance::setQuota(m_workshop.pool(), who, std::nullopt));
        auto bytes = Flags::read({"--bytes", text}, {{"bytes"}, {}})->number("bytes", 0, std::int64_t{1} << 60);
        if (!bytes)
            return support::fail(support::malformed("A quota is a number of bytes, or default."));
        return m_workshop.run(maintenance::setQuota(m_workshop.pool(), who, *bytes));
    }

    const support::Config &m_config;
    Flags m_flags;
    Workshop m_workshop;
};

} // namespace

int user(const support::Config &config, const std::vector<std::string> &arguments)
{
    static const std::map<std::string, FlagNames, std::less<>> verbs{
        {"add", {{"email", "username", "full-name"}, {"password-stdin", "json"}}},
        {"list", {{}, {"json"}}},
        {"enable", {{}, {"json"}}},
        {"disable", {{}, {"json"}}},
        {"quota", {{}, {"json"}}},
        {"reset-password", {{}, {"password-stdin", "json"}}},
        {"delete", {{}, {"without-grace", "json"}}}};
    const auto verb = arguments.empty() ? verbs.end() : verbs.find(arguments.front());
    if (verb == verbs.end())
        return refuse("user add, list, enable, disable, quota, reset-password or delete: which? "
                      "See learnlab-server --help.");
    auto flags = Flags::read({arguments.begin() + 1, arguments.end()}, verb->second);
    if (!flags)
        return refuse(flags.error().detail);
    return UserCommand(config, std::move(*flags)).run(verb->first);
}

} // namespace learnlab::server::app
