#include "history.h"

#include <QTest>

using namespace learnlab;
using ui::Place;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void forgetsWhatWasAhead();
    void ignoresTheSamePlace();
    void staysBounded();
};

namespace {

Place folder(int number)
{
    domain::FolderId::Bytes bytes{};
    bytes[0] = static_cast<quint8>(number / 256);
    bytes[1] = static_cast<quint8>(number % 256);
    return {.view = Place::View::Folder, .folder = domain::FolderId(bytes)};
}

} // namespace

void HistoryTest::goesBackAndForward()
{
    ui::History history;
    QVERIFY(!history.canGoBack() && !history.canGoForward());
    history.visit(folder(1));
    QVERIFY(!history.canGoBack());
    history.visit(folder(2));
    QVERIFY(history.back() == folder(1));
    QVERIFY(history.canGoForward() && !history.canGoBack());
    QVERIFY(history.forward() == folder(2));
}

void HistoryTest::forgetsWhatWasAhead()
{
    ui::History history;
    for (int i = 1; i <= 3; ++i)
        history.visit(folder(i));
    QVERIFY(history.back() == folder(2));
    history.visit(folder(9));
    QVERIFY(!history.canGoForward());
    QVERIFY(history.back() == folder(2));
}

void HistoryTest::ignoresTheSamePlace()
{
    ui::History history;
    history.visit(folder(1));
    history.visit(folder(1));
    QVERIFY(!history.canGoBack());
}

void HistoryTest::staysBounded()
{
    ui::History history;
    for (int i = 0; i < 1000; ++i)
        history.visit(folder(i));
    int steps = 0;
    Place last;
    while (history.canGoBack()) {
        last = history.back();
        ++steps;
    }
    QCOMPARE(steps, 99);
    QVERIFY(last == folder(900));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
