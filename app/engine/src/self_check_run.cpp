#include "self_check_run.h"

#include "engine/network.h"

#include "mirror/soundness.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>

namespace learnlab::engine {

namespace {

constexpr int mostErrors = 1000;
constexpr qint64 newestOfLog = 256 * 1024;
constexpr std::chrono::seconds longestLook(10);

/// Lines are "time level category thread message": of a message only that there was one is taken.
QMap<QString, int> messagesIn(const QString &path)
{
    QMap<QString, int> counts;
    QFile log(path);
    if (!log.open(QIODevice::ReadOnly))
        return counts;
    if (log.size() > newestOfLog && log.seek(log.size() - newestOfLog))
        log.readLine(); // the half of one
    while (!log.atEnd()) {
        const QList<QByteArray> words = log.readLine().split(' ');
        if (words.size() > 3 && (words.at(1) == "warning" || words.at(1) == "error"))
            ++counts[QString::fromLatin1(words.at(1) + ' ' + words.at(2))];
    }
    return counts;
}

/// What reading the disk tells, on the background's thread.
struct OfDisk
{
    std::optional<bool> sound;
    qint64 mirrorBytes = -1;
    qint64 free = -1;
    QMap<QString, int> messages;
};

OfDisk lookAtDisk(const QString &profile, const QString &mirror)
{
    OfDisk found;
    const QStorageInfo disk(profile);
    if (disk.isValid())
        found.free = disk.bytesAvailable();
    found.messages = messagesIn(profile + QStringLiteral("/learnlab.log"));
    if (mirror.isEmpty())
        return found;
    found.mirrorBytes = QFileInfo(mirror).size();
    const auto end = std::chrono::steady_clock::now() + longestLook;
    found.sound = mirror::isSound(mirror, [end] { return std::chrono::steady_clock::now() < end; });
    return found;
}

} // namespace

SelfCheck::SelfCheck(const With &with, std::function<void(const QString &)> done) : m_with(with), m_done(std::move(done))
{
    m_found.program = QStringLiteral("%1 %2, Qt %3").arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(), QLatin1String(qVersion()));
    m_found.system = QStringLiteral("%1, %2 %3, %4").arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                                                         QSysInfo::currentCpuArchitecture());
    m_found.when = m_with.clock.now();
    m_found.network = networkIn(support::Settings(m_with.profile + QStringLiteral("/settings.ini")));
    m_found.shared = m_with.shared;
    if (m_with.services)
        lookIntoMirror();
    askKeychain();
}

void SelfCheck::lookIntoMirror()
{
    const Services &services = *m_with.services;
    m_found.signedIn = true;
    m_found.server = services.place.server.host();
    m_found.session = services.session.status();
    m_found.sync = services.sync.status();
    const mirror::Reader &reader = services.store.read();
    m_found.queue = reader.transferTotals();
    m_found.waitingChanges = reader.openOperations();
    m_found.refusedChanges = reader.refusedOperations();
    m_found.keptBytes = reader.keptSummary().bytes;
    const auto count = [this](const std::optional<domain::Error> &error) {
        if (error)
            ++m_found.errors[domain::codeName(error->code)];
    };
    for (const auto state : {domain::TransferState::Failed, domain::TransferState::Waiting}) {
        for (const domain::Transfer &transfer : reader.transfersIn(state, mostErrors))
            count(transfer.error);
    }
    for (const mirror::PendingOperation &operation : reader.firstOperations(mostErrors))
        count(operation.error);
}

void SelfCheck::askKeychain()
{
    // An entry that nobody has: whether it answers is what counts.
    m_with.keychain.read(QStringLiteral("learnlab-self-check"), [this, there = std::weak_ptr(m_alive)](const domain::Result<QByteArray> &result) {
        if (there.expired())
            return;
        if (!result)
            m_found.keychain = tl::make_unexpected(result.error());
        askServer();
    });
}

void SelfCheck::askServer()
{
    if (!m_with.services || m_with.offline)
        return readDisk();
    m_asked = m_with.clock.now();
    m_call = m_with.services->api.capabilities([this](domain::Result<api::Capabilities> result) {
        m_found.answeredIn = std::chrono::duration_cast<std::chrono::milliseconds>(m_with.clock.now() - m_asked);
        m_found.answer = std::move(result);
        readDisk();
    });
}

void SelfCheck::readDisk()
{
    const QString mirror = m_with.services ? m_with.services->place.mirrorPath : QString();
    m_with.background.post([this, there = std::weak_ptr(m_alive), profile = m_with.profile, mirror, &scheduler = m_with.scheduler] {
        const OfDisk disk = lookAtDisk(profile, mirror);
        scheduler.post([this, there, disk] {
            if (there.expired())
                return;
            m_found.mirrorSound = disk.sound;
            m_found.mirrorBytes = disk.mirrorBytes;
            m_found.diskFree = disk.free;
            m_found.logMessages = disk.messages;
            m_done(reportOf(m_found));
        });
    });
}

} // namespace learnlab::engine
