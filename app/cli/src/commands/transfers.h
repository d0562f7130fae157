#pragma once

#include "mirror_command.h"

namespace learnlab::cli {

/// `transfers`: the queue, with the changes that wait for the server.
class Transfers final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;
};

} // namespace learnlab::cli
