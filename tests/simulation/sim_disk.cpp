#include "sim_disk.h"

#include <QCryptographicHash>

namespace learnlab::simulation {

using domain::ErrorCode;
using domain::Result;

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void Disk::write(const QByteArray &path, const QByteArray &bytes)
{
    File &file = m_files[path];
    file.bytes = bytes;
    if (file.stamp.inode == 0)
        file.stamp.inode = ++m_inodes;
    file.stamp.device = 1;
    file.stamp.size = bytes.size();
    file.stamp.mtimeNs = m_world.clock.monotonic().count() + static_cast<qint64>(m_world.random.below(1000));
}

void Disk::writeAt(const QByteArray &path, qint64 offset, const QByteArray &bytes, bool ends)
{
    const File *before = find(path);
    QByteArray whole = before ? before->bytes : QByteArray();
    const qint64 end = offset + bytes.size();
    if (whole.size() < end)
        whole.append(QByteArray(end - whole.size(), '\0'));
    whole.replace(offset, bytes.size(), bytes);
    if (ends)
        whole.truncate(end);
    write(path, whole);
}

Disk::File *Disk::find(const QByteArray &path)
{
    const auto found = m_files.find(path);
    return gone || found == m_files.end() ? nullptr : &found->second;
}

bool Disk::rename(const QByteArray &from, const QByteArray &to, bool replace)
{
    const auto found = m_files.find(from);
    if (found == m_files.end() || (!replace && m_files.contains(to)))
        return false;
    m_files.insert_or_assign(to, found->second);
    m_files.erase(from);
    return true;
}

QList<QByteArray> Disk::paths() const
{
    QList<QByteArray> paths;
    for (const auto &[path, file] : m_files)
        paths.append(path);
    return paths;
}

Result<domain::LocalStamp> SimFiles::stamp(const QByteArray &path)
{
    const Disk::File *file = m_disk.find(path);
    if (!file)
        return domain::fail(ErrorCode::LocalVanished);
    if (m_world.chance(1))
        return domain::fail(ErrorCode::LocalIo);
    return file->stamp;
}

qint64 SimFiles::sizeOf(const QByteArray &path)
{
    const Disk::File *file = m_disk.find(path);
    return file ? file->bytes.size() : 0;
}

class SimFiles::Job final : public LocalFiles::Job, public Alive
{};

/// Reads part after part, each at its own moment, as a real reading does.
class SimFiles::Reader final : public LocalFiles::Job, public Alive
{
public:
    Reader(SimFiles &files, QByteArray path, Reading reading, std::function<void(Result<Digest>)> done)
        : m_files(files), m_path(std::move(path)), m_reading(std::move(reading)), m_done(std::move(done))
    {
        next();
    }
    void proceed(qint64 upTo) override
    {
        m_reading.upTo = upTo;
        if (std::exchange(m_paused, false))
            next();
    }

private:
    void next()
    {
        m_files.m_world.after(m_files.m_world.delay(10), [this, alive = watch()] {
            if (!alive.expired())
                read();
        });
    }
    void read()
    {
        const Disk::File *file = m_files.m_disk.find(m_path);
        if (!file)
            return m_done(
                domain::fail(m_bytes.isEmpty() && !m_begun ? ErrorCode::LocalVanished : ErrorCode::LocalChanged));
        if (m_files.m_world.chance(1))
            return m_done(domain::fail(ErrorCode::LocalIo));
        if (!std::exchange(m_begun, true))
            m_digest.stamp = file->stamp;
        const qint64 size = m_reading.total >= 0 ? m_reading.total : m_digest.stamp.size;
        if (m_reading.upTo >= 0 && m_bytes.size() >= m_reading.upTo && m_bytes.size() < size) {
            m_paused = true;
            return;
        }
        if (m_reading.total >= 0)
            return readGrowing(*file);
        const qint64 most = m_reading.partSize > 0 ? m_reading.partSize : 100;
        const QByteArray got = file->bytes.mid(m_bytes.size(), most);
        m_bytes += got;
        if (m_reading.partSize > 0 && !got.isEmpty()) {
            const domain::Part part{static_cast<int>(m_digest.parts.size()) + 1, got.size(), sha256Of(got), {}};
            m_digest.parts.append(part);
            const auto alive = watch();
            if (m_reading.part)
                m_reading.part(part);
            if (alive.expired())
                return;
        }
        if (got.size() == most)
            return next();
        if (file->stamp != m_digest.stamp)
            return m_done(domain::fail(ErrorCode::LocalChanged));
        m_digest.sha256 = sha256Of(m_bytes);
        m_done(m_digest);
    }
    void readGrowing(const Disk::File &file)
    {
        const qint64 limit = m_reading.upTo >= 0 ? m_reading.upTo : m_reading.total;
        m_bytes += file.bytes.mid(m_bytes.size(), std::min<qint64>(100, limit - m_bytes.size()));
        if (m_bytes.size() < m_reading.total)
            return next();
        m_digest.sha256 = sha256Of(m_bytes);
        m_done(m_digest);
    }

    SimFiles &m_files;
    QByteArray m_path;
    Reading m_reading;
    std::function<void(Result<Digest>)> m_done;
    Digest m_digest;
    QByteArray m_bytes;
    bool m_begun = false;
    bool m_paused = false;
};

transfer::LocalFiles::JobHandle SimFiles::digest(const QByteArray &path, const Reading &reading,
                                                 std::function<void(Result<Digest>)> done)
{
    return std::make_unique<Reader>(*this, path, reading, std::move(done));
}

transfer::LocalFiles::JobHandle SimFiles::publish(const QByteArray &temporary, const QByteArray &finalPath,
                                                  const QByteArray &sha256, const Publishing &publishing,
                                                  std::function<void(Result<void>)> done)
{
    auto job = std::make_unique<Job>();
    m_world.after(m_world.delay(), [=, this, alive = job->watch()] {
        if (alive.expired())
            return;
        const Disk::File *file = m_disk.find(temporary);
        const bool known = file && !publishing.arrived.isEmpty() && file->bytes.size() == publishing.size;
        Result<void> result;
        if (!file)
            result = domain::fail(ErrorCode::LocalVanished);
        else if ((known ? publishing.arrived : sha256Of(file->bytes)) != sha256)
            result = domain::fail(ErrorCode::DigestMismatch);
        else if (m_world.chance(3))
            result = domain::fail(m_world.chance(50) ? ErrorCode::LocalDiskFull : ErrorCode::LocalIo);
        else if (!m_disk.rename(temporary, finalPath, publishing.replace))
            result = domain::fail(ErrorCode::LocalExists);
        // The name is taken now; the client may end before it hears of that.
        m_world.after(m_world.delay(), [=] {
            if (!alive.expired())
                done(result);
        });
    });
    return job;
}

transfer::LocalFiles::JobHandle SimFiles::copy(const QByteArray &from, const QByteArray &temporary,
                                               std::function<void(Result<void>)> done)
{
    auto job = std::make_unique<Job>();
    m_world.after(m_world.delay(), [=, this, alive = job->watch()] {
        if (alive.expired())
            return;
        const Disk::File *file = m_disk.find(from);
        if (!file)
            return done(domain::fail(ErrorCode::LocalVanished));
        m_disk.write(temporary, QByteArray(file->bytes));
        done({});
    });
    return job;
}

} // namespace learnlab::simulation
