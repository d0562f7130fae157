#pragma once

#include "content/decide.h"
#include "kept_files.h"
#include "parts.h"
#include "watch.h"

#include <map>
#include <memory>

namespace learnlab::content {

/// The copies that programs work on: notices when one was saved, puts the new version beside the kept bytes, where
/// nobody changes it any more, and then sees to it that it reaches the server. What is to be done is derived from the
/// mirror's rows each time, so that a process that dies at any point goes on from there.
class Edits
{
public:
    Edits(const Parts &parts, const KeptFiles &files, std::unique_ptr<Watch> watch);

    /// Called with a file whose copy became another file's: its own bytes may be fetched again.
    void whenParted(std::function<void(domain::FileId)> parted) { m_parted = std::move(parted); }
    /// Called with digests that may not be needed any more.
    void whenDone(std::function<void(const QList<QByteArray> &)> done) { m_done = std::move(done); }

    /// Looks at every copy: what was saved while nobody watched is taken up.
    void begin();
    void watch(const mirror::OpenedCopy &copy);
    /// Something in the mirror changed about these, or about anything.
    void mirrorChanged(const QSet<domain::FileId> &files, bool everything);
    /// Answers when everything that was saved until now is in the queue, or cannot be yet.
    void collect(std::function<void()> reply);

    /// The copy that somebody works on, or else one that shows the file as it is.
    [[nodiscard]] std::optional<mirror::OpenedCopy> copyToOpen(const domain::File &file) const;
    [[nodiscard]] bool isEdited(domain::FileId id) const;
    /// Edited, being written to, or open in a program.
    [[nodiscard]] bool isBusy(const mirror::OpenedCopy &copy) const;
    /// Names of what would be lost if everything here went.
    [[nodiscard]] QStringList unsent() const;
    /// Digests of versions that are not on the server yet.
    [[nodiscard]] QSet<QByteArray> needed() const;
    /// Takes a copy off the disk that is not busy, and says whether it is gone.
    [[nodiscard]] bool letGo(const mirror::OpenedCopy &copy);
    void stop();

private:
    struct Restless
    {
        domain::LocalStamp last;
        support::Monotonic since{0};
        bool busy = false; ///< its new version is being taken
        bool timed = false;
    };
    struct After;

    // edits.cpp
    void heard(const QByteArray &folder);
    void restless(const QString &place, support::Monotonic since, std::chrono::milliseconds delay);
    void lookLater(const QString &place, std::chrono::milliseconds delay);
    void look(const QString &place);
    void gone(const mirror::OpenedCopy &copy);
    void atPeace(const QString &place);
    void poll();
    void answerWhenCalm();

    // edits_take.cpp
    void take(const mirror::OpenedCopy &copy, const domain::LocalStamp &stamp);
    void taken(const mirror::OpenedCopy &copy, const domain::LocalStamp &stamp, const QByteArray &temporary,
               const domain::Result<transfer::LocalFiles::Digest> &digest);
    void remember(const QString &place, const domain::LocalStamp &stamp, const QByteArray &sha256);
    void notTaken(const QString &place, const domain::Error &error);

    // edits_send.cpp
    void reconcile(const QString &place, bool begun);
    [[nodiscard]] static EditFacts factsOf(const mirror::Reader &reader, const mirror::OpenedCopy &copy, bool begun);
    void reconciled(const After &after);

    [[nodiscard]] QByteArray pathOf(const mirror::OpenedCopy &copy) const
    {
        return m_files.copyPath(copy.place, copy.name);
    }
    void jobOver(quint64 job);
    [[nodiscard]] support::Task guarded(support::Task task) const;

    const Parts m_with;
    const KeptFiles &m_files;
    std::unique_ptr<Watch> m_watch;
    std::function<void(domain::FileId)> m_parted;
    std::function<void(const QList<QByteArray> &)> m_done;
    std::map<QString, Restless> m_restless;
    std::map<quint64, transfer::LocalFiles::JobHandle> m_jobs;
    quint64 m_lastJob = 0;
    int m_writing = 0;
    bool m_polling = false;
    std::map<quint64, std::function<void()>> m_waiting; ///< for calm
    quint64 m_lastWaiting = 0;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::content
