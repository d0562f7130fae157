#pragma once

#include "change_command.h"

namespace learnlab::cli {

/// `changes`: what waits for the server, and what it refused; reads the mirror alone.
/// `changes withdraw|retry ID...|--all`: undoes such a change here, or sends a refused one again.
class Changes final : public ChangeCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsSession() const override { return !m_withdraws; }
    [[nodiscard]] bool needsNetwork() const override { return !m_withdraws; }
    [[nodiscard]] bool keepsRefused() const override { return true; }
    void run() override;
    void ready() override;
    void change() override;

private:
    struct Named
    {
        domain::OperationId id;
        Item item;
    };

    void list();
    [[nodiscard]] QList<Named> named();
    void withdrawNext();
    void retryNext();
    void note(const Item &item, const domain::Result<void> &done);

    bool m_withdraws = false;
    QList<Named> m_named;
    QJsonArray m_items;
};

} // namespace learnlab::cli
