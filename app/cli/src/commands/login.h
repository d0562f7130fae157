#pragma once

#include "engine_command.h"

namespace learnlab::cli {

/// `login --server URL --email E [--password-stdin]`: signs in and reads the list of files. The session is only worth
/// something to the next command if the keychain keeps it: without one, signing in fails.
class Login final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsAccount() const override { return false; }
    [[nodiscard]] bool worksAlone() const override { return true; }
    [[nodiscard]] bool needsSession() const override { return false; }
    void run() override;
    void ready() override;

private:
    void signedIn(const domain::Result<engine::Account> &account);
    void forget(const domain::Error &why);
    void tell(const engine::Account &account);

    QString m_password;
};

/// `logout [--forget]`
class Logout final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    [[nodiscard]] bool worksAlone() const override { return true; }
    [[nodiscard]] bool needsSession() const override { return false; }
    void ready() override;
};

} // namespace learnlab::cli
