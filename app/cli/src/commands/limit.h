#pragma once

#include "engine_command.h"

#include "engine/limits.h"

namespace learnlab::cli {

/// `limit [--up N] [--down N]`: how fast transfers may go, in bytes a second; says what holds.
class Limit final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsSession() const override { return false; }
    [[nodiscard]] bool needsNetwork() const override { return false; }
    void run() override;
    void ready() override;

private:
    void tell(const transfer::RateLimits &limits);
};

} // namespace learnlab::cli
