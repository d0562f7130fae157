#include "device.h"

#include <QTest>

#include <algorithm>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ItemRef;
using domain::OperationKind;

namespace {

/// Three computers of one user that change, upload, undo and redo, with and without a network, through faults and
/// crashes.
class Campaign
{
public:
    explicit Campaign(quint64 seed) : m_random(seed), m_house(3, seed, static_cast<int>(m_random.below(30))) {}

    void step();
    /// Everybody comes home: empty, or what is wrong.
    QString end();

private:
    Device &anyone() { return m_house[static_cast<int>(m_random.below(3))]; }
    [[nodiscard]] bool chance(quint64 percent) { return m_random.below(100) < percent; }
    [[nodiscard]] QString name() { return QString(QChar(u'a' + static_cast<char16_t>(m_random.below(7)))); }
    template <class T>
    [[nodiscard]] T oneOf(const QList<T> &list)
    {
        return list.isEmpty() ? T()
                              : list.at(static_cast<qsizetype>(m_random.below(static_cast<quint64>(list.size()))));
    }
    [[nodiscard]] QList<ItemRef> itemsOf(const Device &device);
    [[nodiscard]] QList<domain::FolderId> foldersOf(const Device &device);
    void change(Device &device);
    void upload(Device &device);
    void goOn(Device &device, bool toTheEnd);
    void undo(Device &device);
    [[nodiscard]] QString lost();

    support::SeededRandom m_random; ///< what they do; the household has its own for the rest
    Household m_house;
    QHash<QByteArray, QString> m_made; ///< contents that somebody uploaded and did not take back before they went up
};

QList<ItemRef> Campaign::itemsOf(const Device &device)
{
    QList<ItemRef> items = device.read().trashIds();
    for (const domain::FolderId folder : foldersOf(device))
        items += device.read().childIds(folder, {});
    return items;
}

QList<domain::FolderId> Campaign::foldersOf(const Device &device)
{
    QList<domain::FolderId> folders{domain::rootFolder};
    for (qsizetype i = 0; i < folders.size() && i < 100; ++i) {
        for (const domain::Folder &child : device.read().childFolders(folders.at(i)))
            folders.append(child.id);
    }
    return folders;
}

void Campaign::change(Device &device)
{
    const auto kind = static_cast<OperationKind>(m_random.below(5));
    const domain::FolderId folder = oneOf(foldersOf(device));
    if (kind == OperationKind::CreateFolder) {
        device.makeFolder(name(), folder);
        return;
    }
    domain::Operation operation = device.make(kind, oneOf(itemsOf(device)));
    if (kind == OperationKind::Move)
        operation.parentId = folder;
    if (kind == OperationKind::Rename)
        operation.name = name();
    // What is not possible there is refused there; both are fine.
    (void)device.change(operation);
}

void Campaign::upload(Device &device)
{
    domain::Transfer transfer;
    transfer.id = domain::makeId<domain::TransferId>(m_house.clock, m_random);
    transfer.fileId = domain::makeId<domain::FileId>(m_house.clock, m_random);
    transfer.folderId = oneOf(foldersOf(device));
    transfer.filename = name();
    transfer.sha256 = m_house.server.newContent();
    transfer.createdAt = m_house.clock.now();
    transfer.onConflict = chance(30) ? domain::OnConflict::Replace : domain::OnConflict::KeepBoth;
    if (device.write([&](mirror::Writer &writer) { return writer.addTransfers({transfer}); }))
        m_made.insert(transfer.sha256, transfer.filename);
}

/// Uploads go through, or their answer is lost and they are asked for again later.
void Campaign::goOn(Device &device, bool toTheEnd)
{
    for (const domain::Transfer &transfer : device.read().unfinishedTransfers()) {
        if (!toTheEnd && !chance(40))
            continue;
        // As the queue does: what goes into a folder waits until the server has it.
        const auto folder = device.read().folder(transfer.folderId);
        if (!transfer.folderId.isNull() && folder && folder->revision == 0 && !toTheEnd)
            continue;
        const domain::File file = m_house.server.complete(transfer);
        if (toTheEnd || chance(70))
            (void)device.write([&](mirror::Writer &writer) { return writer.finishUpload(transfer, file); });
    }
}

void Campaign::undo(Device &device)
{
    const auto undone = chance(70)   ? device.undo()
                        : chance(60) ? device.redo()
                                     : [&] {
                                           const auto actions = device.read().actions(10);
                                           return device.undo(oneOf(actions).id);
                                       }();
    if (!undone || !undone->uploads || chance(30)) // a crash before the queue hears of it
        return;
    for (const domain::Transfer &transfer : device.read().unfinishedTransfers()) {
        const domain::TransferId action = transfer.groupId.isNull() ? transfer.id : transfer.groupId;
        if (action.bytes() != undone->action.id.bytes())
            continue;
        m_made.remove(transfer.sha256);
        (void)device.write([&](mirror::Writer &writer) { return writer.removeTransfer(transfer.id); });
    }
}

void Campaign::step()
{
    Device &device = anyone();
    const quint64 dice = m_random.below(100);
    if (dice < 30)
        change(device);
    else if (dice < 40)
        upload(device);
    else if (dice < 50)
        goOn(device, false);
    else if (dice < 62)
        undo(device);
    else if (dice < 65)
        device.restart();
    else if (dice < 73)
        device.setOnline(!device.isOnline());
    else if (dice < 95)
        m_house.scheduler.advance(std::chrono::milliseconds(m_random.below(900)));
    else
        m_house.scheduler.advance(std::chrono::seconds(m_random.below(90)));
}

QString Campaign::lost()
{
    QSet<QByteArray> there;
    for (const domain::File &file : m_house.server.files())
        there.insert(file.contentSha256);
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made) {
        if (!there.contains(made.key()))
            return QStringLiteral("lost: ") + made.value();
    }
    return {};
}

QString Campaign::end()
{
    if (!m_house.settle())
        return QStringLiteral("does not come to rest");
    m_house.server.faultsPercent = 0;
    for (int i = 0; i < 3; ++i)
        goOn(m_house[i], true);
    if (!m_house.settle())
        return QStringLiteral("does not come to rest after the uploads");
    const QString differences = m_house.differences();
    return differences.isEmpty() ? lost() : differences;
}

} // namespace

/// All mirrors end equal to the server, and nothing that somebody made disappears without being in trash, in the queue
/// or in a question. LEARNLAB_SEED=N replays one, LEARNLAB_SEEDS=N tries so many.
class TestConvergence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void everybodyAgrees();
};

void TestConvergence::everybodyAgrees()
{
    const quint64 only = qEnvironmentVariable("LEARNLAB_SEED").toULongLong();
    constexpr int mostCampaigns = 50'000;
    bool counted = false;
    const int wanted = qEnvironmentVariableIntValue("LEARNLAB_SEEDS", &counted);
    const quint64 count = counted ? static_cast<quint64>(std::clamp(wanted, 0, mostCampaigns)) : 200;
    for (quint64 seed = only ? only : 1; seed <= (only ? only : count); ++seed) {
        Campaign campaign(seed);
        for (int i = 0; i < 60; ++i)
            campaign.step();
        const QString wrong = campaign.end();
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
    }
}

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
