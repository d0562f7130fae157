#include "sim_server.h"

#include <array>

#include "domain/names.h"

namespace learnlab::tests {

using domain::ErrorCode;
using domain::ItemKind;
using domain::ItemRef;
using domain::OperationKind;

namespace {

/// The client's end of a call: when it is gone, nobody hears the answer.
struct Handle final : api::Call
{
    explicit Handle(std::shared_ptr<void> one) : open(std::move(one)) {}
    std::shared_ptr<void> open;
};

ItemRef targetOf(const domain::OperationResult &result)
{
    return result.folder ? ItemRef::of(result.folder->id) : ItemRef::of(result.file->id);
}

qint64 newRevision(const domain::OperationResult &result)
{
    return result.folder ? result.folder->revision : result.file->revision;
}

domain::OperationResult refused(domain::OperationId id, ErrorCode code)
{
    return {id, {}, {}, domain::Error{code, {}}};
}

} // namespace

struct SimServer::Poll
{
    QByteArray after;
    int limit = 0;
    api::Reply<api::Changes> reply;
    std::weak_ptr<int> open;
    bool done = false;
};

std::chrono::milliseconds SimServer::delay()
{
    return std::chrono::milliseconds(1 + static_cast<int>(m_random.below(400)));
}

std::optional<domain::Error> SimServer::fault()
{
    if (static_cast<int>(m_random.below(100)) >= faultsPercent)
        return std::nullopt;
    static constexpr ErrorCode codes[] = {ErrorCode::Offline,     ErrorCode::Timeout,     ErrorCode::BadAnswer,
                                          ErrorCode::Unavailable, ErrorCode::ServerError, ErrorCode::RateLimited,
                                          ErrorCode::TokenExpired};
    return domain::Error{codes[m_random.below(std::size(codes))], {}};
}

bool SimServer::isLive(domain::FolderId folder) const
{
    for (int depth = 0; !folder.isNull(); ++depth) {
        const auto found = m_folders.constFind(folder);
        if (found == m_folders.constEnd() || found->trashed || depth > 1000)
            return false;
        folder = found->parentId;
    }
    return true;
}

std::optional<SimServer::Place> SimServer::placeOf(domain::ItemRef item) const
{
    if (item.kind == ItemKind::Folder) {
        const auto found = m_folders.constFind(item.folderId());
        return found == m_folders.constEnd() ? std::nullopt
                                             : std::optional(Place{found->parentId, found->name, found->trashed});
    }
    const auto found = m_files.constFind(item.fileId());
    return found == m_files.constEnd() ? std::nullopt
                                       : std::optional(Place{found->folderId, found->filename, found->isDeleted});
}

void SimServer::setPlace(domain::ItemRef item, const Place &place)
{
    ++m_revision;
    if (item.kind == ItemKind::Folder) {
        domain::Folder &folder = m_folders[item.folderId()];
        folder.parentId = place.parent;
        folder.name = place.name;
        folder.trashed = place.trashed;
        folder.revision = m_revision;
    } else {
        domain::File &file = m_files[item.fileId()];
        file.folderId = place.parent;
        file.filename = place.name;
        file.isDeleted = place.trashed;
        file.revision = m_revision;
    }
    feedMoved();
}

std::optional<domain::ItemRef> SimServer::named(domain::FolderId parent, const QString &name, domain::ItemRef but) const
{
    for (const domain::Folder &folder : m_folders) {
        const domain::ItemRef ref = domain::ItemRef::of(folder.id);
        if (folder.parentId == parent && folder.name == name && !folder.trashed && ref != but)
            return ref;
    }
    for (const domain::File &file : m_files) {
        const domain::ItemRef ref = domain::ItemRef::of(file.id);
        if (file.folderId == parent && file.filename == name && !file.isDeleted && ref != but)
            return ref;
    }
    return std::nullopt;
}

domain::OperationResult SimServer::rowOf(domain::OperationId id, domain::ItemRef item) const
{
    if (item.kind == ItemKind::Folder)
        return {id, m_folders.value(item.folderId()), {}, {}};
    return {id, {}, m_files.value(item.fileId()), {}};
}

domain::OperationResult SimServer::apply(const domain::Operation &operation)
{
    if (m_results.contains(operation.id))
        return m_results.value(operation.id);
    const domain::OperationResult result = applyNew(operation);
    m_results.insert(operation.id, result);
    return result;
}

domain::OperationResult SimServer::createFolder(const domain::Operation &operation)
{
    if (!isLive(operation.parentId))
        return refused(operation.id, ErrorCode::ParentGone);
    if (const auto other = named(operation.parentId, operation.name, {})) {
        if (operation.useExisting && other->kind == ItemKind::Folder)
            return rowOf(operation.id, *other);
        return refused(operation.id, ErrorCode::NameTaken);
    }
    domain::Folder folder;
    folder.id = operation.target.folderId();
    m_folders.insert(folder.id, folder);
    setPlace(operation.target, {operation.parentId, operation.name, false});
    return rowOf(operation.id, operation.target);
}

/// What the rules say about a rename or move to `place`.
domain::Result<void> SimServer::checked(const domain::Operation &operation, const Place &place) const
{
    if (!isLive(place.parent))
        return domain::fail(ErrorCode::ParentGone);
    if (operation.target.kind == ItemKind::Folder) {
        for (domain::FolderId above = place.parent; !above.isNull(); above = m_folders.value(above).parentId) {
            if (above == operation.target.folderId())
                return domain::fail(ErrorCode::FolderCycle);
        }
    }
    if (named(place.parent, place.name, operation.target))
        return domain::fail(ErrorCode::NameTaken);
    return {};
}

domain::OperationResult SimServer::applyNew(const domain::Operation &operation)
{
    if (operation.kind == OperationKind::CreateFolder)
        return createFolder(operation);
    std::optional<Place> place = placeOf(operation.target);
    if (!place)
        return refused(operation.id, ErrorCode::NotFound);
    const domain::OperationResult now = rowOf(operation.id, operation.target);
    std::optional<qint64> expected = operation.ifRevision;
    if (operation.ifAfter) {
        const auto earlier = m_results.constFind(*operation.ifAfter);
        if (earlier == m_results.cend() || earlier->error)
            return refused(operation.id, ErrorCode::DependencyFailed);
        if (targetOf(*earlier) == operation.target)
            expected = newRevision(*earlier);
    }
    if (expected && *expected != newRevision(now))
        return refused(operation.id, ErrorCode::RevisionConflict);
    const bool live = !place->trashed && isLive(place->parent);
    if (operation.kind == OperationKind::Move && !live)
        return refused(operation.id, ErrorCode::RevisionConflict);
    if ((operation.kind == OperationKind::Trash && !live) || (operation.kind == OperationKind::Restore && live))
        return now; // it is so already
    switch (operation.kind) {
    case OperationKind::Rename:
        place->name = operation.name;
        break;
    case OperationKind::Move:
        place->parent = operation.parentId;
        if (!operation.name.isEmpty())
            place->name = operation.name;
        break;
    case OperationKind::Trash:
        place->trashed = true;
        break;
    case OperationKind::Restore:
        place->trashed = false;
        if (!isLive(place->parent))
            place->parent = domain::rootFolder;
        place->name = domain::freeName(
            place->name, [&](const QString &name) { return named(place->parent, name, operation.target).has_value(); });
        break;
    case OperationKind::CreateFolder:
        break;
    }
    const bool moves = operation.kind == OperationKind::Move || (operation.kind == OperationKind::Rename && live);
    if (const auto fine = checked(operation, *place); moves && !fine)
        return refused(operation.id, fine.error().code);
    const std::optional<Place> before = placeOf(operation.target);
    if (before->parent == place->parent && before->name == place->name && before->trashed == place->trashed)
        return now;
    setPlace(operation.target, *place);
    return rowOf(operation.id, operation.target);
}

void SimServer::addFile(domain::FolderId folder, const QString &name)
{
    if (!isLive(folder) || named(folder, name, {}))
        return;
    (void)put(domain::makeId<domain::FileId>(m_clock, m_random), folder, name, newContent());
}

QByteArray SimServer::newContent()
{
    const auto bytes = domain::makeUuid7(m_clock, m_random);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), 16).repeated(2);
}

domain::File SimServer::put(domain::FileId id, domain::FolderId folder, const QString &name, const QByteArray &content)
{
    domain::File file;
    file.id = id;
    file.mimeType = QStringLiteral("text/plain");
    file.contentSha256 = content;
    m_files.insert(file.id, file);
    setPlace(ItemRef::of(file.id), {folder, name, false});
    return m_files.value(id);
}

domain::File SimServer::complete(const domain::Transfer &transfer)
{
    if (m_files.contains(transfer.fileId) && transfer.onConflict != domain::OnConflict::Replace)
        return m_files.value(transfer.fileId); // asked again
    const domain::FolderId folder = isLive(transfer.folderId) ? transfer.folderId : domain::rootFolder;
    const auto other = named(folder, transfer.filename, {});
    if (transfer.onConflict == domain::OnConflict::Replace && other && other->kind == ItemKind::File) {
        if (m_files.value(other->fileId()).contentSha256 == transfer.sha256)
            return m_files.value(other->fileId());
        replace(other->fileId(), transfer.sha256);
        return m_files.value(other->fileId());
    }
    const QString name =
        domain::freeName(transfer.filename, [&](const QString &wish) { return named(folder, wish, {}).has_value(); });
    const bool fresh = !m_files.contains(transfer.fileId);
    return put(fresh ? transfer.fileId : domain::makeId<domain::FileId>(m_clock, m_random), folder, name,
               transfer.sha256);
}

void SimServer::replace(domain::FileId id, const QByteArray &content)
{
    const domain::File old = m_files.value(id);
    domain::File former = old;
    former.id = domain::makeId<domain::FileId>(m_clock, m_random);
    m_files.insert(former.id, former);
    setPlace(ItemRef::of(former.id), {old.folderId, old.filename, true});
    m_files[id].contentSha256 = content;
    setPlace(ItemRef::of(id), {old.folderId, old.filename, false});
}

void SimServer::purge(domain::ItemRef item)
{
    if (item.kind == ItemKind::File) {
        m_files.remove(item.fileId());
    } else {
        const auto folders = m_folders.values();
        const auto files = m_files.values();
        for (const domain::Folder &folder : folders) {
            if (folder.parentId == item.folderId())
                purge(domain::ItemRef::of(folder.id));
        }
        for (const domain::File &file : files) {
            if (file.folderId == item.folderId())
                purge(domain::ItemRef::of(file.id));
        }
        m_folders.remove(item.folderId());
    }
    m_removed.append({item, ++m_revision});
    feedMoved();
}

domain::Result<qint64> SimServer::revisionOf(const QByteArray &cursor) const
{
    if (cursor.isEmpty())
        return 0;
    const QList<QByteArray> parts = cursor.split(':');
    if (parts.size() != 2 || parts.at(0).toInt() != m_epoch)
        return domain::fail(ErrorCode::CursorUnknown);
    return parts.at(1).toLongLong();
}

api::Changes SimServer::pageAfter(qint64 revision, bool fromBeginning, int limit) const
{
    std::map<qint64, std::function<void(api::Changes &)>> rows;
    for (const domain::Folder &folder : m_folders)
        rows.emplace(folder.revision, [folder](api::Changes &page) { page.folders.append(folder); });
    for (const domain::File &file : m_files)
        rows.emplace(file.revision, [file](api::Changes &page) { page.files.append(file); });
    for (const api::Removed &removed : m_removed) {
        if (!fromBeginning) // which has nothing to take out
            rows.emplace(removed.revision, [removed](api::Changes &page) { page.removed.append(removed); });
    }
    api::Changes page;
    qint64 last = m_revision;
    int count = 0;
    for (auto it = rows.upper_bound(revision); it != rows.end(); ++it) {
        if (count++ == limit) {
            page.more = true;
            last = std::prev(it)->first;
            break;
        }
        it->second(page);
    }
    page.cursor = QByteArray::number(m_epoch) + ":" + QByteArray::number(last);
    return page;
}

api::CallHandle SimServer::changes(const QByteArray &after, int, std::chrono::seconds wait,
                                   api::Reply<api::Changes> reply)
{
    auto open = std::make_shared<int>(0);
    auto poll = std::make_shared<Poll>(Poll{after, 1 + static_cast<int>(m_random.below(6)), std::move(reply), open});
    m_polls.push_back(poll);
    // The timers hold the poll: the request is on its way, whether the client still waits or not.
    m_scheduler.after(delay(), [this, poll, wait] { answerPoll(poll, wait.count() == 0); });
    if (wait.count() > 0)
        m_scheduler.after(wait, [this, poll] { answerPoll(poll, true); });
    return std::make_unique<Handle>(open);
}

void SimServer::answerPoll(const std::shared_ptr<Poll> &poll, bool timeIsUp)
{
    const auto revision = revisionOf(poll->after);
    if (poll->done || (!timeIsUp && revision && *revision == m_revision))
        return;
    poll->done = true;
    domain::Result<api::Changes> answer =
        revision ? domain::Result<api::Changes>(pageAfter(*revision, poll->after.isEmpty(), poll->limit))
                 : domain::Result<api::Changes>(tl::make_unexpected(revision.error()));
    if (const auto error = fault())
        answer = tl::make_unexpected(*error);
    m_scheduler.after(delay(), [poll, answer] {
        if (!poll->open.expired())
            poll->reply(answer);
    });
}

void SimServer::feedMoved()
{
    for (const std::weak_ptr<Poll> &weak : std::exchange(m_polls, {})) {
        if (const auto poll = weak.lock(); poll && !poll->done) {
            m_polls.push_back(poll);
            m_scheduler.after(delay(), [this, poll] { answerPoll(poll, false); });
        }
    }
    tellChannels();
}

struct SimServer::Channel
{
    api::EventHandlers handlers;
    bool open = false;

    static void close(const std::shared_ptr<Channel> &channel, const domain::Error &error)
    {
        channel->open = false;
        channel->handlers.closed(error);
    }
};

api::CallHandle SimServer::events(api::EventHandlers handlers)
{
    struct Socket final : api::Call
    {
        std::shared_ptr<Channel> channel;
    };
    auto socket = std::make_unique<Socket>();
    socket->channel = std::make_shared<Channel>(Channel{std::move(handlers)});
    const std::weak_ptr<Channel> opened = socket->channel;
    m_channels.push_back(opened);
    m_scheduler.after(delay(), [refused = fault(), weak = opened] {
        const auto channel = weak.lock();
        if (channel && refused)
            return Channel::close(channel, *refused);
        if (!channel)
            return;
        channel->open = true;
        channel->handlers.opened();
    });
    return socket;
}

void SimServer::tellChannels()
{
    std::erase_if(m_channels, [](const std::weak_ptr<Channel> &weak) { return weak.expired(); });
    for (const std::weak_ptr<Channel> &each : m_channels) {
        const auto open = each.lock();
        if (!open || !open->open || fault())
            continue; // nobody listens, or it is lost
        for (int times = fault() ? 2 : 1; times > 0; --times) {
            m_scheduler.after(delay(), [weak = each] {
                if (const auto channel = weak.lock(); channel && channel->open)
                    channel->handlers.changed();
            });
        }
    }
}

void SimServer::cutChannel()
{
    const std::weak_ptr<Channel> cut = m_channels.empty() ? std::weak_ptr<Channel>() : m_channels.back();
    const auto open = cut.lock();
    if (!open)
        return;
    open->open = false; // nothing is told any more, even before the client knows
    const bool silent = m_random.below(2) == 0;
    const std::array codes{domain::ErrorCode::Unavailable, domain::ErrorCode::TokenExpired, domain::ErrorCode::Offline};
    const domain::Error why{silent ? domain::ErrorCode::Timeout : codes.at(m_random.below(codes.size())), {}};
    m_scheduler.after(silent ? std::chrono::seconds(75) : delay(), [weak = cut, why] {
        if (const auto channel = weak.lock())
            Channel::close(channel, why);
    });
}

api::CallHandle SimServer::operations(const QList<domain::Operation> &operations,
                                      api::Reply<QList<domain::OperationResult>> reply)
{
    auto open = std::make_shared<int>(0);
    const auto lostOnTheWay = fault();
    const auto lostOnTheWayBack = fault();
    m_scheduler.after(delay(), [this, operations, reply, lostOnTheWay, lostOnTheWayBack, alive = std::weak_ptr(open)] {
        QList<domain::OperationResult> results;
        for (const domain::Operation &operation : operations) {
            if (!lostOnTheWay)
                results.append(apply(operation));
        }
        const auto error = lostOnTheWay ? lostOnTheWay : lostOnTheWayBack;
        m_scheduler.after(delay(), [reply, results, error, alive] {
            if (alive.expired())
                return;
            if (error)
                reply(tl::make_unexpected(*error));
            else
                reply(results);
        });
    });
    return std::make_unique<Handle>(open);
}

} // namespace learnlab::tests
