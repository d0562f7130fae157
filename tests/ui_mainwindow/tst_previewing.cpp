// Pictures of files in the real window: list or grid, the preview by its keys, and what it says of files that are
// elsewhere.
#include "gallery_world.h"

#include "ui/browse/browse_page.h"
#include "ui/browse/file_grid_view.h"
#include "ui/common/appearance.h"
#include "ui/preview/preview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace learnlab;
using tests::GalleryWorld;
using tests::MirrorFixture;

class PreviewingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<ui::Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }
    void init();
    void cleanup() { m_world.reset(); }

    void theChoiceOfAViewIsRemembered();
    void spaceShowsAndGoesOn();
    void whatIsElsewhereIsFetchedWhenSmall();
    void whatIsLargeIsOffered();
    void offlineItIsSaid();
    void whatIsUploadedIsShownFromItsPlace();
    void openingLeavesThePreview();

private:
    [[nodiscard]] ui::BrowsePage *page() const { return m_world->window().findChild<ui::BrowsePage *>(); }
    [[nodiscard]] ui::Preview *card() const { return m_world->window().findChild<ui::Preview *>(); }
    [[nodiscard]] bool says(const QString &part) const;
    void look(int file);
    template <class T>
    [[nodiscard]] T *shown() const
    {
        T *found = card()->findChild<T *>();
        return found && found->isVisible() ? found : nullptr;
    }

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<GalleryWorld> m_world;
};

void PreviewingTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_world = std::make_unique<GalleryWorld>();
    m_world->addContents();
    m_world->open({1280, 800});
}

bool PreviewingTest::says(const QString &part) const
{
    const auto labels = card()->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

void PreviewingTest::look(int file)
{
    page()->list()->selectIds({domain::toBlob(MirrorFixture::fileId(file))});
    QTest::keyClick(page()->list(), Qt::Key_Space);
    QTRY_VERIFY(card()->isVisible()); // as soon as its row has been read
}

void PreviewingTest::theChoiceOfAViewIsRemembered()
{
    QVERIFY(!page()->grid()->isVisible());
    QTest::keyClick(&m_world->window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(page()->grid()->isVisible() && page()->grid()->hasFocus());
    QTest::keyClick(&m_world->window(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(page()->grid()->zoom(), ui::FileGridView::usualZoom + 1);
    support::Settings settings(m_world->settingsPath());
    QVERIFY(m_world->settings().save());
    ui::MainWindow again(m_world->backend(), settings, m_world->clock());
    QCOMPARE(again.findChild<ui::BrowsePage *>()->viewMode(), ui::ViewMode::Grid);
    QCOMPARE(again.findChild<ui::FileGridView *>()->zoom(), ui::FileGridView::usualZoom + 1);
    QTest::keyClick(&m_world->window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page()->list()->isVisible() && page()->list()->hasFocus());
}

void PreviewingTest::spaceShowsAndGoesOn()
{
    look(4); // notes in Markdown
    QTRY_VERIFY_WITH_TIMEOUT(shown<QTextBrowser>(), 60'000);
    QVERIFY(m_world->backend().asked.isEmpty());
    const int row = page()->list()->currentIndex().row();
    QTest::keyClick(card(), Qt::Key_Right);
    QCOMPARE(page()->list()->currentIndex().row(), row + 1);
    QTest::keyClick(card(), Qt::Key_Left);
    QTRY_VERIFY_WITH_TIMEOUT(shown<QTextBrowser>(), 60'000);
    QTest::keyClick(card(), Qt::Key_Space);
    QVERIFY(!card()->isVisible());
    QVERIFY(page()->list()->hasFocus());
    QCOMPARE(page()->list()->currentIndex().row(), row);
    // The same in the grid, and for a folder there is its icon.
    QTest::keyClick(&m_world->window(), Qt::Key_2, Qt::ControlModifier);
    page()->list()->selectRow(0);
    QTest::keyClick(page()->grid(), Qt::Key_Space);
    QVERIFY(card()->isVisible() && says(QStringLiteral("item")));
    QTest::keyClick(card(), Qt::Key_Escape);
    QVERIFY(page()->grid()->hasFocus());
}

void PreviewingTest::whatIsElsewhereIsFetchedWhenSmall()
{
    QTemporaryDir elsewhere;
    QFile fetched(elsewhere.filePath(QStringLiteral("draft")));
    QVERIFY(fetched.open(QIODevice::WriteOnly) && fetched.write("def fetched(): pass\n") > 0);
    fetched.close();
    mirror::ChangesPage page;
    page.files = {m_world->mirror().file(90, QStringLiteral("elsewhere.py"), m_world->home(), 20)};
    m_world->backend().openedPath = fetched.fileName();
    Q_EMIT m_world->backend().mirrorChanged(m_world->mirror().apply(page));
    QTRY_COMPARE(this->page()
                     ->list()
                     ->model()
                     ->match(this->page()->list()->model()->index(0, 0), ui::IdRole,
                             domain::toBlob(MirrorFixture::fileId(90)), 1, Qt::MatchExactly)
                     .size(),
                 1);
    look(90);
    QTRY_COMPARE(m_world->backend().asked,
                 QStringList(QStringLiteral("open %1").arg(domain::toText(MirrorFixture::fileId(90)))));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QPlainTextEdit>(), 60'000);
    QCOMPARE(shown<QPlainTextEdit>()->toPlainText(), QStringLiteral("def fetched(): pass\n"));
}

void PreviewingTest::whatIsLargeIsOffered()
{
    mirror::ChangesPage page;
    page.files = {m_world->mirror().file(91, QStringLiteral("large.pdf"), m_world->home(), 90'000'000)};
    Q_EMIT m_world->backend().mirrorChanged(m_world->mirror().apply(page));
    QTRY_COMPARE(this->page()
                     ->list()
                     ->model()
                     ->match(this->page()->list()->model()->index(0, 0), ui::IdRole,
                             domain::toBlob(MirrorFixture::fileId(91)), 1, Qt::MatchExactly)
                     .size(),
                 1);
    look(91);
    QTRY_VERIFY(says(QStringLiteral("not on this computer")));
    QVERIFY(m_world->backend().asked.isEmpty());
    m_world->backend().next = domain::Error{domain::ErrorCode::Timeout, {}};
    const auto buttons = card()->findChildren<QPushButton *>();
    const auto fetch = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
        return button->isVisible() && button->text().contains(QStringLiteral("90"));
    });
    QVERIFY(fetch != buttons.cend());
    (*fetch)->click();
    QVERIFY(!m_world->backend().asked.isEmpty());
    QVERIFY(!says(QStringLiteral("Fetching")));
    // A film is not worth fetching for this.
    QTest::keyClick(card(), Qt::Key_Escape);
    look(8);
    QTRY_VERIFY(says(QStringLiteral("no preview")));
}

void PreviewingTest::offlineItIsSaid()
{
    mirror::ChangesPage page;
    page.files = {m_world->mirror().file(92, QStringLiteral("small.pdf"), m_world->home(), 90)};
    Q_EMIT m_world->backend().mirrorChanged(m_world->mirror().apply(page));
    QTRY_COMPARE(this->page()
                     ->list()
                     ->model()
                     ->match(this->page()->list()->model()->index(0, 0), ui::IdRole,
                             domain::toBlob(MirrorFixture::fileId(92)), 1, Qt::MatchExactly)
                     .size(),
                 1);
    m_world->goOffline();
    look(92);
    QTRY_VERIFY(says(QStringLiteral("You are offline")));
    QVERIFY(m_world->backend().asked.isEmpty());
}

void PreviewingTest::whatIsUploadedIsShownFromItsPlace()
{
    m_world->addTransfers(); // the film comes from a folder that is not there
    const auto *model = page()->list()->model();
    const QModelIndex film =
        model->match(model->index(0, 0), ui::IdRole, domain::toBlob(MirrorFixture::fileId(8)), 1, Qt::MatchExactly)
            .value(0);
    QTRY_COMPARE(film.data(ui::StatusRole).value<ui::ItemStatus>(), ui::ItemStatus::Uploading);
    look(8);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("could not be read")), 60'000);
}

void PreviewingTest::openingLeavesThePreview()
{
    QSignalSpy opened(page()->list(), &ui::FileListView::opened);
    m_world->backend().next = domain::Error{domain::ErrorCode::Timeout, {}}; // no program is to be started
    look(6);
    QTest::keyClick(card(), Qt::Key_Return);
    QVERIFY(!card()->isVisible());
    QCOMPARE(opened.size(), 1);
}

QTEST_MAIN(PreviewingTest)
#include "tst_previewing.moc"
