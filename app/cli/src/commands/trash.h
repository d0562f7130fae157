#pragma once

#include "mirror_command.h"

namespace learnlab::cli {

/// `trash`: lists what is in trash, with the ids for `restore`.
class Trash final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;
};

} // namespace learnlab::cli
