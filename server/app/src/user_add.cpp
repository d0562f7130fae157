#include "commands.h"

#include <server/auth/accounts.h>
#include <server/auth/passwords.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdio>
#include <iostream>

namespace learnlab::server::app {
namespace {

using support::Result;
using support::Task;

Result<auth::NewAccount> readArguments(const std::vector<std::string> &arguments, bool &passwordFromInput)
{
    auth::NewAccount account;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto equals = arguments[i].find('=');
        const std::string name = arguments[i].substr(0, equals);
        if (name == "--password-stdin") {
            passwordFromInput = true;
            continue;
        }
        if (name != "--email" && name != "--username" && name != "--full-name")
            return support::fail(support::malformed("Not understood: " + name + "."));
        if (equals == std::string::npos && i + 1 == arguments.size())
            return support::fail(support::malformed(name + ": a value is missing."));
        std::string value = equals == std::string::npos ? arguments[++i] : arguments[i].substr(equals + 1);
        if (name == "--email")
            account.email = std::move(value);
        else if (name == "--username")
            account.username = std::move(value);
        else
            account.fullName = std::move(value);
    }
    return account;
}

Task<void> add(auth::Accounts &accounts, store::Pool &pool, auth::NewAccount account, int &exitCode)
{
    auto made = co_await accounts.add(std::move(account));
    if (made) {
        std::printf("%s\n", made->at("id").as_string().c_str());
    } else {
        std::fprintf(stderr, "learnlab-server: %s\n", made.error().detail.c_str());
        exitCode = 1;
    }
    pool.close();
}

} // namespace

int addUser(const support::Config &config, const std::vector<std::string> &arguments)
{
    bool passwordFromInput = false;
    auto account = readArguments(arguments, passwordFromInput);
    if (!account)
        return refuse(account.error().detail);
    if (config.databaseUrl.empty())
        return refuse("database_url is missing.");
    if (!passwordFromInput)
        return refuse("user add reads the password from its input: give --password-stdin.");
    std::getline(std::cin, account->password);
    if (account->password.ends_with('\r'))
        account->password.pop_back();

    boost::asio::io_context loop(1);
    store::PoolOptions options;
    options.url = config.databaseUrl;
    options.connections = 1;
    store::Pool pool(loop.get_executor(), options);
    auth::Passwords passwords(config.bcryptCost);
    auth::Accounts accounts(pool, passwords);
    int exitCode = 0;
    boost::asio::co_spawn(loop, add(accounts, pool, std::move(*account), exitCode), boost::asio::detached);
    loop.run();
    return exitCode;
}

} // namespace learnlab::server::app
