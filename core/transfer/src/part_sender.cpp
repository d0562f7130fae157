#include "part_sender.h"

#include "troubles.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::Part;

namespace {

constexpr qint64 bytesAhead = 128 * 1024 * 1024; // digested but not sent, within these numbers of parts
constexpr int leastAhead = 10;
constexpr int mostAhead = 16;
constexpr int mostExpired = 8; // URLs refused in a row before this is no chance any more

} // namespace

PartSender::PartSender(const Parts &parts, Start start, Callbacks callbacks)
    : m_with(parts), m_start(std::move(start)), m_callbacks(std::move(callbacks))
{}

int PartSender::partCount() const
{
    const domain::Transfer &transfer = m_start.transfer;
    return static_cast<int>(std::max<qint64>(1, (transfer.bytesTotal + transfer.partSize - 1) / transfer.partSize));
}

qint64 PartSender::sizeOfPart(int number) const
{
    const domain::Transfer &transfer = m_start.transfer;
    return std::min(transfer.partSize, transfer.bytesTotal - (number - 1) * transfer.partSize);
}

int PartSender::readAhead() const
{
    return static_cast<int>(std::clamp<qint64>(bytesAhead / m_start.transfer.partSize, leastAhead, mostAhead));
}

void PartSender::takeSaved()
{
    for (const Part &part : std::as_const(m_start.saved)) {
        if (part.number < 1 || part.number > partCount() || part.size != sizeOfPart(part.number))
            continue;
        Part known = part;
        if (m_start.onServer && !part.etag.isEmpty()) {
            const bool there =
                std::any_of(m_start.onServer->begin(), m_start.onServer->end(), [&part](const Part &other) {
                    return other.number == part.number && (other.sha256.isEmpty() || other.sha256 == part.sha256);
                });
            if (!there)
                known.etag.clear(); // the store lost it
        }
        m_parts.insert_or_assign(known.number, known);
        if (!known.etag.isEmpty())
            m_confirmed.insert(known.number);
    }
}

void PartSender::begin()
{
    takeSaved();
    const bool allDigested = static_cast<int>(m_parts.size()) == partCount();
    if (!m_start.transfer.sha256.isEmpty() && allDigested) {
        m_digestKnown = true;
        const std::map<int, Part> parts = m_parts;
        for (const auto &[number, part] : parts)
            wanted(part);
        pump();
        return;
    }
    startDigest();
}

void PartSender::startDigest()
{
    const qint64 partSize = m_start.transfer.partSize;
    int first = 1;
    while (m_confirmed.contains(first))
        ++first;
    m_digest = m_with.files.digest(m_start.transfer.localPath,
                                   {.partSize = partSize,
                                    .upTo = (first + readAhead()) * partSize,
                                    .part = [this](const Part &part) { digestedPart(part); }},
                                   [this](const domain::Result<LocalFiles::Digest> &digest) { digestReady(digest); });
}

void PartSender::digestedPart(const Part &part)
{
    if (m_ended)
        return;
    const auto known = m_parts.find(part.number);
    if (known != m_parts.end() && known->second.sha256 != part.sha256 && m_confirmed.contains(part.number)) {
        fail({ErrorCode::LocalChanged, QStringLiteral("a part that was sent before is another one now")});
        return;
    }
    if (!m_confirmed.contains(part.number))
        m_parts.insert_or_assign(part.number, part);
    wanted(m_parts.at(part.number));
    pump();
}

void PartSender::wanted(const Part &part)
{
    if (m_confirmed.contains(part.number))
        return;
    if (m_start.onServer) { // the answer that confirmed it may have been lost
        const auto there = std::find_if(m_start.onServer->begin(), m_start.onServer->end(), [&part](const Part &other) {
            return other.number == part.number && other.size == part.size && other.sha256 == part.sha256;
        });
        if (there != m_start.onServer->end() && !there->etag.isEmpty()) {
            confirm(part, there->etag);
            return;
        }
    }
    m_unasked.insert(part.number);
}

void PartSender::confirm(Part part, const QString &etag)
{
    part.etag = etag;
    m_parts.insert_or_assign(part.number, part);
    m_confirmed.insert(part.number);
    m_callbacks.sent(part);
}

void PartSender::digestReady(const domain::Result<LocalFiles::Digest> &digest)
{
    if (m_ended)
        return;
    if (!digest) {
        fail(digest.error());
        return;
    }
    if (digest->stamp != m_start.transfer.stamp) {
        fail({ErrorCode::LocalChanged, {}});
        return;
    }
    m_digestKnown = true;
    LocalFiles::Digest told = *digest;
    for (Part &part : told.parts) {
        if (const auto known = m_parts.find(part.number); known != m_parts.end())
            part.etag = known->second.etag;
    }
    m_callbacks.digested(told);
    pump();
}

void PartSender::pump()
{
    if (m_ended)
        return;
    if (m_failure) {
        if (m_sending.empty())
            fail(*m_failure);
        return;
    }
    while (static_cast<int>(m_sending.size()) < m_pace.width() && !m_urls.empty()) {
        const auto next = m_urls.begin();
        const int number = next->first;
        const api::SignedRequest request = next->second;
        m_urls.erase(next);
        send(number, request);
    }
    askUrls();
    int first = 1;
    while (m_confirmed.contains(first))
        ++first;
    if (m_digest && !m_digestKnown)
        m_digest->proceed((first + readAhead()) * m_start.transfer.partSize);
    if (m_digestKnown && static_cast<int>(m_confirmed.size()) == partCount()) {
        m_ended = true;
        m_callbacks.all();
    }
}

void PartSender::askUrls()
{
    if (m_asking || m_unasked.empty() || static_cast<int>(m_urls.size()) >= m_pace.width())
        return;
    QList<api::PartRequest> requests;
    for (const int number : m_unasked) {
        if (requests.size() >= std::max(1, m_with.maxPartUrls))
            break;
        const Part &part = m_parts.at(number);
        requests.append({number, part.size, part.sha256});
    }
    for (const api::PartRequest &request : std::as_const(requests))
        m_unasked.erase(request.number);
    m_asking = true;
    m_urlCall = m_with.api.partUrls(m_start.transfer.uploadId, requests,
                                    [this, requests](const domain::Result<QList<api::PartUrl>> &urls) {
                                        m_asking = false;
                                        for (const api::PartRequest &request : requests)
                                            m_unasked.insert(request.number);
                                        urlsKnown(urls);
                                    });
}

void PartSender::urlsKnown(const domain::Result<QList<api::PartUrl>> &urls)
{
    if (m_ended)
        return;
    if (!urls) {
        m_failure = urls.error();
    } else {
        bool useful = false;
        for (const api::PartUrl &url : *urls) {
            if (auto refused = m_with.refused ? m_with.refused(url.put.url) : std::nullopt) {
                m_failure = refused;
            } else if (m_unasked.erase(url.number) > 0) {
                m_urls.insert_or_assign(url.number, url.put);
                useful = true;
            }
        }
        if (!useful && !m_failure)
            m_failure = domain::Error{ErrorCode::BadAnswer, QStringLiteral("no URL for the parts asked for")};
    }
    pump();
}

void PartSender::send(int number, const api::SignedRequest &request)
{
    const domain::Transfer &transfer = m_start.transfer;
    Sending &sending = m_sending[number];
    sending.begun = m_with.clock.monotonic();
    sending.job = m_with.wire.put(
        request, transfer.localPath, (number - 1) * transfer.partSize, sizeOfPart(number),
        [this, number](Wire::Progress progress) {
            if (const auto found = m_sending.find(number); found != m_sending.end()) {
                found->second.bytes = progress.bytes;
                tellMoving();
            }
        },
        [this, number](const domain::Result<Wire::PutDone> &result) { sent(number, result); });
}

void PartSender::sent(int number, const domain::Result<Wire::PutDone> &result)
{
    m_over.clear();
    const auto found = m_sending.find(number);
    if (m_ended || found == m_sending.end())
        return;
    m_over.push_back(std::move(found->second.job));
    const std::chrono::duration<double> took = m_with.clock.monotonic() - found->second.begun;
    m_sending.erase(found);
    if (result) {
        if (took.count() > 0)
            m_callbacks.paced(static_cast<double>(sizeOfPart(number)) / took.count());
        m_expired = 0;
        m_troubles = 0;
        m_pace.done(m_with.clock.monotonic(), static_cast<double>(sizeOfPart(number)));
        confirm(m_parts.at(number), result->etag);
        tellMoving();
    } else if (result.error().code == ErrorCode::UrlExpired && ++m_expired <= mostExpired) {
        m_unasked.insert(number);
    } else if (passesByItself(result.error(), ++m_troubles)) {
        sendAgain(number, result.error());
    } else if (!m_failure) {
        m_failure = result.error();
    }
    // The digests are signed, so other bytes cannot have been taken; but there is no use in sending the rest.
    const auto stamp = m_with.files.stamp(m_start.transfer.localPath);
    if (stamp && *stamp != m_start.transfer.stamp) {
        fail({ErrorCode::LocalChanged, {}});
        return;
    }
    pump();
}

/// The other parts go on meanwhile.
void PartSender::sendAgain(int number, const domain::Error &error)
{
    m_with.scheduler.after(pauseAfter(error, m_troubles), [this, number, alive = std::weak_ptr<char>(m_alive)] {
        if (alive.expired() || m_ended)
            return;
        m_unasked.insert(number);
        pump();
    });
}

void PartSender::fail(const domain::Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    for (auto &[number, sending] : m_sending)
        m_over.push_back(std::move(sending.job));
    m_sending.clear();
    m_callbacks.failed(error);
}

void PartSender::tellMoving()
{
    qint64 bytes = 0;
    for (const auto &[number, sending] : m_sending)
        bytes += sending.bytes;
    m_callbacks.moving(bytes);
}

} // namespace learnlab::transfer
