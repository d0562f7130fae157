// Paints whole pages from fixtures and keeps them as pictures when LEARNLAB_SCREENSHOTS names a folder. As a test it
// asks that every page paints, in both themes, both directions and at twice the resolution.
#include "fixture_model.h"

#include <ui/account/sign_in_page.h>
#include <ui/browse/browse_page.h>
#include <ui/common/appearance.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/side_bar.h>
#include <ui/common/theme.h>
#include <ui/common/toast.h>

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

using namespace learnlab::ui;

namespace {

struct Window
{
    QWidget root;
    SideBar *side;
    BrowsePage *page;
    std::unique_ptr<QStandardItemModel> model;

    explicit Window(const QStringList &lines)
        : side(new SideBar(&root)), page(new BrowsePage(&root)), model(fixtureModel(lines))
    {
        auto *row = new QHBoxLayout(&root);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(side);
        row->addWidget(page, 1);
        side->setItems(
            {{QStringLiteral("all"), QStringLiteral("nav-all-files"), QStringLiteral("All files"), true, true, {}},
             {QStringLiteral("offline"),
              QStringLiteral("nav-offline"),
              QStringLiteral("Available offline"),
              false,
              false,
              {}},
             {QStringLiteral("trash"), QStringLiteral("nav-trash"), QStringLiteral("Trash"), false, true, {}}});
        side->setCurrent(QStringLiteral("all"));
        side->setUsage(0.62, QStringLiteral("12.4 GB of 20 GB used"));
        side->setAccount(QStringLiteral("Maya Lindqvist"), QStringLiteral("learnlab.example.edu"));
        page->setPath({{"1", QStringLiteral("All files")},
                       {"2", QStringLiteral("Semester 3")},
                       {"3", QStringLiteral("Algorithms")}});
        page->setNavigation(true, false);
        page->setSearchHint(QStringLiteral("Search in Algorithms"));
        page->list()->setRowActions(
            {{QStringLiteral("download"), QStringLiteral("download"), QStringLiteral("Download a copy")},
             {QStringLiteral("more"), QStringLiteral("overflow-menu"), QStringLiteral("More")}});
        page->list()->setReviewable(true);
        page->setModel(model.get());
    }

    ~Window() { page->setModel(nullptr); }

    void show(const QSize &size)
    {
        root.resize(size);
        side->setRail(size.width() / textScale() < 860);
        root.show();
        root.activateWindow();
        page->list()->setFocus(Qt::OtherFocusReason);
        QVERIFY(QTest::qWaitForWindowExposed(&root));
    }
};

} // namespace

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void init() { m_appearance->setChoice(Appearance::Choice::Light); }
    void cleanupTestCase() { m_appearance.reset(); }

    void list_data() { themes(); }
    void list()
    {
        QFETCH(bool, dark);
        choose(dark);
        Window window(algorithmsFolder());
        window.show({1280, 800});
        window.page->list()->selectIds({fixtureId(4)});
        QTest::mouseMove(window.page->list()->viewport(), QPoint(300, 8 * 40 + 20));
        keep(&window.root, "list");
    }

    void drop_data() { themes(); }
    void drop()
    {
        QFETCH(bool, dark);
        choose(dark);
        Window window(algorithmsFolder());
        window.show({1280, 800});
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))});
        const QPoint point(200, 20);
        QDragEnterEvent enter(point, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.page->list()->viewport(), &enter);
        QDragMoveEvent move(point, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.page->list()->viewport(), &move);
        keep(&window.root, "drop-folder");
        QDragMoveEvent below(QPoint(200, 660), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.page->list()->viewport(), &below);
        keep(&window.root, "drop-here");
    }

    void banner_data() { themes(); }
    void banner()
    {
        QFETCH(bool, dark);
        choose(dark);
        QStringList offline = algorithmsFolder();
        for (int i = 4; i < 10; ++i)
            offline[i] = offline[i].section(u'|', 0, 4) + QStringLiteral("|online");
        Window window(offline);
        window.show({1280, 800});
        window.page->banner()->showMessage(
            {Banner::Kind::Warning,
             QStringLiteral("offline"),
             QStringLiteral("You are offline."),
             QStringLiteral(
                 "Files kept on this computer still open. 3 changes will upload when the connection is back."),
             {{QStringLiteral("show"), QStringLiteral("Show 3 changes"), false},
              {QStringLiteral("retry"), QStringLiteral("Try again"), false}}});
        keep(&window.root, "offline");
    }

    void narrow_data() { themes(); }
    void narrow()
    {
        QFETCH(bool, dark);
        choose(dark);
        Window window(algorithmsFolder());
        window.show({720, 560});
        window.page->list()->selectIds({fixtureId(4), fixtureId(5)});
        Toast toast(window.page);
        toast.showText(QStringLiteral("Moved “old-notes.txt” to trash"), QStringLiteral("Undo"));
        keep(&window.root, "narrow");
    }

    void empty_data() { themes(); }
    void empty()
    {
        QFETCH(bool, dark);
        choose(dark);
        Window window({});
        window.page->setEmptyContent(
            {QStringLiteral("Put your first files here"),
             QStringLiteral("Drag files or whole folders into this window. They upload in the background and every one "
                            "is checked on arrival."),
             {{QStringLiteral("files"), QStringLiteral("Upload files"), QStringLiteral("upload"), true},
              {QStringLiteral("folder"), QStringLiteral("Upload a folder"), QStringLiteral("upload-folder"), false}},
             {{QStringLiteral("Ctrl U"), QStringLiteral("Upload")},
              {QStringLiteral("Ctrl Shift N"), QStringLiteral("New folder")}},
             true});
        window.show({1280, 800});
        keep(&window.root, "empty");
    }

    void rightToLeft()
    {
        choose(false);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            Window window(arabicFolder());
            window.show({1280, 600});
            window.page->list()->selectIds({fixtureId(1)});
            keep(&window.root, "rtl");
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void twiceTheText()
    {
        choose(false);
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            Window window(algorithmsFolder());
            window.show({1280, 800});
            QVERIFY(window.page->list()->rowHeight(0) > 40);
            window.page->banner()->showMessage(
                {Banner::Kind::Neutral,
                 QStringLiteral("key"),
                 QStringLiteral("Your session ended."),
                 QStringLiteral("Uploads are paused and keep their place. Sign in to go on."),
                 {{QStringLiteral("sign-in"), QStringLiteral("Sign in"), true}}});
            keep(&window.root, "large-text");
            SignInPage page;
            page.resize(900, 640);
            page.show();
            keep(&page, "large-text-login");
        }
        QApplication::setFont(before);
    }

    void signIn_data() { themes(); }
    void signIn()
    {
        QFETCH(bool, dark);
        choose(dark);
        SignInPage page;
        page.resize(900, 640);
        page.setServer(QStringLiteral("learnlab.example.edu"));
        page.setEmail(QStringLiteral("maya.lindqvist@example.edu"));
        page.show();
        keep(&page, "login");
        page.showFieldError(SignInPage::Field::Password,
                            QStringLiteral("The password does not match this email. Check Caps Lock, then try again."));
        keep(&page, "login-wrong");
        page.clearErrors();
        page.showServerError(QStringLiteral("Cannot reach the server"),
                             QStringLiteral("learnlab.exmaple.edu did not answer. Your password was not sent. Check "
                                            "the address, or your connection."));
        keep(&page, "login-error");
        page.setRegistering(true);
        keep(&page, "register");
    }

    void menu_data() { themes(); }
    void menu()
    {
        QFETCH(bool, dark);
        choose(dark);
        QMenu menu;
        menu.addAction(QStringLiteral("Open"))->setShortcut(Qt::Key_Return);
        menu.addSeparator();
        QAction *hold = menu.addAction(uiIcon(QStringLiteral("keep-offline")), QStringLiteral("Keep offline"));
        hold->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
        menu.addAction(uiIcon(QStringLiteral("download")), QStringLiteral("Download a copy…"))->setEnabled(false);
        menu.addAction(uiIcon(QStringLiteral("rename")), QStringLiteral("Rename"))->setShortcut(Qt::Key_F2);
        menu.addSeparator();
        QAction *trash = menu.addAction(uiIcon(QStringLiteral("trash")), QStringLiteral("Move to trash"));
        trash->setShortcut(Qt::Key_Delete);
        trash->setProperty("kind", QStringLiteral("danger"));
        menu.popup(QPoint(10, 10));
        menu.setActiveAction(hold);
        keep(&menu, "menu");
    }

private:
    void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void choose(bool dark)
    {
        m_suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        m_appearance->setChoice(dark ? Appearance::Choice::Dark : Appearance::Choice::Light);
    }

    void keep(QWidget *widget, const char *name)
    {
        QCoreApplication::processEvents();
        const QPixmap picture = widget->grab();
        QVERIFY(!picture.isNull());
        // A page of one colour is a page that did not paint.
        const QImage image = picture.toImage();
        bool varied = false;
        for (int y = 0; y < image.height() && !varied; y += 3) {
            for (int x = 0; x < image.width() && !varied; x += 3)
                varied = image.pixel(x, y) != image.pixel(0, 0);
        }
        QVERIFY(varied);
        const QString folder = qEnvironmentVariable("LEARNLAB_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(picture.save(QStringLiteral("%1/%2%3.png").arg(folder, QLatin1String(name), m_suffix)));
    }

    std::unique_ptr<Appearance> m_appearance;
    QString m_suffix;
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
