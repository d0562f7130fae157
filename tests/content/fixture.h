#pragma once

#include "content/content.h"

#include "mirror/writer.h"
#include "support/qt_scheduler.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace learnlab::contentTest {

using domain::ErrorCode;
using domain::Result;
using domain::Transfer;
using domain::TransferState;

inline QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Carries at once what is queued to and from a server that is a table, or fails as the test says.
class InstantTransfers final : public transfer::Transfers
{
public:
    InstantTransfers(mirror::Store &store, support::Scheduler &scheduler) : m_store(store), m_scheduler(scheduler) {}

    QHash<domain::FileId, QByteArray> server; ///< the bytes
    QHash<domain::FileId, domain::File> rows; ///< as the server has them
    QSet<QByteArray> everHad; ///< digests of all that ever came up: what is replaced goes to trash there
    qint64 revision = 0;
    std::optional<domain::Error> failure;
    bool holdsUploads = false; ///< they wait, as without a network
    bool holdsDownloads = false;
    int fetched = 0;
    int sent = 0;
    QList<domain::TransferId> cancelled;

    void nudge() override
    {
        const QList<Transfer> queued = m_store.read().unfinishedTransfers();
        for (const Transfer &row : queued) {
            const bool upload = row.kind == domain::TransferKind::Upload;
            if (row.state != TransferState::Queued || (upload ? holdsUploads : holdsDownloads))
                continue;
            if (upload)
                carryUp(row);
            else
                carry(row);
        }
    }
    void retry(domain::TransferId id) override
    {
        if (const auto row = m_store.read().transfer(id))
            carry(*row);
    }
    void cancel(domain::TransferId id) override { cancelled.append(id); }
    void whenSettled(const QList<domain::TransferId> &, std::function<void()> reply) override
    {
        m_scheduler.post([this, reply] { m_scheduler.post(reply); });
    }
    void start() override {}
    void stop() override {}
    void pause(domain::TransferId) override {}
    void resume(domain::TransferId) override {}
    void retryWith(domain::TransferId id, domain::OnConflict) override { retry(id); }
    void pauseAll() override {}
    void resumeAll() override {}
    void clearFinished() override {}
    void first(domain::TransferId) override {}
    void moveBefore(domain::TransferId, domain::TransferId) override {}
    void pauseGroup(domain::TransferId) override {}
    void resumeGroup(domain::TransferId) override {}
    void cancelGroup(domain::TransferId) override {}
    void retryGroup(domain::TransferId) override {}
    void firstGroup(domain::TransferId) override {}
    void setRateLimits(const transfer::RateLimits &) override {}
    [[nodiscard]] transfer::RateLimits rateLimits() const override { return {}; }
    void setNetwork(const transfer::NetworkCondition &) override {}
    void networkChanged() override {}
    [[nodiscard]] transfer::Summary summary() const override { return {}; }
    [[nodiscard]] std::optional<transfer::Live> live(domain::TransferId) const override { return {}; }
    void listen(std::function<void()>) override {}

private:
    void carry(Transfer row)
    {
        if (failure) {
            row.state = TransferState::Failed;
            row.error = failure;
        } else {
            ++fetched;
            QFile file(QFile::decodeName(row.localPath));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(server.value(row.fileId));
            row.state = TransferState::Done;
        }
        m_store.write(
            [row, bytes = server.value(row.fileId)](mirror::Writer &writer) -> Result<void> {
                if (row.pinned && row.state == TransferState::Done) {
                    auto content = writer.read().content(row.fileId).value_or(mirror::ContentRow{.fileId = row.fileId});
                    content.sha256 = hash(bytes);
                    content.size = bytes.size();
                    content.present = true;
                    if (auto set = writer.setContent(content); !set)
                        return set;
                }
                return writer.updateTransfer(row);
            },
            [](const Result<void> &) {});
    }

    void carryUp(Transfer row)
    {
        QFile local(QFile::decodeName(row.localPath));
        const bool there = local.open(QIODevice::ReadOnly);
        const QByteArray bytes = there ? local.readAll() : QByteArray();
        const auto asked = m_store.read().revisionToReplace(row.id);
        const bool replaces = row.onConflict == domain::OnConflict::Replace;
        if (!there || (replaces && asked && rows.value(row.fileId).revision != *asked)) {
            row.state = TransferState::Failed;
            row.error = domain::Error{there ? ErrorCode::RevisionConflict : ErrorCode::LocalVanished, {}};
            m_store.write([row](mirror::Writer &writer) { return writer.updateTransfer(row); },
                          [](const Result<void> &) {});
            return;
        }
        domain::File file = replaces ? rows.value(row.fileId) : domain::File{.id = row.fileId};
        file.folderId = row.folderId;
        file.filename = row.filename;
        file.fileSize = bytes.size();
        file.contentSha256 = hash(bytes);
        file.revision = ++revision;
        rows.insert(file.id, file);
        server.insert(file.id, bytes);
        everHad.insert(file.contentSha256);
        ++sent;
        m_store.write([row, file](mirror::Writer &writer) { return writer.finishUpload(row, file); },
                      [](const Result<void> &) {});
    }

    mirror::Store &m_store;
    support::Scheduler &m_scheduler;
};

/// The room with a real disk and a mirror that writes at once; the server is a table.
class Fixture
{
public:
    Fixture();
    ~Fixture();

    /// Another process with the same files: nothing that was only in memory is left.
    void restart(const QString &device = QStringLiteral("laptop"));

    domain::File addFile(const QString &name, const QByteArray &bytes, domain::FolderId folder = {});
    domain::Folder addFolder(const QString &name, domain::FolderId parent = {});
    /// Somebody else's new version of it, as the feed tells.
    domain::File change(domain::File file, const QByteArray &bytes);
    void apply(const mirror::ChangesPage &page);
    void apply(const domain::File &file);
    void apply(const domain::Folder &folder);
    template <class T>
    Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)> &ask)
    {
        std::optional<Result<T>> got;
        ask([&got](Result<T> result) { got = std::move(result); });
        [&] { QTRY_VERIFY(got); }();
        return got.value_or(domain::fail(ErrorCode::Internal));
    }
    Result<QList<domain::TransferId>> keep(domain::ItemRef item)
    {
        return waitFor<QList<domain::TransferId>>([&](auto reply) { content->keep(item, reply); });
    }
    Result<QString> open(domain::FileId id)
    {
        return waitFor<QString>([&](auto reply) { content->open(id, reply); });
    }
    Result<void> copyTo(domain::FileId id, const QString &path, bool replace = false)
    {
        return waitFor<void>([&](auto reply) { content->copyTo(id, QFile::encodeName(path), replace, reply); });
    }
    Result<void> unkeep(domain::ItemRef item)
    {
        return waitFor<void>([&](auto reply) { content->unkeep(item, reply); });
    }
    [[nodiscard]] QString kept(const QByteArray &bytes) const
    {
        return dir.filePath(QStringLiteral("content/") + QString::fromLatin1(hash(bytes).toHex()));
    }
    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /// As an editor does: a new file beside it, then the name.
    static void writeAnew(const QString &path, const QByteArray &bytes)
    {
        write(path + QStringLiteral(".new"), bytes);
        QVERIFY(::rename(QFile::encodeName(path + QStringLiteral(".new")).constData(),
                         QFile::encodeName(path).constData()) == 0);
    }
    [[nodiscard]] std::optional<mirror::ContentRow> row(const domain::File &file) const
    {
        return store->read().content(file.id);
    }
    [[nodiscard]] bool isHere(const domain::File &file) const
    {
        const auto found = row(file);
        return found && found->present;
    }
    [[nodiscard]] QList<Transfer> uploads() const;
    /// What follows from all that has changed until now is done.
    void settle();

    QTemporaryDir dir;
    support::SystemClock clock;
    support::SystemRandom random;
    std::unique_ptr<support::QtScheduler> scheduler;
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<InstantTransfers> transfers;
    std::unique_ptr<transfer::LocalFiles> files;
    std::unique_ptr<content::Content> content;

private:
    void begin(const QString &device);
};

} // namespace learnlab::contentTest
