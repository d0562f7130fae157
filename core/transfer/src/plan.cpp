#include "local_io.h"
#include "paths.h"
#include "transfer/transfers.h"

#include "domain/names.h"

#include <QMimeDatabase>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include <dirent.h>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::FolderId;

namespace {

constexpr int deepest = 200; // levels of folders: nobody has that many, a circle through mounts has

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

using Existing = std::function<std::optional<FolderId>(FolderId, const QString &)>;
/// What tells a folder on disk apart from any other: device and inode.
using FolderKey = std::pair<quint64, quint64>;

class Planner
{
public:
    Planner(domain::OnConflict onConflict, const Existing &existing, const support::Clock &clock, support::Random &random)
        : m_onConflict(onConflict), m_existing(existing), m_clock(clock), m_random(random),
          m_group(domain::makeId<domain::TransferId>(clock, random)), m_position(clock.now().time_since_epoch().count())
    {}

    void add(const QByteArray &path, FolderId parent, std::vector<FolderKey> &above);
    [[nodiscard]] Plan take() { return std::move(m_plan); }

private:
    void addFolder(const QByteArray &path, const QString &name, FolderId parent, FolderKey key, std::vector<FolderKey> &above);
    void addFile(const QByteArray &path, const QString &name, FolderId parent, const struct stat &status);
    [[nodiscard]] FolderId folderFor(const QString &name, FolderId parent);
    void refuse(const QByteArray &path, domain::Error error) { m_plan.refused.append({path, std::move(error)}); }

    Plan m_plan;
    domain::OnConflict m_onConflict;
    const Existing &m_existing;
    const support::Clock &m_clock;
    support::Random &m_random;
    domain::TransferId m_group;
    qint64 m_position; ///< in microseconds of time, so that what is dropped later comes later
    QMimeDatabase m_types;
    QHash<std::pair<FolderId, QString>, FolderId> m_made;
};

domain::Result<QList<QByteArray>> namesIn(const QByteArray &path)
{
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.constData()));
    if (!folder)
        return tl::make_unexpected(localError(errno, "opendir"));
    QList<QByteArray> names;
    errno = 0;
    while (const dirent *entry = ::readdir(folder.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.append(name);
        errno = 0;
    }
    if (errno != 0)
        return tl::make_unexpected(localError(errno, "readdir"));
    std::sort(names.begin(), names.end());
    return names;
}

void Planner::add(const QByteArray &path, FolderId parent, std::vector<FolderKey> &above)
{
    const auto name = domain::nameFromLocal(nameOf(path));
    if (!name)
        return refuse(path, name.error());
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0) {
        const auto stamp = stampAt(path); // tells a broken link from a file that vanished
        return refuse(path, stamp ? localError(ENOENT, "stat") : stamp.error());
    }
    if (S_ISDIR(status.st_mode))
        return addFolder(path, *name, parent, {status.st_dev, status.st_ino}, above);
    if (!S_ISREG(status.st_mode))
        return refuse(path, {ErrorCode::LocalNotAFile, QStringLiteral("not a regular file")});
    addFile(path, *name, parent, status);
}

FolderId Planner::folderFor(const QString &name, FolderId parent)
{
    const std::pair<FolderId, QString> key(parent, name);
    if (const auto made = m_made.constFind(key); made != m_made.constEnd())
        return *made;
    auto id = m_existing(parent, name);
    if (!id) {
        id = domain::makeId<FolderId>(m_clock, m_random);
        domain::Operation operation;
        operation.id = domain::makeId<domain::OperationId>(m_clock, m_random);
        operation.kind = domain::OperationKind::CreateFolder;
        operation.target = domain::ItemRef::of(*id);
        operation.parentId = parent;
        operation.name = name;
        operation.useExisting = true;
        operation.createdAt = m_clock.now();
        m_plan.folders.append(operation);
    }
    m_made.insert(key, *id);
    return *id;
}

void Planner::addFolder(const QByteArray &path, const QString &name, FolderId parent, FolderKey key, std::vector<FolderKey> &above)
{
    if (std::find(above.begin(), above.end(), key) != above.end() || above.size() >= deepest)
        return refuse(path, {ErrorCode::LocalNotAFile, QStringLiteral("the link leads back to a folder above it")});
    const auto names = namesIn(path);
    if (!names)
        return refuse(path, names.error());
    const FolderId id = folderFor(name, parent);
    above.push_back(key);
    for (const QByteArray &child : *names)
        add(path + '/' + child, id, above);
    above.pop_back();
}

void Planner::addFile(const QByteArray &path, const QString &name, FolderId parent, const struct stat &status)
{
    domain::Transfer transfer;
    transfer.id = domain::makeId<domain::TransferId>(m_clock, m_random);
    transfer.groupId = m_group;
    transfer.kind = domain::TransferKind::Upload;
    transfer.localPath = path;
    transfer.fileId = domain::makeId<domain::FileId>(m_clock, m_random);
    transfer.folderId = parent;
    transfer.filename = name;
    // By name alone: reading every file's beginning would double the time that a large drop takes.
    transfer.mimeType = m_types.mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    transfer.stamp = stampOf(status);
    transfer.bytesTotal = status.st_size;
    transfer.onConflict = m_onConflict;
    transfer.createdAt = m_clock.now();
    transfer.position = m_position++;
    m_plan.bytes += status.st_size;
    m_plan.transfers.append(transfer);
}

QByteArray withoutTrailingSlashes(QByteArray path)
{
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace

Plan planUpload(const QList<QByteArray> &localPaths, FolderId target, domain::OnConflict onConflict, const Existing &existing,
                const support::Clock &clock, support::Random &random)
{
    Planner planner(onConflict, existing, clock, random);
    std::vector<FolderKey> above;
    for (const QByteArray &path : localPaths)
        planner.add(withoutTrailingSlashes(path), target, above);
    return planner.take();
}

} // namespace learnlab::transfer
