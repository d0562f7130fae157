#pragma once

#include "local_io.h"
#include "sha256_pair.h"
#include "transfer/wire.h"

#include <atomic>
#include <functional>

namespace learnlab::transfer {

/// One reading of a file from its beginning to its end that can be interrupted: gives the digest of the whole and of
/// each part. Used by one thread at a time.
class DigestPass
{
public:
    /// `total`: as LocalFiles::Reading::total.
    DigestPass(QByteArray path, qint64 partSize, qint64 total = -1)
        : m_path(std::move(path)), m_partSize(partSize), m_total(total), m_pair(partSize)
    {}

    enum class Outcome { Finished, Paused, Cancelled };
    /// Reads on until the end, until `upTo` bytes are read (-1: no such limit; read anew before every step), or until
    /// cancelled.
    [[nodiscard]] domain::Result<Outcome> run(const std::atomic<bool> &cancelled, const std::atomic<qint64> &upTo,
                                              const std::function<void(const domain::Part &)> &part);
    [[nodiscard]] LocalFiles::Digest take() { return std::move(m_digest); }

private:
    [[nodiscard]] domain::Result<void> open();
    [[nodiscard]] domain::Result<void> close();
    [[nodiscard]] qint64 size() const { return m_total >= 0 ? m_total : m_digest.stamp.size; }
    /// How much to read now, before `limit`.
    [[nodiscard]] qint64 step(qint64 limit) const;
    void endPart(const std::function<void(const domain::Part &)> &part);

    QByteArray m_path;
    qint64 m_partSize;
    qint64 m_total;
    FileDescriptor m_file;
    LocalFiles::Digest m_digest;
    QByteArray m_buffer;
    Sha256 m_whole;
    Sha256Pair m_pair; ///< where parts are asked for
    qint64 m_position = 0;
    qint64 m_partBytes = 0;
};

/// The digest of what the descriptor holds from its beginning on.
[[nodiscard]] domain::Result<QByteArray> digestOf(int fd, const std::atomic<bool> &cancelled);

} // namespace learnlab::transfer
