#pragma once

#include "change_command.h"

namespace learnlab::cli {

/// `mkdir [-p] PATH...`
class Mkdir final : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void change() override;

private:
    void makeNext();
    void make(const QString &path);

    QStringList m_paths;
};

} // namespace learnlab::cli
