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
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::FolderId;

namespace {

constexpr size_t deepest = 200; // levels of folders: nobody has that many, a circle through mounts has

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

/// What tells a folder on disk apart from any other: device and inode.
using FolderKey = std::pair<quint64, quint64>;

/// Keeps its place in a stack of open folders, so that it can stop after any file and go on from there.
class Planner final : public UploadPlanner
{
public:
    Planner(const QList<QByteArray> &paths, FolderId target, domain::OnConflict onConflict, ExistingFolder existing,
            const support::Clock &clock, support::Random &random);

    Plan next(qsizetype most) override;
    bool atEnd() const override { return m_levels.empty(); }

private:
    /// A folder that is being walked; the first level holds what was dropped itself.
    struct Level
    {
        FolderKey key;
        FolderId id;
        QList<QByteArray> paths; ///< the last one comes next
    };

    void add(const QByteArray &path, FolderId parent);
    void addFolder(const QByteArray &path, const QString &name, FolderId parent, FolderKey key);
    void addFile(const QByteArray &path, const QString &name, FolderId parent, const struct stat &status);
    [[nodiscard]] FolderId folderFor(const QString &name, FolderId parent);
    void refuse(const QByteArray &path, domain::Error error) { m_plan.refused.append({path, std::move(error)}); }

    Plan m_plan;
    std::vector<Level> m_levels;
    domain::OnConflict m_onConflict;
    ExistingFolder m_existing;
    const support::Clock &m_clock;
    support::Random &m_random;
    domain::TransferGroup m_group;
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

void Planner::add(const QByteArray &path, FolderId parent)
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
        return addFolder(path, *name, parent, {status.st_dev, status.st_ino});
    if (!S_ISREG(status.st_mode))
        return refuse(path, {ErrorCode::LocalNotAFile, QStringLiteral("not a regular file")});
    // Said before anything starts, not when its turn comes. By what the process may, not by who started it.
    if (::faccessat(AT_FDCWD, path.constData(), R_OK, AT_EACCESS) != 0)
        return refuse(path, localError(errno, "access"));
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

void Planner::addFolder(const QByteArray &path, const QString &name, FolderId parent, FolderKey key)
{
    const bool circle =
        std::any_of(m_levels.begin() + 1, m_levels.end(), [&key](const Level &level) { return level.key == key; });
    if (circle || m_levels.size() > deepest)
        return refuse(path, {ErrorCode::LocalNotAFile, QStringLiteral("the link leads back to a folder above it")});
    const auto names = namesIn(path);
    if (!names)
        return refuse(path, names.error());
    Level level{key, folderFor(name, parent), {}};
    level.paths.reserve(names->size());
    for (auto child = names->rbegin(); child != names->rend(); ++child)
        level.paths.append(path + '/' + *child);
    m_levels.push_back(std::move(level));
}

void Planner::addFile(const QByteArray &path, const QString &name, FolderId parent, const struct stat &status)
{
    domain::Transfer transfer;
    transfer.id = domain::makeId<domain::TransferId>(m_clock, m_random);
    transfer.groupId = m_group.id;
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

Planner::Planner(const QList<QByteArray> &paths, FolderId target, domain::OnConflict onConflict,
                 ExistingFolder existing, const support::Clock &clock, support::Random &random)
    : m_onConflict(onConflict),
      m_existing(std::move(existing)),
      m_clock(clock),
      m_random(random),
      m_position(clock.now().time_since_epoch().count())
{
    m_group.id = domain::makeId<domain::TransferId>(clock, random);
    m_group.folderId = target;
    m_group.createdAt = clock.now();
    Level dropped{{}, target, {}};
    for (auto path = paths.rbegin(); path != paths.rend(); ++path)
        dropped.paths.append(withoutTrailingSlashes(*path));
    if (dropped.paths.isEmpty())
        return;
    m_group.name = domain::nameFromLocal(nameOf(dropped.paths.last())).value_or(QString());
    m_levels.push_back(std::move(dropped));
}

Plan Planner::next(qsizetype most)
{
    m_plan = {};
    m_plan.group = m_group;
    while (!m_levels.empty() && m_plan.transfers.size() + m_plan.folders.size() + m_plan.refused.size() < most) {
        Level &level = m_levels.back();
        if (level.paths.isEmpty()) {
            m_levels.pop_back();
            continue;
        }
        const QByteArray path = level.paths.takeLast();
        const FolderId id = level.id;
        add(path, id); // may open a level
    }
    while (!m_levels.empty() && m_levels.back().paths.isEmpty())
        m_levels.pop_back();
    return std::move(m_plan);
}

} // namespace

std::unique_ptr<UploadPlanner> makeUploadPlanner(const QList<QByteArray> &localPaths, FolderId target,
                                                 domain::OnConflict onConflict, ExistingFolder existing,
                                                 const support::Clock &clock, support::Random &random)
{
    return std::make_unique<Planner>(localPaths, target, onConflict, std::move(existing), clock, random);
}

void addToSurvey(const Plan &plan, const ExistingFile &existing, Survey *survey)
{
    constexpr qsizetype examples = 20;
    const auto note = [](qint64 *count, QList<QByteArray> *some, const QByteArray &path) {
        ++*count;
        if (some->size() < examples)
            some->append(path);
    };
    for (const domain::Operation &folder : plan.folders) {
        if (domain::safeLocalName(folder.name) != folder.name)
            note(&survey->illegalElsewhere, &survey->illegalExamples, folder.name.toUtf8());
    }
    for (const domain::Transfer &transfer : plan.transfers) {
        survey->bytes += transfer.bytesTotal;
        survey->largestFile = std::max(survey->largestFile, transfer.bytesTotal);
        if (domain::safeLocalName(transfer.filename) != transfer.filename)
            note(&survey->illegalElsewhere, &survey->illegalExamples, transfer.localPath);
        if (existing(transfer.folderId, transfer.filename))
            note(&survey->present, &survey->presentExamples, transfer.localPath);
    }
    for (const Plan::Refused &refused : plan.refused)
        note(&survey->refused, &survey->refusedExamples, refused.localPath);
    survey->files += plan.transfers.size();
    survey->folders += plan.folders.size();
}

} // namespace learnlab::transfer
