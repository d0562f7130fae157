#pragma once

#include <testsupport/child_process.h>

#include <QTemporaryDir>

#include <memory>

namespace learnlab::testsupport {

// A real PostgreSQL of this test alone, in a temporary folder, gone with the object. Starting costs a quarter of a
// second: the cluster is a copy of a template that is kept in the build folder.
class PrivatePostgres
{
public:
    enum class Schema {
        Empty,
        Migrated // as `learnlab-server migrate` of this build leaves it
    };

    PrivatePostgres();
    ~PrivatePostgres();
    PrivatePostgres(const PrivatePostgres &) = delete;
    PrivatePostgres &operator=(const PrivatePostgres &) = delete;

    // False: error() says why.
    [[nodiscard]] bool start(Schema schema = Schema::Empty);
    // An orderly end; start again with restart(). The data stay.
    void stop();
    // As if the machine's power went, for this process.
    void kill();
    // kill -9 of every process of it at once: nobody is told anything.
    void crash();
    // It stays, takes connections, and answers nothing any more: as a machine that hangs. For good.
    void freeze();
    // The same data on the same port.
    [[nodiscard]] bool restart();

    // Instead of start(): a standby that follows `primary`, which runs. From then on the primary acknowledges nothing
    // that is not here too.
    [[nodiscard]] bool follow(const PrivatePostgres &primary);
    // Ends that: writes are taken here.
    [[nodiscard]] bool promote();

    // postgresql://user:password@127.0.0.1:port/learnlab, for libpq and for Alembic.
    [[nodiscard]] QByteArray url() const;
    // A database beside the first, copied from it while nobody is connected to it. Answers its address, empty on error.
    [[nodiscard]] QByteArray createDatabase(const QByteArray &name);
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool create(Schema schema);
    [[nodiscard]] bool launch();
    void signalAll(int signal);
    [[nodiscard]] bool tell(const QByteArray &url, const QStringList &statements);

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_process;
    bool m_frozen = false;
    QString m_error;
};

} // namespace learnlab::testsupport
