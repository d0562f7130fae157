#include "fixture_model.h"

#include <ui/browse/browse_page.h>
#include <ui/browse/offline_bar.h>
#include <ui/common/appearance.h>
#include <ui/common/drop_pill.h>
#include <ui/common/item_mime.h>
#include <ui/common/search_field.h>
#include <mirror/search_query.h>

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace learnlab::ui;

class TestBrowsePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init()
    {
        m_model = fixtureModel(algorithmsFolder());
        m_page = std::make_unique<BrowsePage>();
        m_page->setPath({{"root", QStringLiteral("All files")},
                         {"mid", QStringLiteral("Semester 3")},
                         {"here", QStringLiteral("Algorithms")}});
        m_page->setModel(m_model.get());
        m_page->resize(1048, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void theOfflineBarTellsWhatIsKeptAndAsksForItsLimit()
    {
        OfflineBar bar;
        QSignalSpy asked(&bar, &OfflineBar::limitChanged);
        bar.showKept({.files = 3, .missing = 1, .missingBytes = 2000, .bytes = 5'000'000, .edited = 1}, 2'000'000'000);
        auto *limit = bar.findChild<QDoubleSpinBox *>();
        QVERIFY(limit && !limit->accessibleName().isEmpty());
        QCOMPARE(limit->value(), 2.0);
        QVERIFY(asked.isEmpty());
        const QString words = bar.findChild<QLabel *>()->text();
        QCOMPARE(words.count(QStringLiteral(" · ")), 3);
        limit->setValue(5);
        QVERIFY2(asked.isEmpty(), "on the way to another value");
        Q_EMIT limit->editingFinished();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toLongLong(), 5'000'000'000);
        limit->setValue(0);
        Q_EMIT limit->editingFinished();
        QCOMPARE(asked.last().first().toLongLong(), 0);
        QCOMPARE(limit->text(), limit->specialValueText());
    }

    void anEmptyListSaysSo()
    {
        auto *empty = m_page->findChild<EmptyState *>();
        m_page->setEmptyContent({QStringLiteral("Nothing here"),
                                 {},
                                 {{QStringLiteral("go"), QStringLiteral("Upload files"), {}, true}},
                                 {},
                                 false});
        QVERIFY(!empty->isVisible());
        m_model->removeRows(0, m_model->rowCount());
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->size(), m_page->list()->viewport()->size());
        QSignalSpy triggered(m_page.get(), &BrowsePage::emptyStateTriggered);
        empty->findChild<QPushButton *>()->click();
        QCOMPARE(triggered.first().first().toString(), QStringLiteral("go"));
        // Late is not empty.
        m_page->setLoading(true);
        QVERIFY(!empty->isVisible());
        m_page->setLoading(false);
        m_model->appendRow(new QStandardItem(QStringLiteral("x")));
        QVERIFY(!empty->isVisible());
    }

    void theBreadcrumbLeadsBack()
    {
        QSignalSpy asked(m_page.get(), &BrowsePage::folderRequested);
        auto *crumbs = m_page->findChild<Breadcrumb *>();
        const auto parts = crumbs->findChildren<QAbstractButton *>();
        const auto part = std::find_if(parts.begin(), parts.end(), [](const QAbstractButton *b) {
            return b->text() == QLatin1String("Semester 3");
        });
        QVERIFY(part != parts.end());
        QTest::mouseClick(*part, Qt::LeftButton);
        QCOMPARE(asked.first().first().toByteArray(), QByteArray("mid"));
    }

    void aDragThatRestsOnThePathOpensIt()
    {
        m_page->resize(1600, 500); // every part has room
        QSignalSpy asked(m_page.get(), &BrowsePage::folderRequested);
        auto *crumbs = m_page->findChild<Breadcrumb *>();
        const auto parts = crumbs->findChildren<QAbstractButton *>();
        const auto part = std::find_if(parts.begin(), parts.end(), [](const QAbstractButton *b) {
            return b->isVisible() && b->text() == QLatin1String("Semester 3");
        });
        QVERIFY(part != parts.end());
        const QPoint over = (*part)->geometry().center();
        const auto items = packItems({QByteArray(16, 'x')});
        QDragEnterEvent enter(over, Qt::MoveAction, items.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(crumbs, &enter);
        QDragMoveEvent move(over, Qt::MoveAction, items.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(crumbs, &move);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 20000);
        QCOMPARE(asked.first().first().toByteArray(), QByteArray("mid"));
    }

    void aLongPathKeepsItsEnd()
    {
        QList<CrumbPart> parts{{"root", QStringLiteral("All files")}};
        for (int i = 0; i < 12; ++i)
            parts.append({QByteArray::number(i), QStringLiteral("A folder with a long name %1").arg(i)});
        m_page->setPath(parts);
        auto *crumbs = m_page->findChild<Breadcrumb *>();
        QStringList shown;
        const auto buttons = crumbs->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                shown.append(button->text());
        }
        QVERIFY(shown.contains(QStringLiteral("…")));
        QVERIFY(shown.contains(QStringLiteral("A folder with a long name 11")));
        QVERIFY(!shown.contains(QStringLiteral("A folder with a long name 1")));
    }

    void searchingLeavesInTwoSteps()
    {
        QSignalSpy changed(m_page.get(), &BrowsePage::searchChanged);
        QSignalSpy left(m_page.get(), &BrowsePage::searchLeft);
        m_page->focusSearch();
        auto *field = m_page->findChild<SearchField *>();
        QTest::keyClicks(field, QStringLiteral("gr"));
        QCOMPARE(changed.last().first().toString(), QStringLiteral("gr"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QVERIFY(m_page->list()->hasFocus());
        m_page->focusSearch();
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(m_page->list()->hasFocus());
        field->setText(QStringLiteral("x"));
        const auto count = changed.size();
        m_page->clearSearch();
        QCOMPARE(changed.size(), count);
    }

    void filtersNarrowASearch()
    {
        QSignalSpy changed(m_page.get(), &BrowsePage::searchChanged);
        const auto chip = [this](const char *name) {
            return m_page->findChild<QToolButton *>(QStringLiteral("filter-") + QLatin1String(name));
        };
        const auto choose = [&chip](const char *name, int choice) { chip(name)->menu()->actions().at(choice)->trigger(); };
        QVERIFY(!chip("type")->isVisible());
        auto *field = m_page->findChild<SearchField *>();
        field->setText(QStringLiteral("sheet"));
        QCOMPARE(changed.takeLast().first().toString(), QStringLiteral("sheet"));
        QVERIFY(chip("type")->isVisible() && chip("offline")->isVisible());
        QCOMPARE(chip("folder")->menu()->actions().size(), 2); // everything, and the folder that is shown
        QVERIFY(chip("folder")->menu()->actions().at(1)->text().contains(QStringLiteral("Algorithms")));
        choose("type", 1);
        QCOMPARE(changed.takeLast().first().toString(), QStringLiteral("sheet type:pdf"));
        QCOMPARE(chip("type")->text(), chip("type")->menu()->actions().at(1)->text());
        choose("time", 2);
        choose("size", 1);
        chip("offline")->click();
        QCOMPARE(changed.takeLast().first().toString(), QStringLiteral("sheet type:pdf since:7d smaller:1M is:offline"));
        choose("type", 0);
        choose("time", 0);
        choose("size", 0);
        choose("folder", 1);
        // What the chips say is understood, whatever the folder is called.
        const auto query = learnlab::mirror::parseSearch(changed.takeLast().first().toString(), {});
        QCOMPARE(query.words, QStringList{QStringLiteral("sheet")});
        QVERIFY(query.offline && query.below.startsWith(QLatin1String("id:")));
        field->clear(); // without words too
        QVERIFY(changed.takeLast().first().toString().contains(QLatin1String("is:offline")));
        m_page->clearSearch();
        QVERIFY(!chip("offline")->isVisible());
        field->setText(QStringLiteral("sheet"));
        QCOMPARE(changed.takeLast().first().toString(), QStringLiteral("sheet")); // a search begins with all
    }

    void filtersStandInTwoLinesWhereOneIsTooShort()
    {
        m_page->findChild<SearchField *>()->setText(QStringLiteral("a"));
        const auto chips = [this] {
            QList<QWidget *> found;
            for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
                if (button->objectName().startsWith(QLatin1String("filter-")))
                    found.append(button);
            }
            return found;
        };
        QCOMPARE(chips().size(), 5);
        for (const int width : {1048, 560, 420}) {
            m_page->resize(width, 500);
            QList<QRect> places;
            QRect all;
            for (const QWidget *chip : chips()) {
                const QRect at(chip->mapTo(m_page.get(), QPoint()), chip->size());
                QVERIFY(m_page->rect().contains(at));
                QVERIFY(at.height() >= 28); // can be hit
                QVERIFY(std::none_of(places.cbegin(), places.cend(), [&at](const QRect &place) { return place.intersects(at); }));
                places.append(at);
                all |= at;
            }
            QVERIFY((all.height() > places.first().height()) == (width == 420) || width == 560);
        }
    }

    void aNarrowWindowKeepsEverythingInReach()
    {
        m_page->resize(560, 500);
        auto *field = m_page->findChild<SearchField *>();
        QVERIFY(!field->isVisible());
        m_page->focusSearch();
        QVERIFY(field->isVisible());
        for (const QWidget *part : m_page->findChildren<QToolButton *>())
            QVERIFY(!part->isVisible() ||
                    m_page->rect().contains(QRect(part->mapTo(m_page.get(), QPoint()), part->size())));
    }

    void aDragNamesItsTarget()
    {
        auto *pill = m_page->findChild<DropPill *>();
        m_page->showDropTarget(QStringLiteral("Trash"), true);
        QVERIFY(pill->isVisible());
        m_page->showDropTarget({}, false);
        QVERIFY(!pill->isVisible());
    }

    void bannersSayWhatToDo()
    {
        QSignalSpy actions(m_page->banner(), &Banner::actionTriggered);
        m_page->banner()->showMessage({Banner::Kind::Warning,
                                       QStringLiteral("offline"),
                                       QStringLiteral("You are offline."),
                                       QStringLiteral("Nothing is lost."),
                                       {{QStringLiteral("retry"), QStringLiteral("Try again"), false}}});
        QVERIFY(m_page->banner()->isVisible());
        m_page->banner()->findChild<QPushButton *>()->click();
        QCOMPARE(actions.first().first().toString(), QStringLiteral("retry"));
    }

    void whatAPlaceCannotDoIsNotOffered()
    {
        m_page->setAbilities({false, false, false, false});
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible(), qPrintable(button->text()));
    }

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<BrowsePage> m_page;
};

QTEST_MAIN(TestBrowsePage)
#include "tst_browse_page.moc"
