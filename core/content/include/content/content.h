#pragma once

#include "content/decide.h"

#include "mirror/store.h"
#include "transfer/transfers.h"

#include <QStringList>

namespace learnlab::content {

/// The bytes kept on this computer: ACCOUNT/content/DIGEST in mode 0600, and open/ID/LABEL/SAFE-NAME for programs to
/// open. What the user keeps is fetched, and fetched again when it changes on the server; the older version stays until
/// the new one is whole and in its place. What was only opened goes when there is no room, the least recently opened
/// first. A copy that was opened and saved goes up as a new version by itself; until the server has it its bytes stay
/// here, whatever happens. If the server's file was changed meanwhile the version becomes a file of its own beside it,
/// called "NAME (conflict, DEVICE, DATE)". Engine thread.
class Content
{
public:
    virtual ~Content() = default;
    /// Keeps the file, or everything that is in the folder or comes into it, here, and answers the downloads of what is
    /// not yet. KeptLimit: it does not fit into what the user allows, LocalDiskFull: nor on the disk; nothing is kept
    /// then.
    virtual void keep(domain::ItemRef item, std::function<void(domain::Result<QList<domain::TransferId>>)> reply) = 0;
    /// Of a folder that is not kept itself: everything in it. KeptWithFolder: a folder above it is what is kept.
    virtual void unkeep(domain::ItemRef item, std::function<void(domain::Result<void>)> reply) = 0;
    /// How many bytes may be kept and opened here together; 0: as many as the disk holds. What is over it goes as far
    /// as it may.
    virtual void setLimit(qint64 bytes) = 0;
    /// Lets go of all that may go, as if there were no room: neither what is kept nor what the server does not have.
    virtual void freeUp(std::function<void(domain::Result<void>)> reply) = 0;
    /// A copy to open with another program: fetches the bytes if they are not here, copies them to
    /// open/ID/LABEL/SAFE-NAME. While that copy has changes that the server does not have it stays the one.
    virtual void open(domain::FileId id, std::function<void(domain::Result<QString>)> reply) = 0;
    /// Looks for copies that were saved, and answers when their new versions are in the queue. Waits some seconds at
    /// most for one that is being written to.
    virtual void collectEdits(std::function<void()> reply) = 0;
    /// Names of what programs saved here and the server does not have.
    [[nodiscard]] virtual QStringList unsentEdits() const = 0;
    /// Puts the file at `destination` (its final path): from the bytes kept here when they are current, else by a
    /// download. Replies when it is there, also if it was. LocalExists without `replace` when something else is.
    virtual void copyTo(domain::FileId id, const QByteArray &destination, bool replace,
                        std::function<void(domain::Result<void>)> reply) = 0;
    /// Everything in content/, thumbs/ and open/ goes.
    virtual domain::Result<void> wipe() = 0;
};

/// `device` names this computer in the names of files that were changed in two places; a copy that nobody wrote to for
/// `peace` is taken up.
[[nodiscard]] std::unique_ptr<Content> makeContent(const QString &accountFolder, mirror::Store &store,
                                                   transfer::Transfers &transfers, transfer::LocalFiles &files,
                                                   support::Scheduler &scheduler, support::Clock &clock,
                                                   support::Random &random, const QString &device = {},
                                                   std::chrono::milliseconds peace = defaultPeace);

} // namespace learnlab::content
