#include "sim_server.h"

#include "sim_disk.h"

#include <QUrlQuery>

#include <algorithm>

namespace learnlab::simulation {

using api::UploadStatus;
using domain::Error;
using domain::ErrorCode;
using domain::File;
using domain::Result;
using domain::UploadId;
using Phase = api::UploadState::Phase;

namespace {

bool sameRequest(const api::UploadRequest &a, const api::UploadRequest &b)
{
    return a.fileId == b.fileId && a.folderId == b.folderId && a.filename == b.filename && a.fileSize == b.fileSize &&
           a.sha256 == b.sha256 && a.onConflict == b.onConflict;
}

api::UploadAnswer failed(UploadId id, Error error)
{
    api::UploadAnswer answer;
    answer.uploadId = id;
    answer.status = UploadStatus::Failed;
    answer.error = std::move(error);
    return answer;
}

api::UploadAnswer done(UploadId id, const File &file)
{
    api::UploadAnswer answer;
    answer.uploadId = id;
    answer.status = UploadStatus::Done;
    answer.file = file;
    return answer;
}

qint64 number(const QUrl &url, const char *name)
{
    return QUrlQuery(url).queryItemValue(QLatin1String(name)).toLongLong();
}

} // namespace

api::SignedRequest Server::sign(UploadId id, int part, qint64 size, const QByteArray &sha256) const
{
    constexpr qint64 lifetime = 20'000;
    const qint64 expires = m_world.clock.monotonic().count() / 1'000'000 + lifetime;
    api::SignedRequest request;
    request.url = QUrl(QStringLiteral("https://%1/%2?part=%3&size=%4&sha=%5&expires=%6")
                           .arg(m_world.chance(1) ? QStringLiteral("elsewhere") : storeHost, domain::toText(id))
                           .arg(part)
                           .arg(size)
                           .arg(QString::fromLatin1(sha256.toHex()))
                           .arg(expires));
    return request;
}

std::pair<UploadId, int> Server::target(const QUrl &url)
{
    return {domain::fromText<UploadId>(url.path().mid(1)).value_or(UploadId()), static_cast<int>(number(url, "part"))};
}

std::optional<domain::FileId> Server::namesake(const QString &name) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [&name](const auto &file) { return file.second.row.filename == name; });
    return found == m_files.end() ? std::nullopt : std::optional(found->first);
}

QString Server::freeName(const QString &name) const
{
    QString candidate = name;
    for (int i = 2; namesake(candidate); ++i)
        candidate = QStringLiteral("%1 (%2)").arg(name).arg(i);
    return candidate;
}

api::UploadAnswer Server::create(const api::UploadRequest &request)
{
    const auto known = m_uploads.find(request.uploadId);
    if (known != m_uploads.end()) {
        if (!sameRequest(known->second.request, request))
            return failed(request.uploadId, {ErrorCode::OperationIdReused, {}});
        if (known->second.phase == Phase::Done)
            return done(request.uploadId, *known->second.file);
        if (known->second.phase == Phase::Abandoned)
            return failed(request.uploadId, {ErrorCode::UploadState, {}});
    } else {
        if (m_world.chance(2))
            return failed(request.uploadId, {ErrorCode::QuotaExceeded, {}});
        const auto taken = namesake(request.filename);
        if (taken && request.onConflict == domain::OnConflict::Fail) {
            api::UploadAnswer answer = failed(request.uploadId, {ErrorCode::NameTaken, {}});
            answer.file = m_files.at(*taken).row;
            return answer;
        }
        if (usage().room().value_or(request.fileSize) < request.fileSize) {
            ++m_refusedForRoom;
            return failed(request.uploadId, {ErrorCode::QuotaExceeded, {}});
        }
        Upload upload;
        upload.request = request;
        upload.partSize = request.fileSize > multipartThreshold ? partSize : 0;
        m_uploads.emplace(request.uploadId, upload);
        usageChanged();
    }
    api::UploadAnswer answer;
    answer.uploadId = request.uploadId;
    answer.partSize = m_uploads.at(request.uploadId).partSize;
    answer.status = answer.partSize > 0 ? UploadStatus::Multipart : UploadStatus::Single;
    if (answer.partSize == 0)
        answer.put = sign(request.uploadId, 0, request.fileSize, request.sha256);
    return answer;
}

Result<api::UploadState> Server::state(UploadId id) const
{
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end())
        return domain::fail(ErrorCode::NotFound);
    const Upload &upload = found->second;
    api::UploadState state;
    state.phase = upload.phase;
    state.partSize = upload.partSize;
    state.received = upload.object.has_value();
    state.file = upload.file;
    for (const auto &[partNumber, part] : upload.parts)
        state.parts.append(part.first);
    return state;
}

Result<QList<api::PartUrl>> Server::partUrls(UploadId id, const QList<api::PartRequest> &parts)
{
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end())
        return domain::fail(ErrorCode::UploadGone);
    if (found->second.phase != Phase::Open)
        return domain::fail(ErrorCode::UploadState);
    QList<api::PartUrl> urls;
    for (const api::PartRequest &part : parts)
        urls.append({part.number, sign(id, part.number, part.size, part.sha256)});
    return urls;
}

void Server::abandon(UploadId id)
{
    const auto found = m_uploads.find(id);
    if (found != m_uploads.end() && found->second.phase == Phase::Open)
        found->second.phase = Phase::Abandoned;
    usageChanged();
}

domain::Usage Server::usage() const
{
    domain::Usage usage;
    usage.quota = m_quota;
    usage.files = static_cast<qint64>(m_files.size());
    for (const auto &[id, stored] : m_files)
        usage.bytesUsed += stored.row.fileSize;
    for (const auto &[id, upload] : m_uploads) {
        if (upload.phase == Phase::Open)
            usage.bytesReserved += upload.request.fileSize;
    }
    return usage;
}

void Server::told(domain::UploadId id, int part)
{
    const auto found = m_uploads.find(id);
    // What was confirmed before the server was restored may be lost by the time that the client hears of it.
    if (found != m_uploads.end() && (part == 0 ? found->second.object.has_value() : found->second.parts.contains(part)))
        m_told.emplace(id, part);
}

std::set<domain::FileId> Server::restore()
{
    if (!m_backup)
        return {};
    std::set<domain::FileId> lost;
    for (const auto &[id, stored] : m_files) {
        const auto before = m_backup->files.find(id);
        if (before == m_backup->files.end() || before->second.bytes != stored.bytes)
            lost.insert(id);
    }
    m_uploads = m_backup->uploads;
    m_files = m_backup->files;
    ++m_life;
    m_told.clear(); // what the client heard was true, and is not any more
    usageChanged();
    return lost;
}

std::optional<QByteArray> Server::assembled(const Upload &upload, const api::Completion &completion) const
{
    if (upload.partSize == 0)
        return upload.object;
    QByteArray whole;
    for (const domain::Part &part : completion.parts) {
        const auto found = upload.parts.find(part.number);
        if (found == upload.parts.end() || found->second.first.etag != part.etag)
            return std::nullopt;
        whole += found->second.second;
    }
    return whole.size() == upload.request.fileSize ? std::optional(whole) : std::nullopt;
}

File Server::commit(Upload &upload, const QByteArray &bytes)
{
    const auto taken = namesake(upload.request.filename);
    const bool replaces = taken && upload.request.onConflict == domain::OnConflict::Replace;
    Stored stored;
    stored.row.id = replaces ? *taken : upload.request.fileId;
    stored.row.filename = replaces || !taken ? upload.request.filename : freeName(upload.request.filename);
    stored.row.fileSize = bytes.size();
    stored.row.contentSha256 = sha256Of(bytes);
    stored.row.mimeType = upload.request.mimeType;
    stored.row.revision = ++m_revision;
    stored.row.createdAt = stored.row.updatedAt = m_world.clock.now();
    stored.bytes = bytes;
    m_files.insert_or_assign(stored.row.id, stored);
    upload.phase = Phase::Done;
    upload.file = stored.row;
    usageChanged();
    committed(upload.request.uploadId, stored.row);
    return stored.row;
}

api::UploadAnswer Server::complete(const api::Completion &completion)
{
    const auto found = m_uploads.find(completion.uploadId);
    if (found == m_uploads.end())
        return failed(completion.uploadId, {ErrorCode::UploadGone, {}});
    Upload &upload = found->second;
    if (upload.phase == Phase::Done)
        return done(completion.uploadId, *upload.file);
    if (upload.phase == Phase::Abandoned)
        return failed(completion.uploadId, {ErrorCode::UploadGone, {}});
    if (m_world.chance(10)) {
        api::UploadAnswer answer;
        answer.uploadId = completion.uploadId;
        answer.status = UploadStatus::Pending;
        answer.error = Error{ErrorCode::Unavailable, {}, {}, std::chrono::seconds(1)};
        return answer;
    }
    const auto bytes = assembled(upload, completion);
    if (!bytes)
        return failed(completion.uploadId, {ErrorCode::UploadState, {}});
    if (sha256Of(*bytes) != completion.sha256)
        return failed(completion.uploadId, {ErrorCode::DigestMismatch, {}});
    const auto taken = namesake(upload.request.filename);
    if (taken && upload.request.onConflict == domain::OnConflict::Fail) {
        api::UploadAnswer answer = failed(completion.uploadId, {ErrorCode::NameTaken, {}});
        answer.file = m_files.at(*taken).row;
        return answer;
    }
    return done(completion.uploadId, commit(upload, *bytes));
}

api::DownloadUrl Server::download(domain::FileId id)
{
    api::DownloadUrl url;
    url.fileId = id;
    const auto found = m_files.find(id);
    if (found == m_files.end()) {
        url.error = Error{ErrorCode::NotFound, {}};
        return url;
    }
    url.url = QUrl(QStringLiteral("https://%1/%2?expires=%3")
                       .arg(m_world.chance(1) ? QStringLiteral("elsewhere") : storeHost, domain::toText(id))
                       .arg(m_world.clock.monotonic().count() / 1'000'000 + 20'000));
    url.fileSize = found->second.row.fileSize;
    url.sha256 = found->second.row.contentSha256;
    url.etag = QString::fromLatin1(url.sha256.toHex());
    return url;
}

Result<QString> Server::put(const QUrl &url, const QByteArray &bytes)
{
    if (url.host() != QLatin1String("store"))
        m_world.violated(QStringLiteral("bytes are sent to a host that the server does not name"));
    const auto [id, part] = target(url);
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end() || found->second.phase == Phase::Abandoned)
        return domain::fail(ErrorCode::UploadGone);
    if (m_world.clock.monotonic().count() / 1'000'000 > number(url, "expires"))
        return domain::fail(ErrorCode::UrlExpired);
    if (full)
        return tl::make_unexpected(Error{ErrorCode::StoreFull, {}, {}, std::chrono::seconds(10)});
    const QByteArray sha256 = QByteArray::fromHex(QUrlQuery(url).queryItemValue(QStringLiteral("sha")).toLatin1());
    if (bytes.size() != number(url, "size") || sha256Of(bytes) != sha256)
        return domain::fail(ErrorCode::DigestMismatch);
    const QString etag = QStringLiteral("\"%1-%2\"").arg(part).arg(QString::fromLatin1(sha256.toHex().left(8)));
    if (part == 0)
        found->second.object = bytes;
    else
        found->second.parts.insert_or_assign(part, std::pair(domain::Part{part, bytes.size(), sha256, etag}, bytes));
    return etag;
}

Result<QByteArray> Server::get(const QUrl &url) const
{
    if (url.host() != QLatin1String("store"))
        m_world.violated(QStringLiteral("bytes are asked for at a host that the server does not name"));
    if (m_world.clock.monotonic().count() / 1'000'000 > number(url, "expires"))
        return domain::fail(ErrorCode::UrlExpired);
    const auto id = domain::fromText<domain::FileId>(url.path().mid(1));
    const auto found = id ? m_files.find(*id) : m_files.end();
    if (found == m_files.end())
        return domain::fail(ErrorCode::NotFound);
    return found->second.bytes;
}

File Server::add(const QString &name, const QByteArray &bytes)
{
    Stored stored;
    stored.row.id = domain::makeId<domain::FileId>(m_world.clock, m_world.random);
    stored.row.filename = name;
    stored.row.fileSize = bytes.size();
    stored.row.contentSha256 = sha256Of(bytes);
    stored.row.revision = ++m_revision;
    stored.row.createdAt = stored.row.updatedAt = m_world.clock.now();
    stored.bytes = bytes;
    m_files.insert_or_assign(stored.row.id, stored);
    return stored.row;
}

} // namespace learnlab::simulation
