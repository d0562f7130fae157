#include "list_diff.h"

#include <QSet>
#include <QTest>

using namespace learnlab;
using ui::ListStep;

class ListDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsAFewToTheFront();
    void replaysToTheTarget();
    void keepsWhatStays();
    void gathersWhatIsScattered();
    void leavesTheEndsAlone();
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

/// Takes the steps, and asks of each that it fits the list and that an order says truly where each row goes.
void replay(QList<domain::ItemRef> *list, const QList<ListStep> &steps)
{
    for (const ListStep &step : steps) {
        const QList<domain::ItemRef> before = *list;
        ui::takeStep(list, step);
        if (step.kind != ListStep::Kind::Order)
            continue;
        QCOMPARE(step.places.size(), step.refs.size());
        QCOMPARE(QSet<int>(step.places.cbegin(), step.places.cend()).size(), step.places.size());
        for (int i = 0; i < step.places.size(); ++i)
            QVERIFY(list->at(step.first + step.places.at(i)) == before.at(step.first + i));
    }
}

} // namespace

void ListDiffTest::bringsAFewToTheFront()
{
    support::SeededRandom random(11);
    for (int round = 0; round < 50; ++round) {
        const QList<domain::ItemRef> before = shuffled(random, 200, 200);
        const QList<domain::ItemRef> front = shuffled(random, static_cast<int>(random.below(30)), 200);
        const auto step = ui::bringToFront(before, front);
        QVERIFY(step.has_value());
        QList<domain::ItemRef> list = before;
        replay(&list, {*step});
        QCOMPARE(list.mid(0, front.size()), front);
        QList<domain::ItemRef> rest = before;
        rest.removeIf([&front](const domain::ItemRef &one) { return front.contains(one); });
        QCOMPARE(list.mid(front.size()), rest);
        QVERIFY(!ui::bringToFront(before, front + QList<domain::ItemRef>{ref(5000)}));
    }
}

void ListDiffTest::replaysToTheTarget()
{
    support::SeededRandom random(7);
    for (int round = 0; round < 400; ++round) {
        const int universe = round % 4 == 0 ? 400 : 40; // the larger ones have more ranges than are told one by one
        auto list = shuffled(random, static_cast<int>(random.below(static_cast<quint64>(universe))), universe);
        const auto to = shuffled(random, static_cast<int>(random.below(static_cast<quint64>(universe))), universe);
        replay(&list, ui::stepsBetween(list, to));
        QVERIFY(list == to);
    }
}

void ListDiffTest::keepsWhatStays()
{
    const QList<domain::ItemRef> from{ref(1), ref(2), ref(3), ref(4)};
    const QList<domain::ItemRef> to{ref(1), ref(5), ref(3), ref(4)};
    const QList<ListStep> steps = ui::stepsBetween(from, to);
    QCOMPARE(steps.size(), 2);
    QVERIFY(steps.at(0).kind == ListStep::Kind::Remove && steps.at(0).first == 1 && steps.at(0).count == 1);
    QVERIFY(steps.at(1).kind == ListStep::Kind::Insert && steps.at(1).first == 1 && steps.at(1).refs == QList{ref(5)});
    QVERIFY(ui::stepsBetween(to, to).isEmpty());
}

void ListDiffTest::gathersWhatIsScattered()
{
    QList<domain::ItemRef> from;
    QList<domain::ItemRef> to;
    for (int i = 0; i < 2000; ++i) {
        from.append(ref(i));
        to.append(ref(i % 2 ? i : i + 10'000));
    }
    const QList<ListStep> steps = ui::stepsBetween(from, to);
    QCOMPARE(steps.size(), 4);
    replay(&from, steps);
    QVERIFY(from == to);
}

void ListDiffTest::leavesTheEndsAlone()
{
    QList<domain::ItemRef> from;
    for (int i = 0; i < 1000; ++i)
        from.append(ref(i));
    QList<domain::ItemRef> to = from;
    to.swapItemsAt(500, 502);
    const QList<ListStep> steps = ui::stepsBetween(from, to);
    QCOMPARE(steps.size(), 1);
    QVERIFY(steps.first().kind == ListStep::Kind::Order);
    QCOMPARE(steps.first().first, 500);
    QCOMPARE(steps.first().count, 3);
}

QTEST_GUILESS_MAIN(ListDiffTest)
#include "tst_list_diff.moc"
