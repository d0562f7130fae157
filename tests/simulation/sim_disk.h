#pragma once

#include "sim_world.h"
#include "transfer/wire.h"

#include <map>

namespace learnlab::simulation {

[[nodiscard]] QByteArray sha256Of(const QByteArray &bytes);

/// The local disk: it outlives the client.
class Disk
{
public:
    struct File
    {
        QByteArray bytes;
        domain::LocalStamp stamp;
    };

    explicit Disk(World &world) : m_world(world) {}
    void write(const QByteArray &path, const QByteArray &bytes); ///< another file under this name, or this one changed
    /// As pwrite does; `ends`: what was behind it goes.
    void writeAt(const QByteArray &path, qint64 offset, const QByteArray &bytes, bool ends);
    [[nodiscard]] File *find(const QByteArray &path);
    void remove(const QByteArray &path) { m_files.erase(path); }
    /// LocalExists is what tells that the name is taken.
    [[nodiscard]] bool rename(const QByteArray &from, const QByteArray &to, bool replace);
    [[nodiscard]] QList<QByteArray> paths() const;

    bool gone = false; ///< taken out, with all that is on it

private:
    World &m_world;
    std::map<QByteArray, File> m_files;
    quint64 m_inodes = 0;
};

/// The client's hand on the disk: what it does takes time, and others may change files meanwhile.
class SimFiles final : public transfer::LocalFiles
{
public:
    SimFiles(World &world, Disk &disk, std::function<void(const QByteArray &)> removing)
        : m_world(world), m_disk(disk), m_removing(std::move(removing))
    {}

    domain::Result<domain::LocalStamp> stamp(const QByteArray &path) override;
    JobHandle digest(const QByteArray &path, const Reading &reading,
                     std::function<void(domain::Result<Digest>)> done) override;
    JobHandle publish(const QByteArray &temporary, const QByteArray &finalPath, const QByteArray &sha256,
                      const Publishing &publishing, std::function<void(domain::Result<void>)> done) override;
    JobHandle copy(const QByteArray &from, const QByteArray &temporary,
                   std::function<void(domain::Result<void>)> done) override;
    qint64 sizeOf(const QByteArray &path) override;
    bool exists(const QByteArray &path) override { return m_disk.find(path) != nullptr; }
    bool driveGone(const QByteArray &, quint64 device) override { return m_disk.gone && device == 1; }
    void remove(const QByteArray &path) override
    {
        m_removing(path);
        m_disk.remove(path);
    }

private:
    class Reader;
    class Job;
    World &m_world;
    Disk &m_disk;
    std::function<void(const QByteArray &)> m_removing;
};

} // namespace learnlab::simulation
