#include "ui_fakes/mirror_fixture.h"

#include "ui/models/transfer_tree_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace learnlab;
using domain::TransferState;
using tests::MirrorFixture;
using ui::TransferTab;
using ui::TransferTreeModel;

class TransferTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsADropAsOneRow();
    void keepsProblemsInSight();
    void addsUpWhatMoves();
    void asksForAnotherOrder();
    void survivesRandomChanges();

private:
    [[nodiscard]] domain::Transfer upload(int number, int group, TransferState state = TransferState::Queued) const;
    void add(const QList<domain::Transfer> &transfers);
    void change(domain::Transfer transfer, TransferState state, std::optional<domain::ErrorCode> error = {});
    void tell();
    [[nodiscard]] QStringList rows(const QModelIndex &parent = {}) const;

    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<TransferTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TransferTreeModelTest::init()
{
    m_mirror = std::make_unique<MirrorFixture>();
    m_model = std::make_unique<TransferTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setMirror(&m_mirror->pool());
}

void TransferTreeModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_mirror.reset();
}

domain::Transfer TransferTreeModelTest::upload(int number, int group, TransferState state) const
{
    domain::Transfer transfer;
    transfer.id = domain::TransferId({1, static_cast<quint8>(number)});
    transfer.groupId = domain::TransferId({2, static_cast<quint8>(group)});
    transfer.fileId = MirrorFixture::fileId(1000 + number);
    transfer.state = state;
    transfer.filename = QStringLiteral("file %1").arg(number);
    transfer.localPath = QByteArray("/tmp/file ") + QByteArray::number(number);
    transfer.bytesTotal = 1000;
    return transfer;
}

void TransferTreeModelTest::add(const QList<domain::Transfer> &transfers)
{
    QVERIFY(m_mirror->writer().addTransfers(transfers));
    tell();
}

void TransferTreeModelTest::change(domain::Transfer transfer, TransferState state, std::optional<domain::ErrorCode> error)
{
    transfer.state = state;
    if (error)
        transfer.error = domain::Error{*error};
    QVERIFY(m_mirror->writer().updateTransfer(transfer));
    tell();
}

void TransferTreeModelTest::tell()
{
    QSignalSpy read(m_model.get(), &TransferTreeModel::countsChanged);
    m_model->applyChange(m_mirror->writer().takeChange());
    QTRY_VERIFY(!read.isEmpty());
}

QStringList TransferTreeModelTest::rows(const QModelIndex &parent) const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(parent); ++row)
        names << m_model->index(row, 0, parent).data().toString();
    return names;
}

void TransferTreeModelTest::showsADropAsOneRow()
{
    QVERIFY(m_mirror->writer().addTransferGroup({.id = domain::TransferId({2, 1}), .name = QStringLiteral("Project")}));
    add({upload(1, 1), upload(2, 1), upload(3, 1), upload(4, 2)});
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("Project"), QStringLiteral("file 4")}));
    QCOMPARE(m_model->count(TransferTab::Active), 4);
    const QModelIndex group = m_model->index(0, 0);
    QVERIFY(m_model->hasChildren(group));
    QCOMPARE(m_model->rowCount(group), 0); // closed: nothing of it was read
    m_model->setOpen(group, true);
    QTRY_COMPARE(m_model->rowCount(group), 3);
    QCOMPARE(m_model->index(1, 0, group).parent(), group);
    change(upload(2, 1), TransferState::Preparing);
    QTRY_COMPARE(m_model->index(1, 0, group).data(ui::TransferStateRole).value<TransferState>(), TransferState::Preparing);
    QVERIFY(!m_model->groupAt(group).isNull());
    QVERIFY(m_model->transferAt(m_model->index(1, 0, group)));
}

void TransferTreeModelTest::keepsProblemsInSight()
{
    add({upload(1, 1), upload(2, 2)});
    change(upload(2, 2), TransferState::Failed, domain::ErrorCode::NameTaken);
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->index(1, 0).data(ui::TransferRowKindRole).value<ui::TransferRowKind>(), ui::TransferRowKind::Section);
    QVERIFY(!(m_model->index(1, 0).flags() & Qt::ItemIsSelectable));
    QCOMPARE(m_model->index(2, 0).data(ui::TransferNextStepRole).value<domain::NextStep>(), domain::NextStep::ResolveName);
    QVERIFY(!m_model->index(2, 0).data(ui::TransferErrorTitleRole).toString().isEmpty());
    m_model->setTab(TransferTab::Failed);
    QTRY_COMPARE(rows(), QStringList{QStringLiteral("file 2")});
    m_model->setTab(TransferTab::Done);
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TransferTreeModelTest::addsUpWhatMoves()
{
    add({upload(1, 1), upload(2, 1)});
    domain::Transfer moving = upload(1, 1);
    change(moving, TransferState::Preparing);
    moving.bytesDone = 100;
    change(moving, TransferState::Sending);
    QTRY_VERIFY(m_model->rowCount() == 1 && m_model->index(0, 0).data(ui::TransferProgressRole).toDouble() > 0);
    QCOMPARE(m_model->index(0, 0).data(ui::TransferProgressRole).toDouble(), 0.05);
    m_model->setLiveNumbers({{moving.id, {.bytesDone = 500, .bytesPerSecond = 2'000'000}}});
    QCOMPARE(m_model->index(0, 0).data(ui::TransferProgressRole).toDouble(), 0.25);
    QCOMPARE(m_model->index(0, 0).data(ui::TransferSpeedRole).toString(), QStringLiteral("2 MB/s"));
}

void TransferTreeModelTest::asksForAnotherOrder()
{
    add({upload(1, 1), upload(2, 2), upload(3, 3)});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QSignalSpy asked(m_model.get(), &TransferTreeModel::orderRequested);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(2, 0)}));
    QVERIFY(data);
    m_model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {});
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().at(0).value<domain::TransferId>() == upload(3, 3).id);
    QVERIFY(asked.first().at(1).value<domain::TransferId>() == upload(1, 1).id);
    QVERIFY(m_mirror->writer().moveTransferFirst(upload(3, 3).id));
    tell();
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("file 3"), QStringLiteral("file 1"), QStringLiteral("file 2")}));
}

void TransferTreeModelTest::survivesRandomChanges()
{
    support::SeededRandom random(5);
    QHash<int, TransferState> known;
    for (int round = 0; round < 12; ++round) {
        QList<domain::Transfer> more;
        for (int i = 0; i < 3; ++i) {
            const int number = round * 3 + i + 1;
            more.append(upload(number, static_cast<int>(random.below(6)) + 1));
            known.insert(number, TransferState::Queued);
        }
        QVERIFY(m_mirror->writer().addTransfers(more));
        for (const domain::Transfer &transfer : m_mirror->writer().read().unfinishedTransfers()) {
            domain::Transfer changed = transfer;
            changed.state = random.below(2) == 0 ? TransferState::Paused : TransferState::Failed;
            if (random.below(4) == 0 && domain::lawfulChange(transfer.state, changed.state))
                QVERIFY(m_mirror->writer().updateTransfer(changed));
        }
        tell();
        if (m_model->rowCount() > 0)
            m_model->setOpen(m_model->index(static_cast<int>(random.below(static_cast<quint64>(m_model->rowCount()))), 0), random.below(2) == 0);
        m_model->setTab(static_cast<TransferTab>(random.below(3)));
    }
    m_model->setTab(TransferTab::Failed);
    const auto failed = m_mirror->writer().read().transferTotals().failed;
    QTRY_COMPARE(m_model->rowCount(), static_cast<int>(failed));
}

QTEST_GUILESS_MAIN(TransferTreeModelTest)
#include "tst_transfer_tree_model.moc"
