#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace learnlab::inside {

class Reading;

/// Reads the words of the files whose bytes are on this computer into the index, by `learnlab-render`, one after the
/// other on a slow thread of its own, and takes out again what is not here any more. What was read is known by its
/// digest: a file that was renamed or moved is not read again. A damaged index is made anew. Several of them at one
/// account, in several processes too, do double work and no harm. Owner: any thread with an event loop; destroyed at
/// once, whatever is being read.
class Indexer : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        QString index;                                             ///< see indexPath()
        QString mirror;                                            ///< exists
        std::function<QByteArray(const QByteArray &sha256)> bytes; ///< where kept bytes lie; any thread
    };
    struct Options
    {
        QString renderer = {};                  ///< empty: where it is installed
        int niceness = 10;                      ///< of its thread and of the program that reads
        std::chrono::milliseconds rest{1000};   ///< between two looks at what there is
        int mostOfFile = 1024 * 1024;           ///< bytes of text; what comes behind them is not found
        qint64 mostOfAll = 512LL * 1024 * 1024; ///< bytes of text; what does not fit is not read
    };

    Indexer(Places places, Options options, QObject *parent = nullptr);
    ~Indexer() override;

    /// What is here may have changed. Any thread; often is cheap.
    void look();

Q_SIGNALS:
    /// All that can be read was read, or nothing more can be; `unread`: what could not, for now.
    void settled(int unread);

private:
    std::shared_ptr<std::atomic_bool> m_stopping = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<std::atomic_bool> m_asked = std::make_shared<std::atomic_bool>(false); ///< and not looked yet
    Reading *m_reading;
    QThread m_thread;
};

} // namespace learnlab::inside
