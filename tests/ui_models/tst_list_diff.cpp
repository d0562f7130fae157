#include "list_diff.h"

#include <QTest>

using namespace learnlab;
using ui::ListDiff;

class ListDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaysToTheTarget();
    void keepsWhatStays();
    void givesUpWhenScattered();
};

namespace {

domain::ItemRef ref(int number)
{
    domain::ItemRef ref;
    ref.id[0] = static_cast<quint8>(number / 256);
    ref.id[1] = static_cast<quint8>(number % 256);
    return ref;
}

QList<domain::ItemRef> shuffled(support::SeededRandom &random, int count, int universe)
{
    QList<domain::ItemRef> list;
    for (int i = 0; i < universe; ++i)
        list.append(ref(i));
    for (qsizetype i = list.size() - 1; i > 0; --i)
        list.swapItemsAt(i, static_cast<qsizetype>(random.below(static_cast<quint64>(i) + 1)));
    return list.mid(0, count);
}

QList<domain::ItemRef> replay(QList<domain::ItemRef> list, const ListDiff &diff, const QList<domain::ItemRef> &target)
{
    for (const auto &range : diff.removals)
        list.remove(range.first, range.last - range.first + 1);
    if (diff.reordered)
        list = diff.kept;
    for (const auto &range : diff.insertions) {
        for (int i = range.first; i <= range.last; ++i)
            list.insert(i, target.at(i));
    }
    return list;
}

} // namespace

void ListDiffTest::replaysToTheTarget()
{
    support::SeededRandom random(7);
    for (int round = 0; round < 500; ++round) {
        const auto from = shuffled(random, static_cast<int>(random.below(40)), 40);
        const auto to = shuffled(random, static_cast<int>(random.below(40)), 40);
        const ListDiff diff = ui::diffLists(from, to);
        QVERIFY(!diff.tooMany);
        QCOMPARE(replay(from, diff, to), to);
    }
}

void ListDiffTest::keepsWhatStays()
{
    const QList<domain::ItemRef> from{ref(1), ref(2), ref(3), ref(4)};
    const QList<domain::ItemRef> to{ref(1), ref(5), ref(3), ref(4)};
    const ListDiff diff = ui::diffLists(from, to);
    QVERIFY(!diff.reordered);
    QCOMPARE(diff.removals, (QList<ListDiff::Range>{{1, 1}}));
    QCOMPARE(diff.insertions, (QList<ListDiff::Range>{{1, 1}}));
}

void ListDiffTest::givesUpWhenScattered()
{
    QList<domain::ItemRef> from;
    QList<domain::ItemRef> to;
    for (int i = 0; i < 2000; ++i) {
        from.append(ref(i));
        to.append(ref(i % 2 ? i : i + 10'000));
    }
    QVERIFY(ui::diffLists(from, to).tooMany);
}

QTEST_GUILESS_MAIN(ListDiffTest)
#include "tst_list_diff.moc"
