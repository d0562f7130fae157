#pragma once

#include "mirror_command.h"

namespace learnlab::cli {

/// `search TEXT...`: finds names in the mirror.
class Search final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;
};

} // namespace learnlab::cli
