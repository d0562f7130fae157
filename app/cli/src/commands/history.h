#pragma once

#include "change_command.h"
#include "mirror_command.h"

namespace learnlab::cli {

/// `history [--limit N]`: what was done on this computer, newest first.
class History final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;
};

/// `undo [ID]`: takes back the last action, or this one; `redo [ID]` makes it again.
class Undo : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void change() override;
    virtual void ask(domain::ActionId action, const engine::Requests::Answer<sync::Undone> &answer);

private:
    void taken(const sync::Undone &undone);
};

class Redo final : public Undo
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ask(domain::ActionId action, const engine::Requests::Answer<sync::Undone> &answer) override;
};

} // namespace learnlab::cli
