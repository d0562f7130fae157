#pragma once

#include "engine_command.h"

namespace learnlab::cli {

/// `sessions`: the devices that are signed in. With --offline as last heard.
class Sessions final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ready() override;

private:
    void tell(const QList<domain::Session> &sessions);
};

} // namespace learnlab::cli
