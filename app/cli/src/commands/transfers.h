#pragma once

#include "engine_command.h"

#include <QTimer>

namespace learnlab::cli {

/// `transfers`: the queue, with the changes that wait for the server; reads the mirror alone.
/// `transfers pause|resume|cancel|retry|first ID...|--all`: tells the queue, where an ID is a transfer's or a group's.
class Transfers final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    [[nodiscard]] bool needsSession() const override { return false; }
    [[nodiscard]] bool needsNetwork() const override { return false; }
    void run() override;
    void ready() override;

private:
    enum class Verb { Pause, Resume, Cancel, Retry, First };
    [[nodiscard]] static std::optional<Verb> verbFrom(const QString &word);

    void list();
    [[nodiscard]] QList<domain::TransferId> named();
    void told(const domain::Result<void> &result);
    [[nodiscard]] bool isSeen() const;
    void tellAll();

    Verb m_verb = Verb::Pause;
    QList<domain::Transfer> m_before;
    QTimer m_look;
    int m_looks = 0;
};

} // namespace learnlab::cli
