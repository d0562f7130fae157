#pragma once

#include "engine/commands.h"

#include <QJsonObject>
#include <QJsonValue>

namespace learnlab::engine {

/// Commands, asked by name and in JSON of whoever owns the profile: this process or another. The same words and
/// meanings as Commands. Thread and answers: those of the one that sends; an owner that goes away is asked again where
/// that is safe, and is Cancelled where it is not.
class Requests
{
public:
    template <class T>
    using Answer = std::function<void(domain::Result<T>)>;
    using Reply = Answer<QJsonValue>;
    using Send =
        std::function<void(const QString &command, const QJsonObject &arguments, QObject *context, Reply reply)>;

    explicit Requests(Send send) : m_send(std::move(send)) {}

    void createFolder(domain::FolderId parent, const QString &name, bool useExisting, QObject *context,
                      Answer<domain::FolderId> answer) const;
    void makePath(const QString &path, QObject *context, Answer<domain::FolderId> answer) const;
    void rename(domain::ItemRef item, const QString &name, QObject *context, Answer<domain::OperationId> answer) const;
    void move(const QList<domain::ItemRef> &items, domain::FolderId target, const QString &name, QObject *context,
              Answer<Queued> answer) const;
    void trash(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer) const;
    void restore(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer) const;
    void forgetOperation(domain::OperationId id, QObject *context, Answer<void> answer) const;
    void retryOperation(domain::OperationId id, QObject *context, Answer<domain::OperationId> answer) const;
    void undo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer) const;
    void redo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer) const;

    void upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                QObject *context, Answer<Uploads> answer) const;
    // Answered when the owner has been told, which is before it is done.
    void pause(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const;
    void resume(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const;
    void cancel(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const;
    void retry(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const;
    void first(const QList<domain::TransferId> &ids, QObject *context, const Answer<void> &answer) const;
    void clearFinished(QObject *context, const Answer<void> &answer) const;
    void setRateLimits(const transfer::RateLimits &limits, QObject *context, Answer<void> answer) const;
    void whenSettled(const QList<domain::TransferId> &ids, QObject *context, Answer<void> answer) const;

    void keep(domain::ItemRef item, QObject *context, Answer<QList<domain::TransferId>> answer) const;
    void unkeep(domain::ItemRef item, QObject *context, Answer<void> answer) const;
    void setKeptLimit(qint64 bytes, QObject *context, Answer<void> answer) const;
    void unsentEdits(QObject *context, Answer<QStringList> answer) const;
    /// Answered when the copy is there, in the system's bytes.
    void open(domain::FileId id, QObject *context, Answer<QByteArray> answer) const;
    void copyTo(domain::FileId id, const QByteArray &destination, bool replace, QObject *context,
                Answer<void> answer) const;

    void makeLink(const domain::LinkWish &wish, QObject *context, Answer<domain::Link> answer) const;
    void changeLink(const domain::LinkWish &wish, QObject *context, Answer<domain::Link> answer) const;
    void revokeLink(domain::LinkId id, QObject *context, Answer<void> answer) const;
    void refreshLinks(QObject *context, Answer<QList<domain::Link>> answer) const;
    void receipts(domain::FileId file, QObject *context, Answer<domain::Receipts> answer) const;
    void allReceipts(const QString &after, QObject *context, Answer<domain::Receipts> answer) const;

    void synchronize(QObject *context, Answer<void> answer) const;
    void sessions(QObject *context, Answer<QList<domain::Session>> answer) const;

private:
    void sendIds(const QString &command, const QList<domain::TransferId> &ids, QObject *context,
                 const Answer<void> &answer) const;

    Send m_send;
};

/// What is known of a command when an owner goes away while it works on it.
struct CommandTraits
{
    bool waits = false;      ///< for the network or for transfers: not only for the disk
    bool repeatable = false; ///< asking again does no harm
};
[[nodiscard]] CommandTraits traitsOf(const QString &command);

} // namespace learnlab::engine
