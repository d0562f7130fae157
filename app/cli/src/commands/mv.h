#pragma once

#include "change_command.h"

namespace learnlab::cli {

/// `mv PATH... DESTINATION`: into a folder, or to a new name.
class Mv final : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void change() override;

private:
    void moveTo(const QList<Item> &items, const QString &destination);
    void renameTo(const Item &item, const QString &destination);
};

} // namespace learnlab::cli
