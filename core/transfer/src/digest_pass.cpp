#include "digest_pass.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::ErrorCode;

namespace {

constexpr qint64 readStep = 1024 * 1024;

ssize_t readAt(int fd, QByteArray &buffer, qint64 most, qint64 position)
{
    ssize_t got = 0;
    do {
        got = ::pread(fd, buffer.data(), static_cast<size_t>(most), position);
    } while (got < 0 && errno == EINTR);
    return got;
}

} // namespace

domain::Result<void> DigestPass::open()
{
    auto file = openSource(m_path, &m_digest.stamp);
    if (!file)
        return tl::make_unexpected(file.error());
    m_file = *std::move(file);
    ::posix_fadvise(m_file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    m_buffer.resize(std::min(readStep, std::max<qint64>(size(), 1)));
    return {};
}

domain::Result<void> DigestPass::close()
{
    if (m_total >= 0) {
        if (m_position != m_total)
            return domain::fail(ErrorCode::LocalIo, QStringLiteral("less than was written"));
        m_file = {};
        m_buffer.clear();
        return {};
    }
    // The open file and what now bears its name must both be what was opened.
    struct stat status = {};
    if (::fstat(m_file.get(), &status) != 0)
        return tl::make_unexpected(localError(errno, "fstat"));
    const auto named = stampAt(m_path);
    if (stampOf(status) != m_digest.stamp || m_position != m_digest.stamp.size || !named || *named != m_digest.stamp)
        return domain::fail(ErrorCode::LocalChanged, QStringLiteral("the file changed while it was read"));
    m_file = {};
    m_buffer.clear();
    return {};
}

qint64 DigestPass::step(qint64 limit) const
{
    qint64 most = m_buffer.size();
    if (m_partSize > 0)
        most = std::min(most, m_partSize - m_partBytes);
    return limit >= 0 ? std::min(most, limit - m_position) : most;
}

void DigestPass::endPart(const std::function<void(const domain::Part &)> &part)
{
    const domain::Part known{static_cast<int>(m_digest.parts.size()) + 1, m_partBytes, m_pair.finishPart(), {}};
    m_digest.parts.append(known);
    m_partBytes = 0;
    if (part)
        part(known);
}

domain::Result<DigestPass::Outcome> DigestPass::run(const std::atomic<bool> &cancelled, const std::atomic<qint64> &upTo,
                                                    const std::function<void(const domain::Part &)> &part)
{
    if (!m_file) {
        if (auto opened = open(); !opened)
            return tl::make_unexpected(opened.error());
    }
    for (;;) {
        if (cancelled)
            return Outcome::Cancelled;
        const qint64 limit = upTo;
        if (limit >= 0 && m_position >= limit && m_position < size())
            return Outcome::Paused;
        if (m_total >= 0 && m_position == m_total)
            break;
        const ssize_t got = readAt(m_file.get(), m_buffer, step(m_position < size() ? limit : -1), m_position);
        if (got < 0)
            return tl::make_unexpected(localError(errno, "read"));
        if (got == 0)
            break;
        // On its way to the disk already when the last byte has come.
        if (m_total >= 0)
            ::sync_file_range(m_file.get(), m_position, got, SYNC_FILE_RANGE_WRITE);
        m_position += got;
        if (m_position > size()) // it grows: no use in following it
            return domain::fail(ErrorCode::LocalChanged, QStringLiteral("the file grew while it was read"));
        if (m_partSize <= 0)
            m_whole.add(m_buffer.constData(), static_cast<size_t>(got));
        if (m_partSize > 0) {
            m_pair.add(m_buffer.constData(), got);
            m_partBytes += got;
            if (m_partBytes == m_partSize)
                endPart(part);
        }
    }
    if (m_partSize > 0 && (m_partBytes > 0 || m_digest.parts.isEmpty()))
        endPart(part);
    m_digest.sha256 = m_partSize > 0 ? m_pair.finish() : m_whole.finish();
    if (m_digest.sha256.isEmpty())
        return domain::fail(ErrorCode::Internal, QStringLiteral("SHA-256 is not available"));
    if (auto closed = close(); !closed)
        return tl::make_unexpected(closed.error());
    return Outcome::Finished;
}

domain::Result<QByteArray> digestOf(int fd, const std::atomic<bool> &cancelled)
{
    Sha256 digest;
    QByteArray buffer(readStep, Qt::Uninitialized);
    for (qint64 position = 0;;) {
        if (cancelled)
            return domain::fail(ErrorCode::Cancelled);
        const ssize_t got = readAt(fd, buffer, readStep, position);
        if (got < 0)
            return tl::make_unexpected(localError(errno, "read"));
        if (got == 0)
            return digest.finish();
        digest.add(buffer.constData(), static_cast<size_t>(got));
        position += got;
    }
}

} // namespace learnlab::transfer
