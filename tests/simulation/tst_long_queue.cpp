#include "quiet_world.h"

#include "mirror/store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#ifdef __SANITIZE_ADDRESS__
extern "C" size_t __sanitizer_get_current_allocated_bytes(); // GCC has no header for it
#else
#include <unistd.h>
#endif

using namespace learnlab;
using namespace learnlab::simulation;

namespace {

/// What this process holds of the machine's memory; under the sanitizer, which keeps what was freed for long, what is
/// in use.
qint64 residentBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
#endif
}

constexpr qint64 mebibyte = 1 << 20;

} // namespace

/// The engine's rooms begin at once with whatever waits, and hold no more of it in memory than what is next.
class LongQueueTest : public QObject, private QuietWorld
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void beginsAtOnceAndStaysSmall();

private:
    void fill(qint64 count);
};

/// As a drop of a folder does it, some hundreds at a time. Only the first of them lie on the disk.
void LongQueueTest::fill(qint64 count)
{
    m_client->transfers->stop();
    constexpr qint64 present = 2000;
    constexpr qint64 atOnce = 2000;
    for (qint64 from = 0; from < count; from += atOnce) {
        QList<Transfer> some;
        for (qint64 i = from; i < std::min(count, from + atOnce); ++i) {
            some.append(upload(QStringLiteral("a name as long as they are %1.pdf").arg(i), "x"));
            if (i >= present)
                m_disk->remove(some.last().localPath);
        }
        write([&some](mirror::Writer &writer) { return writer.addTransfers(some); });
    }
}

void LongQueueTest::beginsAtOnceAndStaysSmall()
{
    const bool deep = qEnvironmentVariableIsSet("LEARNLAB_DEEP");
    const qint64 count = deep ? 1'000'000 : 20'000;
    fill(count);
    m_client.reset();
    m_world->forgetClient();
    const qint64 before = residentBytes();

    // The next start of the program.
    QElapsedTimer time;
    time.start();
    m_client = std::make_unique<Client>(*m_network, *m_disk,
                                        Watcher{.put = [](domain::UploadId, int) {},
                                                .putHeard = [](domain::UploadId) {},
                                                .complete = [](const api::Completion &) {},
                                                .remove = [](const QByteArray &) {}});
    QVERIFY(m_client->open(m_dir->filePath(QStringLiteral("mirror.db"))));
    const qint64 opened = time.elapsed();
    QVERIFY(until([this] { return m_network->calls["put"] > 0; }));
    const qint64 begun = time.elapsed();
    QVERIFY(until([this] { return m_client->store->read().transferTotals().done >= 500; }));
    const qint64 grown = residentBytes() - before;
    qInfo(
        "%lld queued: open after %lld ms, first body sent after %lld ms, 500 done after %lld ms, %lld MiB more memory",
        static_cast<long long>(count), static_cast<long long>(opened), static_cast<long long>(begun),
        static_cast<long long>(time.elapsed()), static_cast<long long>(grown / mebibyte));
    QVERIFY2(grown < 200 * mebibyte, QByteArray::number(grown).constData());
    QCOMPARE(m_client->store->read().transferTotals().count(), count);
    // And what is said to all of them takes no memory either.
    m_client->transfers->pauseAll();
    QVERIFY(until([this] { return m_client->store->read().transferTotals().queued == 0; }));
    QVERIFY2(residentBytes() - before < 200 * mebibyte, QByteArray::number(residentBytes() - before).constData());
}

QTEST_GUILESS_MAIN(LongQueueTest)
#include "tst_long_queue.moc"
