#pragma once
// Rows of `users`. E-mail addresses are stored and compared in lower case.

#include <server/store/pool.h>

#include <boost/json/object.hpp>

namespace learnlab::server::auth {

using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

struct NewAccount
{
    std::string email;
    std::string username;
    std::string password;
    std::optional<std::string> fullName;
};

// What is absent stays. An empty full name takes it away.
struct AccountChange
{
    std::optional<std::string> email;
    std::optional<std::string> username;
    std::optional<std::string> fullName;
};

class Passwords;

class Accounts
{
public:
    // Both outlive this.
    Accounts(store::Pool &pool, Passwords &passwords) : m_pool(pool), m_passwords(passwords) {}

    // The User of the API. 400 with the field, 422 weak_password, 409 email_taken, username_taken.
    [[nodiscard]] Task<Result<boost::json::object>> add(NewAccount account);
    [[nodiscard]] Task<Result<boost::json::object>> find(Uuid id);
    [[nodiscard]] Task<Result<boost::json::object>> change(Uuid id, AccountChange change); // problems as add()
    [[nodiscard]] Task<Result<void>> setPassword(Uuid id, std::string password);           // 422 weak_password
    // Signs in no more; its rows and files go when the grace period is over, unless an administrator enables it again.
    [[nodiscard]] Task<Result<void>> requestDeletion(Uuid id);
    // Whose these are; nothing when nobody's. Takes the same time either way.
    [[nodiscard]] Task<Result<std::optional<Uuid>>> verify(std::string email, std::string password);
    [[nodiscard]] Task<Result<bool>> isPassword(Uuid id, std::string password);

private:
    store::Pool &m_pool;
    Passwords &m_passwords;
};

} // namespace learnlab::server::auth
