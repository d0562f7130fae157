#pragma once
// Users, as an administrator deals with them. `who` is an id, an e-mail address or a user name. 404 when there is none.

#include <server/auth/passwords.h>
#include <server/store/pool.h>

#include <boost/json/object.hpp>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

// One page in the order of e-mail addresses, behind `after`: id, email, username, full_name, is_active, created_at,
// last_login, deletion_requested_at, files, bytes_used, quota (null: as configured).
[[nodiscard]] Task<Result<std::vector<boost::json::object>>> listUsers(store::Pool &pool, std::string after);

// Disabling ends all sessions at once; enabling takes back a deletion too.
[[nodiscard]] Task<Result<boost::json::object>> setActive(store::Pool &pool, std::string who, bool active);
[[nodiscard]] Task<Result<boost::json::object>> setQuota(store::Pool &pool, std::string who,
                                                         std::optional<std::int64_t> bytes);
// 422 weak_password; ends all sessions.
[[nodiscard]] Task<Result<boost::json::object>> setPassword(store::Pool &pool, auth::Passwords &passwords,
                                                            std::string who, std::string password);
// Disabled now, removed by maintenance once the days of grace are over, or with the next pass.
[[nodiscard]] Task<Result<boost::json::object>> requestDeletion(store::Pool &pool, std::string who, bool withoutGrace);

} // namespace learnlab::server::maintenance
