// Paints the real window in every state that it has, and keeps the pictures when LEARNLAB_SCREENSHOTS names a folder (see
// scripts/screenshots). As a test it asks that everything paints: in both themes, both directions, narrow, in high
// contrast and with letters twice as large.
#include "few_colors.h"
#include "gallery_world.h"
#include "settings_pages.h"
#include "picture_compare.h"

#include "ui/account/sign_in_page.h"
#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/common/fonts.h"
#include "ui/common/side_bar.h"
#include "ui/common/theme.h"
#include "ui/browse/file_grid_view.h"
#include "ui/common/thumbnails.h"
#include "ui/common/toast.h"
#include "ui/preview/preview.h"
#include "ui/details/details_pane.h"
#include "ui/details/links_page.h"
#include "ui/transfers/changes_dialog.h"
#include "ui/transfers/conflict_dialog.h"
#include "ui/settings/language.h"
#include "ui/settings/settings_dialog.h"
#include "ui/transfers/transfers_panel.h"
#include "ui/transfers/upload_question.h"

#include <QAbstractAnimation>
#include <QApplication>
#include <QScopeGuard>
#include <QPushButton>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QMimeData>
#include <QPainter>
#include <QRadioButton>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace learnlab;
using tests::GalleryWorld;
using tests::MirrorFixture;

namespace {

constexpr QSize usual(1280, 800);

// Growing and rising last 150 ms at most.
bool nothingMoves(const QWidget &widget)
{
    const auto animations = widget.findChildren<QAbstractAnimation *>();
    return std::none_of(animations.cbegin(), animations.cend(), [](const QAbstractAnimation *animation) { return animation->state() == QAbstractAnimation::Running; });
}

/// Words, numbers and direction, until it goes.
class InArabic
{
public:
    InArabic() { m_language.speak(QStringLiteral("ar")); }
    ~InArabic()
    {
        QLocale::setDefault(m_before);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    const QLocale m_before;
    ui::Language m_language{QStringLiteral(LEARNLAB_BINARY_DIR "/app/desktop")};
};

} // namespace

class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_appearance.reset(); }
    void init() { choose(false); }

    void mainList_data() { themes(); }
    void mainList();
    void grid_data() { themes(); }
    void grid();
    void gridRightToLeft();
    void preview_data() { themes(); }
    void preview();
    void details_data() { themes(); }
    void details();
    void detailsRightToLeft();
    void links_data() { themes(); }
    void links();
    void transfers_data() { themes(); }
    void transfers();
    void offline_data() { themes(); }
    void offline();
    void drop_data() { themes(); }
    void drop();
    void dialogs_data() { themes(); }
    void dialogs();
    void settings_data() { themes(); }
    void settings();
    void signIn_data() { themes(); }
    void signIn();
    void menu();
    void search();
    void places();
    void narrow();
    void rightToLeft();
    void twiceTheText();
    void highContrast();

private:
    void themes();
    void choose(bool dark);
    void keep(QWidget &widget, const char *name, bool themed = true);
    void keepOver(QWidget &window, QWidget &dialog, const char *name, bool themed = true);
    void showSettings(GalleryWorld &world, const char *suffix);
    void store(const QImage &image, const QString &name);
    void guard(const QImage &image, const QString &name);
    static void showGrid(GalleryWorld &world);
    [[nodiscard]] static ui::BrowsePage *page(GalleryWorld &world) { return world.window().findChild<ui::BrowsePage *>(); }

    std::unique_ptr<ui::Appearance> m_appearance;
    QTranslator m_words;
    bool m_dark = false;
};

void GalleryTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_appearance = std::make_unique<ui::Appearance>();
    // Plural forms are in a file in English too.
    if (m_words.load(QStringLiteral(LEARNLAB_BINARY_DIR "/app/desktop/learnlab_en.qm")))
        QApplication::installTranslator(&m_words);
}

void GalleryTest::themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void GalleryTest::choose(bool dark)
{
    m_dark = dark;
    m_appearance->setChoice(dark ? ui::Appearance::Choice::Dark : ui::Appearance::Choice::Light);
}

void GalleryTest::store(const QImage &image, const QString &name)
{
    // A page of one colour is a page that did not paint.
    bool varied = false;
    for (int y = 0; y < image.height() && !varied; y += 3) {
        for (int x = 0; x < image.width() && !varied; x += 3)
            varied = image.pixel(x, y) != image.pixel(0, 0);
    }
    QVERIFY(varied);
    const QString folder = qEnvironmentVariable("LEARNLAB_SCREENSHOTS");
    if (folder.isEmpty())
        return guard(image, name);
    QDir().mkpath(folder);
    QVERIFY(tests::withFewColors(image).save(QStringLiteral("%1/%2%3.png").arg(folder, name, qEnvironmentVariable("LEARNLAB_SCREENSHOTS_SUFFIX")), "PNG", 0));
}

// A handful of screens look as in docs/screenshots: what has changed them on purpose takes them anew (scripts/screenshots).
void GalleryTest::guard(const QImage &image, const QString &name)
{
    static const QStringList guarded{QStringLiteral("main-list-light"), QStringLiteral("main-list-dark"), QStringLiteral("offline-light"),
                                     QStringLiteral("transfers-failed-light"), QStringLiteral("sign-in-light"), QStringLiteral("narrow")};
    if (!guarded.contains(name))
        return;
    constexpr double tolerance = 0.12;
    const QImage known(QStringLiteral(LEARNLAB_SOURCE_DIR "/docs/screenshots/%1.png").arg(name));
    const double difference = tests::unlikeness(image, known);
    qInfo("%s: %.3f", qPrintable(name), difference);
    if (difference > tolerance)
        image.save(QDir::tempPath() + QStringLiteral("/learnlab-%1.png").arg(name));
    QVERIFY2(difference <= tolerance, qPrintable(QStringLiteral("%1 does not look as it did (%2): see it in %3").arg(name).arg(difference).arg(QDir::tempPath())));
}

void GalleryTest::keep(QWidget &widget, const char *name, bool themed)
{
    QTRY_VERIFY(nothingMoves(widget));
    QCoreApplication::processEvents();
    const QString suffix = !themed ? QString() : m_dark ? QStringLiteral("-dark") : QStringLiteral("-light");
    store(widget.grab().toImage(), QLatin1String(name) + suffix);
}

void GalleryTest::keepOver(QWidget &window, QWidget &dialog, const char *name, bool themed)
{
    dialog.ensurePolished();
    QCoreApplication::processEvents();
    QPixmap whole = window.grab();
    QPainter painter(&whole);
    const ui::Theme &theme = ui::themeOf(nullptr);
    painter.fillRect(window.rect(), theme.scrim);
    const QPixmap over = dialog.grab();
    painter.drawPixmap((window.width() - dialog.width()) / 2, (window.height() - dialog.height()) / 2, over);
    painter.end();
    const QString suffix = !themed ? QString() : m_dark ? QStringLiteral("-dark") : QStringLiteral("-light");
    store(whole.toImage(), QLatin1String(name) + suffix);
}

void GalleryTest::mainList()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addTransfers();
    page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1))});
    QTest::mouseMove(page(world)->list()->viewport(), QPoint(300, 8 * 40 + 20));
    keep(world.window(), "main-list");
}

void GalleryTest::showGrid(GalleryWorld &world)
{
    world.addContents();
    world.open(usual);
    world.addTransfers();
    QTest::keyClick(&world.window(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(&world.window(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(page(world)->grid()->isVisible());
    page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1))});
    auto *pictures = world.window().findChild<ui::Thumbnails *>();
    for (const int number : {1, 3, 4, 5, 6, 12})
        QTRY_VERIFY_WITH_TIMEOUT(pictures->find(domain::toBlob(MirrorFixture::fileId(number)), QSize(152, 108), 1), 60'000);
}

void GalleryTest::grid()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    showGrid(world);
    keep(world.window(), "main-grid");
}

void GalleryTest::gridRightToLeft()
{
    const InArabic arabic;
    GalleryWorld world(GalleryWorld::Words::Arabic);
    showGrid(world);
    keep(world.window(), "main-grid-rtl", false);
}

void GalleryTest::preview()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.addContents();
    world.open(usual);
    auto *card = world.window().findChild<ui::Preview *>();
    const auto show = [&](int number) {
        page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(number))});
        QTest::keyClick(page(world)->list(), Qt::Key_Space);
        QTRY_VERIFY(card->isVisible());
    };
    const auto shows = [card](const char *kind) {
        const auto bodies = card->findChildren<QAbstractScrollArea *>();
        return std::any_of(bodies.cbegin(), bodies.cend(), [kind](const QAbstractScrollArea *body) { return body->isVisible() && body->inherits(kind); });
    };
    const std::tuple<int, const char *, const char *> all[] = {{1, "learnlab::ui::PictureView", "preview"},
                                                               {12, "learnlab::ui::PictureView", "preview-photo"},
                                                               {6, "learnlab::ui::TextView", "preview-code"},
                                                               {4, "learnlab::ui::MarkdownView", "preview-markdown"}};
    for (const auto &[number, kind, name] : all) {
        show(number);
        QTRY_VERIFY_WITH_TIMEOUT(shows(kind), 60'000);
        keep(world.window(), name);
        QTest::keyClick(card, Qt::Key_Escape);
        QTRY_VERIFY(page(world)->list()->hasFocus());
    }
    show(10); // a large archive that is not here
    keep(world.window(), "preview-none");
}

void GalleryTest::details()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addLinks();
    QTest::keyClick(&world.window(), Qt::Key_I, Qt::ControlModifier);
    auto *pane = world.window().findChild<ui::DetailsPane *>();
    QTRY_VERIFY(pane->isVisible());
    const auto button = [pane](const char *text) {
        for (auto *one : pane->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == QLatin1String(text))
                return one;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    page(world)->list()->selectRow(4); // shared already
    QTRY_VERIFY(button("Withdraw"));
    keep(world.window(), "details");
    page(world)->list()->selectRow(5); // not yet
    QTRY_VERIFY(button("Create link"));
    keep(world.window(), "details-new-link");
    page(world)->list()->selectAll();
    QTRY_VERIFY(!button("Create link"));
    keep(world.window(), "details-many");
    QTest::keyClick(&world.window(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(!pane->isVisible());
}

void GalleryTest::detailsRightToLeft()
{
    const InArabic arabic;
    GalleryWorld world(GalleryWorld::Words::Arabic);
    world.open(usual);
    world.addLinks();
    QTest::keyClick(&world.window(), Qt::Key_I, Qt::ControlModifier);
    auto *pane = world.window().findChild<ui::DetailsPane *>();
    page(world)->list()->selectRow(4);
    QTRY_VERIFY(pane->isVisible());
    QTRY_VERIFY(pane->mapTo(&world.window(), QPoint()).x() < usual.width() / 2);
    const QString name = QCoreApplication::translate("learnlab::ui::IntegritySection", "Copy SHA-256", "@action:button");
    const auto isLaidOut = [pane, name] {
        const auto buttons = pane->findChildren<QAbstractButton *>();
        return std::any_of(buttons.cbegin(), buttons.cend(),
                           [name](const QAbstractButton *one) { return one->accessibleName() == name && one->isVisible() && one->y() > 0; });
    };
    QTRY_VERIFY(isLaidOut());
    keep(world.window(), "details-rtl", false);
}

void GalleryTest::links()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addLinks();
    auto *bar = world.window().findChild<ui::SideBar *>();
    Q_EMIT bar->activated(QStringLiteral("links"));
    auto *links = world.window().findChild<ui::LinksPage *>();
    QTRY_COMPARE(links->model()->rowCount(), 4);
    QVERIFY(links->isVisible());
    links->list()->setCurrentIndex(links->model()->index(1, 0));
    keep(world.window(), "links");
    Q_EMIT bar->activated(QStringLiteral("all"));
    QTRY_VERIFY(page(world)->isVisible());
}

void GalleryTest::transfers()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addTransfers();
    QTest::keyClick(&world.window(), Qt::Key_J, Qt::ControlModifier);
    auto *panel = world.window().findChild<ui::TransfersPanel *>();
    QTRY_VERIFY(panel->isVisible());
    auto *tree = panel->findChild<QTreeView *>();
    QTRY_VERIFY(tree->model()->rowCount() >= 5);
    tree->expand(tree->model()->index(0, 0));
    QTRY_VERIFY(tree->model()->rowCount(tree->model()->index(0, 0)) > 0);
    keep(world.window(), "transfers");
    panel->showTab(ui::TransferTab::Failed);
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    keep(world.window(), "transfers-failed");
}

void GalleryTest::offline()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addChanges();
    world.goOffline();
    QTRY_COMPARE(page(world)->banner()->message().actions.size(), 2);
    keep(world.window(), "offline");
    Q_EMIT page(world)->banner()->actionTriggered(QStringLiteral("show-changes"));
    auto *changes = world.window().findChild<ui::ChangesDialog *>();
    QVERIFY(changes);
    changes->findChild<QListView *>()->setCurrentIndex(changes->findChild<QListView *>()->model()->index(0, 0));
    keepOver(world.window(), *changes, "changes");
}

void GalleryTest::drop()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))});
    const QPoint point(200, 20);
    QDragEnterEvent enter(point, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page(world)->list()->viewport(), &enter);
    QDragMoveEvent move(point, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page(world)->list()->viewport(), &move);
    keep(world.window(), "drop-overlay");
}

void GalleryTest::dialogs()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    world.addTransfers();
    const domain::Transfer ours = world.conflict();
    const QList<mirror::ItemRow> theirs = world.mirror().writer().read().rows({domain::ItemRef::of(ours.fileId)});
    ui::ConflictDialog conflict({ours, theirs.first(), 3, world.clock().now()}, &world.window());
    conflict.show();
    keepOver(world.window(), conflict, "conflict");
    conflict.close();

    const transfer::Survey survey{.files = 12'480, .folders = 310, .bytes = 9'700'000'000, .illegalElsewhere = 2, .present = 14,
                                  .illegalExamples = {"/home/maya/notes: week 1.md"}, .presentExamples = {"/home/maya/astar.py"}};
    ui::UploadQuestion question({survey, 7'600'000'000}, QStringLiteral("Algorithms"), &world.window());
    question.show();
    keepOver(world.window(), question, "upload-question");
    question.close();
}

void GalleryTest::settings()
{
    QFETCH(bool, dark);
    choose(dark);
    GalleryWorld world;
    world.open(usual);
    showSettings(world, dark ? "-dark" : "-light");
}

void GalleryTest::showSettings(GalleryWorld &world, const char *suffix)
{
    tests::showSettingsPages(world, [&](ui::SettingsDialog &dialog, const char *name) {
        keepOver(world.window(), dialog, QByteArray(QByteArray(name) + suffix).constData(), false);
    });
}

void GalleryTest::signIn()
{
    QFETCH(bool, dark);
    choose(dark);
    ui::SignInPage form;
    form.resize(900, 680);
    form.setServer(QStringLiteral("learnlab.example.edu"));
    form.setEmail(QStringLiteral("maya.lindqvist@example.edu"));
    form.show();
    const auto *area = form.findChild<QScrollArea *>();
    QTRY_COMPARE(area->widget()->height(), area->viewport()->height()); // all of it is seen
    keep(form, "sign-in");
    form.showFieldError(ui::SignInPage::Field::Password, QStringLiteral("Email or password is not right."));
    keep(form, "sign-in-wrong");
    form.clearErrors();
    form.showServerError(QStringLiteral("The server cannot be reached."), QStringLiteral("Your password was not sent. Check the address, or your connection."));
    form.setRegistering(true);
    keep(form, "register");
}

void GalleryTest::menu()
{
    GalleryWorld world;
    world.open(usual);
    page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1))});
    Q_EMIT page(world)->list()->menuRequested(QPoint(300, 300));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QPixmap over = menu->grab();
    QCoreApplication::processEvents();
    QPixmap whole = world.window().grab();
    QPainter(&whole).drawPixmap(420, 280, over);
    menu->close();
    store(whole.toImage(), QStringLiteral("context-menu"));
}

void GalleryTest::search()
{
    GalleryWorld world;
    world.open(usual);
    QTest::keyClick(&world.window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("assign"));
    QTRY_COMPARE(page(world)->list()->model()->rowCount(), 2);
    keep(world.window(), "search", false);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("xyz"));
    QTRY_COMPARE(page(world)->list()->model()->rowCount(), 0);
    keep(world.window(), "search-nothing", false);
}

void GalleryTest::places()
{
    GalleryWorld world;
    world.open(usual);
    QVERIFY(world.mirror().writer().queueOperation({.id = domain::OperationId({9}), .kind = domain::OperationKind::Trash,
                                                    .target = domain::ItemRef::of(MirrorFixture::fileId(6)), .createdAt = world.clock().now()}));
    Q_EMIT world.backend().mirrorChanged(world.mirror().writer().takeChange());
    const auto visit = [&](const QString &name) {
        const auto buttons = world.window().findChildren<QAbstractButton *>();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [&](const QAbstractButton *button) { return button->text() == name; });
        QVERIFY(found != buttons.cend());
        (*found)->click();
    };
    visit(QStringLiteral("Trash"));
    QTRY_COMPARE(page(world)->list()->model()->rowCount(), 1);
    keep(world.window(), "trash", false);
    visit(QStringLiteral("Available offline"));
    QTRY_COMPARE(page(world)->list()->model()->rowCount(), 2);
    keep(world.window(), "available-offline", false);
    MirrorFixture fresh;
    world.backend().pool = &fresh.pool();
    Q_EMIT world.backend().accountChanged();
    QTRY_COMPARE(page(world)->list()->model()->rowCount(), 0);
    auto *empty = page(world)->findChild<ui::EmptyState *>();
    QTRY_VERIFY(empty && empty->isVisible());
    keep(world.window(), "empty", false);
    world.backend().pool = nullptr;
    Q_EMIT world.backend().accountChanged();
}

void GalleryTest::narrow()
{
    GalleryWorld world;
    world.open({720, 560});
    world.addTransfers();
    page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1)), domain::toBlob(MirrorFixture::fileId(2))});
    world.window().findChild<ui::Toast *>()->showText(QStringLiteral("Moved 1 item to trash."), QStringLiteral("Undo"));
    keep(world.window(), "narrow", false);
}

void GalleryTest::rightToLeft()
{
    const InArabic arabic;
    GalleryWorld world(GalleryWorld::Words::Arabic);
    world.open(usual);
    world.addTransfers();
    page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1))});
    keep(world.window(), "main-list-rtl", false);
    QTest::keyClick(&world.window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(world.window().findChild<QTreeView *>()->model()->rowCount() >= 5);
    keep(world.window(), "right-to-left", false);
    showSettings(world, "-rtl");
}

void GalleryTest::twiceTheText()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    {
        GalleryWorld world;
        world.open(usual);
        world.addTransfers();
        world.goOffline();
        keep(world.window(), "large-text", false);
        QTest::keyClick(&world.window(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(world.window().findChild<QTreeView *>()->model()->rowCount() >= 5);
        keep(world.window(), "large-text-transfers", false);
        ui::SignInPage form;
        form.resize(900, 800);
        form.show();
        keep(form, "large-text-sign-in", false);
        showSettings(world, "-large-text");
    }
    QApplication::setFont(before);
}

void GalleryTest::highContrast()
{
    QPalette platform;
    platform.setColor(QPalette::Window, Qt::black);
    platform.setColor(QPalette::Base, Qt::black);
    platform.setColor(QPalette::WindowText, Qt::white);
    platform.setColor(QPalette::Text, Qt::white);
    platform.setColor(QPalette::ButtonText, Qt::white);
    platform.setColor(QPalette::Highlight, QColor(0x1a, 0xeb, 0xff));
    platform.setColor(QPalette::HighlightedText, Qt::black);
    platform.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x3f, 0xf2, 0x3f));
    m_appearance->showPlatform(platform);
    {
        GalleryWorld world;
        world.open(usual);
        world.addTransfers();
        page(world)->list()->selectIds({domain::toBlob(MirrorFixture::fileId(1))});
        keep(world.window(), "high-contrast", false);
    }
    m_appearance->setChoice(ui::Appearance::Choice::Dark);
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
