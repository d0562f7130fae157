#pragma once

#include "transfer_command.h"

namespace learnlab::cli {

/// `open PATH...`: fetches copies for other programs to work on and says where they are. What is saved in them goes up
/// by itself: at once while a window or another command has the profile, else with the next `sync`.
class Open final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ready() override;

private:
    void open(domain::ItemRef item, const QString &path, const std::function<void()> &next);

    QJsonArray m_copies;
};

} // namespace learnlab::cli
