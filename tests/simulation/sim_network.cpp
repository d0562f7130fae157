#include "sim_network.h"

namespace learnlab::simulation {

using domain::ErrorCode;
using domain::Result;

namespace {

class Call final : public api::Call, public Alive
{};
class WireJob final : public transfer::Wire::Job, public Alive
{};

} // namespace

template <class T>
api::CallHandle SimApi::call(std::function<Result<T>()> effect, api::Reply<T> reply)
{
    auto handle = std::make_unique<Call>();
    if (m_network.portal)
        effect = []() -> Result<T> { return domain::fail(ErrorCode::BadAnswer); };
    m_network.call<T>(handle->watch(), std::move(effect), std::move(reply));
    return handle;
}

api::CallHandle SimApi::capabilities(api::Reply<api::Capabilities> reply)
{
    ++m_network.calls["capabilities"];
    return call<api::Capabilities>(
        []() -> Result<api::Capabilities> {
            api::Capabilities capabilities;
            capabilities.limits.partSize = Server::partSize;
            capabilities.limits.multipartThreshold = Server::multipartThreshold;
            capabilities.limits.maxPartUrls = 5;
            capabilities.objectHosts = {QStringLiteral("https://store")};
            return capabilities;
        },
        std::move(reply));
}

api::CallHandle SimApi::createUploads(const QList<api::UploadRequest> &uploads,
                                      api::Reply<QList<api::UploadAnswer>> reply)
{
    ++m_network.calls["create"];
    return call<QList<api::UploadAnswer>>(
        [network = &m_network, uploads]() -> Result<QList<api::UploadAnswer>> {
            QList<api::UploadAnswer> answers;
            for (const api::UploadRequest &upload : uploads)
                answers.append(network->server.create(upload));
            return answers;
        },
        std::move(reply));
}

api::CallHandle SimApi::uploadState(domain::UploadId id, api::Reply<api::UploadState> reply)
{
    return call<api::UploadState>([network = &m_network, id] { return network->server.state(id); },
                                  [network = &m_network, id, reply](const Result<api::UploadState> &state) {
                                      if (state && state->received)
                                          network->server.told(id, 0);
                                      reply(state);
                                  });
}

api::CallHandle SimApi::partUrls(domain::UploadId id, const QList<api::PartRequest> &parts,
                                 api::Reply<QList<api::PartUrl>> reply)
{
    return call<QList<api::PartUrl>>([network = &m_network, id, parts] { return network->server.partUrls(id, parts); },
                                     std::move(reply));
}

api::CallHandle SimApi::abandonUpload(domain::UploadId id, api::Reply<void> reply)
{
    return call<void>(
        [network = &m_network, id]() -> Result<void> {
            network->server.abandon(id);
            return {};
        },
        std::move(reply));
}

api::CallHandle SimApi::completeUploads(const QList<api::Completion> &uploads,
                                        api::Reply<QList<api::UploadAnswer>> reply)
{
    ++m_network.calls["complete"];
    for (const api::Completion &upload : uploads)
        m_watcher.complete(upload);
    return call<QList<api::UploadAnswer>>(
        [network = &m_network, uploads]() -> Result<QList<api::UploadAnswer>> {
            QList<api::UploadAnswer> answers;
            for (const api::Completion &upload : uploads)
                answers.append(network->server.complete(upload));
            return answers;
        },
        std::move(reply));
}

api::CallHandle SimApi::downloads(const QList<domain::FileId> &files, api::Reply<QList<api::DownloadUrl>> reply)
{
    return call<QList<api::DownloadUrl>>(
        [network = &m_network, files]() -> Result<QList<api::DownloadUrl>> {
            QList<api::DownloadUrl> urls;
            for (const domain::FileId &file : files)
                urls.append(network->server.download(file));
            return urls;
        },
        std::move(reply));
}

api::CallHandle SimApi::usage(api::Reply<domain::Usage> reply)
{
    ++m_network.calls["usage"];
    return call<domain::Usage>([network = &m_network]() -> Result<domain::Usage> { return network->server.usage(); },
                               std::move(reply));
}

transfer::Wire::JobHandle SimWire::put(const api::SignedRequest &request, const QByteArray &localPath, qint64 offset,
                                       qint64 size, std::function<void(Progress)> progress,
                                       std::function<void(Result<PutDone>)> done)
{
    World &world = m_network.world;
    auto job = std::make_unique<WireJob>();
    const auto [upload, part] = Server::target(request.url);
    ++m_network.calls["put"];
    m_watcher.put(upload, part);
    const auto fail = [&world, alive = job->watch(), done](ErrorCode code) {
        world.after(world.delay(), [alive, done, code] {
            if (!alive.expired())
                done(domain::fail(code));
        });
    };
    const Disk::File *file = m_disk.find(localPath);
    if (!file) {
        fail(ErrorCode::LocalVanished);
        return job;
    }
    // One half now and one half later, as a real body is read.
    const QByteArray first = file->bytes.mid(offset, size / 2);
    world.after(bodyTime(m_rates.up, size), [=, this, url = request.url, alive = job->watch()] {
        if (alive.expired())
            return;
        const Disk::File *now = m_disk.find(localPath);
        QByteArray body = first + (now ? now->bytes.mid(offset + first.size(), size - first.size()) : QByteArray());
        progress({body.size()});
        if (body.size() < size)
            return fail(ErrorCode::LocalChanged);
        World &there = m_network.world;
        if (there.chance(5))
            return fail(ErrorCode::UrlExpired);
        if (there.chance(5) && !body.isEmpty())
            body[static_cast<qsizetype>(there.random.below(static_cast<quint64>(body.size())))] ^= 1;
        m_network.call<QString>(
            alive, [network = &m_network, url, body] { return network->server.put(url, body); },
            [network = &m_network, watcher = &m_watcher, upload = upload, part = part,
             done](const Result<QString> &etag) {
                if (etag) {
                    network->server.told(upload, part);
                    watcher->putHeard(upload);
                    done(PutDone{*etag});
                } else {
                    done(tl::make_unexpected(etag.error()));
                }
            });
    });
    return job;
}

std::chrono::milliseconds SimWire::bodyTime(qint64 rate, qint64 size)
{
    return m_network.world.delay() +
           std::chrono::milliseconds(rate > 0 ? std::min<qint64>(size * 1000 / rate, 5000) : 0);
}

transfer::Wire::JobHandle SimWire::get(const QUrl &url, const QString &etag, const QByteArray &localPath,
                                       const Piece &piece, std::function<void(Progress)>,
                                       std::function<void(Result<GetDone>)> done)
{
    auto job = std::make_unique<WireJob>();
    const auto alive = job->watch();
    ++m_network.calls[piece.length < 0 ? "get" : "range"];
    m_network.call<QByteArray>(
        alive, [network = &m_network, url] { return network->server.get(url); },
        [this, alive, etag, localPath, piece, done](const Result<QByteArray> &bytes) {
            if (!bytes) {
                done(tl::make_unexpected(bytes.error()));
                return;
            }
            const bool same = QString::fromLatin1(sha256Of(*bytes).toHex()) == etag; // else If-Range gives the whole
            Piece got = piece;
            if (!same && piece.length >= 0)
                return done(domain::fail(ErrorCode::DigestMismatch));
            if (!same)
                got.offset = 0;
            receive(alive, localPath, got, *bytes, done);
        });
    return job;
}

void SimWire::receive(const std::weak_ptr<char> &alive, const QByteArray &localPath, const Piece &piece,
                      const QByteArray &bytes, const std::function<void(Result<GetDone>)> &done)
{
    World &world = m_network.world;
    if (m_disk.gone)
        return done(domain::fail(ErrorCode::LocalVanished));
    if (world.chance(3))
        return done(domain::fail(ErrorCode::LocalDiskFull));
    QByteArray body = bytes.mid(piece.offset, piece.length);
    const bool cut = world.chance(20);
    if (cut)
        body.truncate(body.size() / 2);
    const bool silently = cut && piece.length < 0 && world.chance(50); // looks like the end
    if (world.chance(5) && !body.isEmpty())
        body[0] ^= 1;
    const bool ranged = piece.length >= 0;
    const qsizetype half = body.size() / 2;
    m_disk.writeAt(localPath, piece.offset, body.left(half), !ranged);
    world.after(bodyTime(m_rates.down, body.size()), [=, this] {
        if (alive.expired())
            return;
        if (m_disk.gone)
            return done(domain::fail(ErrorCode::LocalIo));
        m_disk.writeAt(localPath, piece.offset + half, body.mid(half), !ranged);
        if (cut && !silently)
            done(domain::fail(ErrorCode::Offline));
        else
            done(GetDone{body.size(), false, ranged || piece.offset > 0 ? QByteArray() : sha256Of(body)});
    });
}

void SimSession::become(session::State state, const std::optional<domain::Error> &error)
{
    m_status.state = state;
    m_status.error = error;
    m_world.post([this, alive = std::weak_ptr<char>(m_alive)] {
        if (alive.expired())
            return;
        for (const Listener &listener : std::vector(m_listeners))
            listener(m_status);
    });
}

} // namespace learnlab::simulation
