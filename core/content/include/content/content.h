#pragma once

#include "mirror/store.h"
#include "transfer/transfers.h"

namespace learnlab::content {

/// The bytes kept on this computer: ACCOUNT/content/DIGEST in mode 0600, and open/ID/SAFE-NAME for programs to open.
/// Engine thread.
class Content
{
public:
    virtual ~Content() = default;
    /// Keeps the file, or everything in the folder, here: fetches what is not yet. In one transaction with its transfers.
    virtual void keep(domain::ItemRef item, std::function<void(domain::Result<QList<domain::TransferId>>)> reply) = 0;
    virtual void unkeep(domain::ItemRef item, std::function<void(domain::Result<void>)> reply) = 0;
    /// A copy to open with another program: fetches the bytes if they are not here, copies them to open/ID/SAFE-NAME.
    virtual void open(domain::FileId id, std::function<void(domain::Result<QString>)> reply) = 0;
    /// Puts the file at `destination` (its final path): from the bytes kept here when they are current, else by a download.
    /// Replies when it is there. LocalExists without `replace`.
    virtual void copyTo(domain::FileId id, const QByteArray &destination, bool replace,
                        std::function<void(domain::Result<void>)> reply) = 0;
    /// Everything in content/, thumbs/ and open/ goes.
    virtual domain::Result<void> wipe() = 0;
};

[[nodiscard]] std::unique_ptr<Content> makeContent(const QString &accountFolder, mirror::Store &store, transfer::Transfers &transfers,
                                                   transfer::LocalFiles &files, support::Scheduler &scheduler,
                                                   support::Clock &clock, support::Random &random);

} // namespace learnlab::content
