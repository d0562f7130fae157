#include "secrets/keychain.h"

#include <QHash>

namespace learnlab::secrets {
namespace {

class MemoryKeychain final : public Keychain
{
public:
    void read(const QString &account, std::function<void(domain::Result<QByteArray>)> reply) override
    {
        reply(m_secrets.value(account));
    }
    void write(const QString &account, const QByteArray &secret,
               std::function<void(domain::Result<void>)> reply) override
    {
        m_secrets.insert(account, secret);
        reply({});
    }
    void remove(const QString &account, std::function<void(domain::Result<void>)> reply) override
    {
        m_secrets.remove(account);
        reply({});
    }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace

std::unique_ptr<Keychain> makeMemoryKeychain()
{
    return std::make_unique<MemoryKeychain>();
}

} // namespace learnlab::secrets
