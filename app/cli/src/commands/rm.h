#pragma once

#include "change_command.h"

namespace learnlab::cli {

/// `rm PATH...`: to trash.
class Rm final : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void change() override;
};

/// `restore ID...`: out of trash.
class Restore final : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void change() override;
};

} // namespace learnlab::cli
