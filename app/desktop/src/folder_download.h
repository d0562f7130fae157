#pragma once

#include "engine/commands.h"
#include "mirror/read_pool.h"
#include "ui/models/backend.h"

#include <QObject>

namespace learnlab::desktop {

/// Brings files and folders into a folder of this computer: plans them from the mirror, makes the folders, then asks the
/// engine for the files, a few at a time. UI thread, the disk is touched on a reader's; gone when it has answered or with
/// its parent.
class FolderDownload final : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(domain::Result<ui::Backend::Downloaded>)>;

    FolderDownload(engine::Commands &commands, QObject *parent);

    void start(mirror::ReadPool &mirror, const QList<domain::ItemRef> &items, const QString &folder, QObject *context, Reply reply);

private:
    struct Copy
    {
        domain::FileId file;
        QString name;
        QByteArray destination;
    };
    struct Plan
    {
        QList<Copy> copies;
        std::optional<domain::Error> error; ///< a folder could not be made
    };
    class Planner;

    void fetchMore();
    void fetched(const QString &name, const domain::Result<void> &result);

    engine::Commands &m_commands;
    QPointer<QObject> m_context;
    Reply m_reply;
    QList<Copy> m_copies;
    qsizetype m_next = 0;
    int m_underWay = 0;
    ui::Backend::Downloaded m_result;
};

} // namespace learnlab::desktop
