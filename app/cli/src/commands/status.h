#pragma once

#include "mirror_command.h"

namespace learnlab::cli {

/// `status`: who is signed in, and what waits; from the mirror alone.
class Status final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;
    void showNobody() override;

private:
    void describe(const QJsonObject &account);
};

} // namespace learnlab::cli
