#pragma once

#include "engine_command.h"
#include "progress.h"

#include <QJsonArray>

namespace learnlab::cli {

/// A command that waits for transfers of its own.
class TransferCommand : public EngineCommand
{
    Q_OBJECT

protected:
    [[nodiscard]] engine::Work work() const override { return engine::Work::Everything; }
    /// --wait SECONDS
    [[nodiscard]] std::chrono::seconds waitLimit() const override;
    /// Who says how long wants it waited for.
    [[nodiscard]] bool waitsFromTheBeginning() const override { return given().has("wait"); }
    [[nodiscard]] static QCommandLineOption waitOption();
    /// What is wrong with it; empty: nothing.
    [[nodiscard]] static QString checkWait(const Given &given);

    /// What earlier commands brought to an end was told by them. A window keeps its own list.
    void forgetFinished();

    /// Goes on when each of these has ended or cannot go on now; with --offline at once.
    void settleThen(const QList<domain::TransferId> &ids, std::function<void()> next);
    /// What became of these: noted in the answer, and given as the field "items".
    struct Counts
    {
        int done = 0;
        int queued = 0;
        int failed = 0;
    };
    [[nodiscard]] Counts tell(const QList<domain::TransferId> &ids);
    /// Those that stand still with an error.
    [[nodiscard]] QList<domain::TransferId> failed(const QList<domain::TransferId> &ids) const;

private:
    void askAgain();
    void settled();
    void goOn();
    void tell(const domain::Transfer &transfer, Counts &counts);
    [[nodiscard]] ExitCode codeOfQueued(const domain::Transfer &transfer) const;
    /// Of those that are kept, as they are now.
    void forEachOf(const QList<domain::TransferId> &ids,
                   const std::function<void(const domain::Transfer &)> &use) const;

    QList<domain::TransferId> m_ids;
    std::function<void()> m_next;
    std::unique_ptr<Progress> m_progress;
    QTimer m_again;
    qint64 m_gotThrough = -1; ///< files and bytes, when last looked
    QJsonArray m_told;
};

} // namespace learnlab::cli
