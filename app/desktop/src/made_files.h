#pragma once

#include "engine/commands.h"
#include "engine/engine.h"
#include "mirror/read_pool.h"
#include "support/worker.h"
#include "ui/models/backend.h"

#include <QObject>

namespace learnlab::desktop {

/// What is uploaded without ever having been a file, as a picture from the clipboard: it lies in ACCOUNT/made/ID/NAME, for
/// this user alone, until no transfer needs it any more, also when the program ended in between. UI thread; the disk is
/// touched on threads of its own and of the mirror's readers.
class MadeFiles final : public QObject
{
    Q_OBJECT

public:
    MadeFiles(engine::Engine &engine, engine::Commands &commands, QObject *parent);
    ~MadeFiles() override;

    void upload(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *context,
                ui::Backend::Reply<void> reply);
    /// Removes what no transfer needs. To be called when an account was opened, and when transfers come to their end.
    void sweep(mirror::ReadPool &mirror);

private:
    void queue(const QString &path, domain::FolderId target, const QPointer<QObject> &context, const ui::Backend::Reply<void> &reply);
    [[nodiscard]] QString folder() const;

    engine::Engine &m_engine;
    engine::Commands &m_commands;
    int m_beingMade = 0;  ///< not in the queue yet: nothing is swept meanwhile
    bool m_mayLie = true; ///< something may lie there
    support::Worker m_writer{"made"};
};

} // namespace learnlab::desktop
