#include "range_receiver.h"

#include "troubles.h"

#include <algorithm>

namespace learnlab::transfer {

RangeReceiver::RangeReceiver(const Parts &parts, Start start, Callbacks callbacks)
    : m_with(parts), m_start(std::move(start)), m_callbacks(std::move(callbacks))
{
    const domain::Transfer &transfer = m_start.transfer;
    for (qint64 offset = 0; offset < transfer.bytesTotal; offset += transfer.partSize)
        m_missing.insert(static_cast<int>(offset / transfer.partSize) + 1);
    for (const domain::Part &part : std::as_const(m_start.saved)) {
        if (part.number >= 1 && part.size == sizeOf(part.number))
            m_missing.erase(part.number);
    }
    m_absent = m_missing;
}

qint64 RangeReceiver::sizeOf(int number) const
{
    const domain::Transfer &transfer = m_start.transfer;
    return std::min(transfer.partSize, transfer.bytesTotal - (number - 1) * transfer.partSize);
}

/// Bytes from the beginning on that are in their places.
qint64 RangeReceiver::contiguous() const
{
    const domain::Transfer &transfer = m_start.transfer;
    return m_absent.empty() ? transfer.bytesTotal : (*m_absent.begin() - 1) * transfer.partSize;
}

void RangeReceiver::digestOn()
{
    const qint64 upTo = contiguous();
    if (m_sha256 || upTo == 0)
        return;
    if (m_digest)
        return m_digest->proceed(upTo);
    m_digest = m_with.files.digest(m_start.temporary, {.upTo = upTo, .total = m_start.transfer.bytesTotal},
                                   [this](const domain::Result<LocalFiles::Digest> &digest) {
                                       m_sha256 = digest ? digest->sha256 : QByteArray();
                                       if (m_absent.empty())
                                           end();
                                   });
}

void RangeReceiver::end()
{
    if (!std::exchange(m_ended, true))
        m_callbacks.all(*m_sha256);
}

void RangeReceiver::pump()
{
    if (m_ended)
        return;
    digestOn();
    if (m_failure) {
        if (m_receiving.empty()) {
            m_ended = true;
            m_callbacks.failed(*m_failure);
        }
        return;
    }
    while (static_cast<int>(m_receiving.size()) < m_pace.width() && !m_missing.empty()) {
        const int number = *m_missing.begin();
        m_missing.erase(m_missing.begin());
        receive(number);
    }
    if (m_absent.empty() && m_sha256)
        end();
}

void RangeReceiver::receive(int number)
{
    const Wire::Piece piece{.offset = (number - 1) * m_start.transfer.partSize,
                            .length = sizeOf(number),
                            .total = m_start.transfer.bytesTotal};
    Receiving &receiving = m_receiving[number];
    receiving.job = m_with.wire.get(
        m_start.url.url, m_start.url.etag, m_start.temporary, piece,
        [this, number](Wire::Progress progress) {
            if (const auto found = m_receiving.find(number); found != m_receiving.end()) {
                found->second.bytes = progress.bytes;
                tellMoving();
            }
        },
        [this, number](const domain::Result<Wire::GetDone> &result) { received(number, result); });
}

void RangeReceiver::received(int number, const domain::Result<Wire::GetDone> &result)
{
    m_over.clear();
    const auto found = m_receiving.find(number);
    if (m_ended || found == m_receiving.end())
        return;
    m_over.push_back(std::move(found->second.job));
    m_receiving.erase(found);
    if (result) {
        m_absent.erase(number);
        m_troubles = 0;
        m_pace.done(m_with.clock.monotonic(), static_cast<double>(sizeOf(number)));
        m_callbacks.received({number, sizeOf(number), {}, QStringLiteral("here")});
        tellMoving();
    } else if (result.error().code != domain::ErrorCode::DigestMismatch &&
               passesByItself(result.error(), ++m_troubles)) {
        ++m_pausing;
        m_with.scheduler.after(pauseAfter(result.error(), m_troubles),
                               [this, number, alive = std::weak_ptr<char>(m_alive)] {
                                   if (alive.expired())
                                       return;
                                   --m_pausing;
                                   m_missing.insert(number);
                                   pump();
                               });
    } else if (!m_failure) {
        m_failure = result.error();
    }
    pump();
}

void RangeReceiver::tellMoving()
{
    qint64 bytes = 0;
    for (const auto &[number, receiving] : m_receiving)
        bytes += receiving.bytes;
    m_callbacks.moving(bytes);
}

} // namespace learnlab::transfer
