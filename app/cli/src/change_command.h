#pragma once

#include "engine_command.h"

#include <QJsonArray>

namespace learnlab::cli {

/// A command that changes files or folders on the server: brings the mirror up to date, queues its changes, has them
/// sent, and tells what became of each. What cannot be sent now stays queued (exit code 4).
class ChangeCommand : public EngineCommand
{
    Q_OBJECT

protected:
    void ready() override;
    /// False: what the server refuses is told and withdrawn.
    [[nodiscard]] virtual bool keepsRefused() const { return false; }
    /// The mirror is as fresh as can be: queue(), then send().
    virtual void change() = 0;

    /// What an operation is about, for the answer.
    struct Item
    {
        QString path;
        domain::ItemRef ref;
    };

    /// The item at this path; without one an error is noted.
    [[nodiscard]] std::optional<domain::ItemRef> resolve(const QString &path);
    [[nodiscard]] QList<Item> resolve(const QStringList &paths);
    [[nodiscard]] static QList<domain::ItemRef> refsOf(const QList<Item> &items);
    void expect(const Item &item) { m_items.append(item); }
    /// Notes what was refused of these and expects the others.
    void expect(const QList<Item> &items, const engine::Queued &queued);
    /// Has everything sent, then tells and finishes.
    void send();
    /// The usual end of a change to several things.
    [[nodiscard]] engine::Commands::Answer<engine::Queued> sendAfter(const QList<Item> &items);

private:
    void sent();
    void tell(const Item &item, const mirror::PendingOperation *pending);

    QList<Item> m_items;
    QJsonArray m_told;
};

} // namespace learnlab::cli
