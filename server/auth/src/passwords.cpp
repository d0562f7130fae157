#include <server/auth/passwords.h>

#include <server/support/bytes.h>

#include <crypt.h>

#include <memory>

namespace learnlab::server::auth {
namespace {

constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 72;
constexpr int niceness = 5; // others go first, but on a machine that is busy with other things people still get in

std::string bcrypt(const std::string &password, const std::string &setting)
{
    const auto work = std::make_unique<crypt_data>();
    const char *hash = crypt_r(password.c_str(), setting.c_str(), work.get());
    return hash == nullptr || hash[0] == '*' ? std::string() : std::string(hash);
}

std::string freshHash(const std::string &password, int cost)
{
    const std::string random = support::randomBytes(16);
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (crypt_gensalt_rn("$2b$", static_cast<unsigned long>(cost), random.data(), static_cast<int>(random.size()),
                         setting, sizeof setting) == nullptr)
        return {};
    return bcrypt(password, setting);
}

} // namespace

Passwords::Passwords(int cost, std::size_t threads, std::size_t mostWaiting)
    : m_cost(cost),
      m_decoy(freshHash(support::toHex(support::randomBytes(16)), cost)),
      m_workers(threads, mostWaiting, niceness)
{}

Result<void> Passwords::checkRules(const std::string &password)
{
    if (password.size() >= shortest && password.size() <= longest)
        return {};
    return support::fail(support::problem(422, "weak_password", "A password has 8 to 72 bytes.").withField("password"));
}

Task<Result<std::string>> Passwords::hash(std::string password)
{
    const std::function<std::string()> work = [password = std::move(password), cost = m_cost] {
        return freshHash(password, cost);
    };
    auto made = co_await m_workers.run<std::string>(work);
    if (made && made->empty())
        co_return support::fail(support::internal("bcrypt is not available"));
    co_return made;
}

Task<Result<bool>> Passwords::matches(std::string password, std::optional<std::string> storedHash)
{
    const bool known = storedHash.has_value();
    const std::function<bool()> work = [password = std::move(password), stored = storedHash.value_or(m_decoy), known] {
        const std::string computed = bcrypt(password, stored);
        return !computed.empty() && support::equalSecret(computed, stored) && known;
    };
    co_return co_await m_workers.run<bool>(work);
}

} // namespace learnlab::server::auth
