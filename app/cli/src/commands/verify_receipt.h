#pragma once

#include "command.h"

namespace learnlab::cli {

/// `verify-receipt RECEIPT --keys FILE [--file CONTENT]`: whether a proof of upload is true. No account, no network.
class VerifyReceipt final : public Command
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void run() override;
};

} // namespace learnlab::cli
