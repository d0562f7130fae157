// The program as a part of the desktop: links, the tray, notifications over a real message bus.
#include "ui/mainwindow/main_window.h"
#include "ui/mainwindow/open_link.h"

#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/common/resources.h"
#include "ui/common/toast.h"
#include "ui/settings/setting_keys.h"
#include "ui/transfers/transfers_panel.h"
#include "notice_controller.h"
#include "notifier.h"
#include "tray.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace learnlab;
using tests::FakeBackend;
using tests::MirrorFixture;

/// A notification service as desktops have it.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString text;
        QStringList actions;
        uint replaces;
    };
    QList<Shown> shown;

public Q_SLOTS:
    QStringList GetCapabilities() { return {QStringLiteral("actions"), QStringLiteral("body-markup")}; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text, const QStringList &actions,
                const QVariantMap &, int)
    {
        shown.append({title, text, actions, replaces});
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

class AtHomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::initResources();
        m_appearance = std::make_unique<ui::Appearance>();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_bus.canReadLine() || m_bus.waitForReadyRead(100), 20000);
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
        QDBusConnection::disconnectFromBus(QStringLiteral("client"));
        m_bus.kill();
        m_bus.waitForFinished();
        m_appearance.reset();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_mirror = std::make_unique<MirrorFixture>();
        m_mirror->apply({.folders = {m_mirror->folder(1, QStringLiteral("Algorithms"))},
                         .files = {m_mirror->file(1, QStringLiteral("notes.md")),
                                   m_mirror->file(2, QStringLiteral("sheet 1.pdf"), MirrorFixture::folderId(1))}});
        m_backend = std::make_unique<FakeBackend>();
        m_settings = std::make_unique<support::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<ui::MainWindow>(*m_backend, *m_settings, m_clock);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_backend.reset();
        m_mirror.reset();
    }

    void linksAreReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("path"); // empty: refused
        const auto row = [](const char *link, const char *path) { QTest::newRow(link) << QByteArray(link) << QString::fromUtf8(path); };
        row("learnlab://open?path=/Algorithms/sheet%201.pdf", "/Algorithms/sheet 1.pdf");
        row("LEARNLAB://open/?path=/a", "/a");
        row("learnlab://open?id=01234567-89ab-cdef-0123-456789abcdef", "id:01234567-89ab-cdef-0123-456789abcdef");
        row("learnlab://open?path=/%C3%BC", "/ü");
        row("learnlab://open?id=nothing", "");
        row("learnlab://open?path=../etc/passwd", "");
        row("learnlab://open?path=id:01234567-89ab-cdef-0123-456789abcdef", "");
        row("learnlab://open?path=/a&id=01234567-89ab-cdef-0123-456789abcdef", "");
        row("learnlab://open?path=/a&path=/b", "");
        row("learnlab://open", "");
        row("learnlab://delete?path=/a", "");
        row("learnlab://open/delete?path=/a", "");
        row("learnlab://user:word@open?path=/a", "");
        row("learnlab://open:80?path=/a", "");
        row("learnlab://open?path=/a#b", "");
        row("learnlab:open?path=/a", "");
        row("https://open?path=/a", "");
    }

    void linksAreReadStrictly()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, path);
        const auto read = ui::parseOpenLink(link);
        QCOMPARE(read ? read->path : QString(), path);
        QCOMPARE(ui::isLink(link), !link.startsWith("https"));
        QVERIFY(!ui::parseOpenLink("learnlab://open?path=/" + QByteArray(10000, 'a')));
    }

    void aLinkShowsWhatItNames()
    {
        m_window->openLink("learnlab://open?path=/Algorithms/sheet%201.pdf"); // waits until somebody has signed in
        signIn();
        QTRY_COMPARE(rows(), QStringList{QStringLiteral("sheet 1.pdf")});
        QTRY_COMPARE(browse()->list()->selectedIds(), QList<QByteArray>{domain::toBlob(MirrorFixture::fileId(2))});
        m_window->openLink("learnlab://open?path=/Nothing");
        QTRY_VERIFY(m_window->findChild<ui::Toast *>()->isVisible());
        m_window->openLink("learnlab://trash?path=/Algorithms");
        QVERIFY(m_backend->asked.isEmpty());
        QCOMPARE(rows(), QStringList{QStringLiteral("sheet 1.pdf")});
    }

    void closingLeavesTheProgramInTheTray()
    {
        signIn();
        QSignalSpy closed(m_window.get(), &ui::MainWindow::closed);
        bool tray = true;
        m_window->setStays([&tray] { return tray; });
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QCOMPARE(closed.size(), 0);
        m_window->comeForward();
        QVERIFY(m_window->isVisible());
        // Without a tray, or where the user does not want it, closing ends the program as ever.
        tray = false;
        m_window->close();
        QCOMPARE(closed.size(), 1);
        tray = true;
        m_window->show();
        m_settings->set(ui::setting::keepRunning, false);
        m_window->close();
        QCOMPARE(closed.size(), 2);
        m_settings->set(ui::setting::keepRunning, true);
        m_window->show();
        m_window->quit();
        QCOMPARE(closed.size(), 3);
    }

    void aSharedComputerKeepsNobodyInTheTray()
    {
        signIn();
        m_window->setStays([] { return true; });
        m_backend->shared = true;
        m_window->close();
        QCOMPARE(m_backend->asked, QStringList{QStringLiteral("sign out and forget")});
    }

    void theTrayTellsHowTransfersStand()
    {
        using enum session::State;
        QCOMPARE(ui::trayMark({}), ui::TrayMark::None);
        QCOMPARE(ui::trayMark({.active = 1, .paused = 1}), ui::TrayMark::Moving);
        QCOMPARE(ui::trayMark({.paused = 1}), ui::TrayMark::Paused);
        QCOMPARE(ui::trayMark({.active = 1, .failed = 1}), ui::TrayMark::Problem);
        QCOMPARE(ui::trayText({}, Online), QStringLiteral("Up to date"));
        QCOMPARE(ui::trayText({}, Offline), QStringLiteral("Offline"));
        QVERIFY(ui::trayText({.active = 3, .bytesDone = 45, .bytesTotal = 100}, Online).contains(QStringLiteral("45")));
    }

    void onlyNewsIsToldAndOneAtATime()
    {
        signIn();
        fail(1, QStringLiteral("old.txt"), domain::ErrorCode::LocalVanished);
        NotificationService service;
        ui::Notifier notifier(buses(service));
        ui::NoticeController notices(*m_backend, notifier);
        QSignalSpy shown(&notices, &ui::NoticeController::shown);
        bool wanted = true;
        notices.setWanted([&wanted] { return wanted; });
        Q_EMIT m_backend->accountChanged();
        settle();
        // What stopped before is no news; what stops now is.
        fail(2, QStringLiteral("<b>new\u202e\n.txt"), domain::ErrorCode::NameTaken);
        changed();
        QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, 20000);
        QCOMPARE(service.shown.first().title, QStringLiteral("<b>new .txt")); // one line, and nothing that turns it around
        QVERIFY(service.shown.first().actions.contains(QStringLiteral("Review")));
        QTRY_COMPARE_WITH_TIMEOUT(press(service, shown), 1, 20000);
        QCOMPARE(shown.first().first().value<ui::Notice>().kind, ui::Notice::Kind::Conflict);
        // Soon after: counted together, and shown once.
        fail(3, QStringLiteral("a.txt"), domain::ErrorCode::LocalVanished);
        fail(4, QStringLiteral("b.txt"), domain::ErrorCode::LocalVanished);
        changed();
        settle();
        QCOMPARE(service.shown.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 2, 20000);
        QVERIFY2(service.shown.last().title.endsWith(QStringLiteral(" 1 more")), qPrintable(service.shown.last().title));
        QCOMPARE(service.shown.last().replaces, 7U);
        // Who does not want to be told is not told, and not later either.
        wanted = false;
        fail(5, QStringLiteral("c.txt"), domain::ErrorCode::LocalVanished);
        changed();
        settle();
        QCOMPARE(service.shown.size(), 2);
    }

    void withoutAServiceNothingHappens()
    {
        ui::Notifier notifier{QDBusConnection(QStringLiteral("nobody"))};
        notifier.show(QStringLiteral("title"), QStringLiteral("text"), QStringLiteral("Show"));
        ui::Notifier alone(QDBusConnection::connectToBus(m_address, QStringLiteral("alone")));
        alone.show(QStringLiteral("title"), QStringLiteral("text"), QStringLiteral("Show"));
        QDBusConnection::disconnectFromBus(QStringLiteral("alone"));
    }

    void whatANotificationLeadsTo()
    {
        signIn();
        m_window->showNotice({.kind = ui::Notice::Kind::Uploaded, .folder = MirrorFixture::folderId(1)});
        QTRY_COMPARE(rows(), QStringList{QStringLiteral("sheet 1.pdf")});
        m_window->showNotice({.kind = ui::Notice::Kind::Problem});
        QVERIFY(m_window->findChild<ui::TransfersPanel *>()->isVisible());
    }

private:
    [[nodiscard]] ui::BrowsePage *browse() const { return m_window->findChild<ui::BrowsePage *>(); }

    void signIn()
    {
        m_backend->currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {.username = QStringLiteral("maya")}};
        m_backend->pool = &m_mirror->pool();
        m_backend->session.state = session::State::Online;
        Q_EMIT m_backend->accountChanged();
        QTRY_VERIFY(!rows().isEmpty());
    }

    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        const QAbstractItemModel *model = browse()->list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    void fail(int number, const QString &name, domain::ErrorCode code)
    {
        domain::Transfer transfer{.id = domain::TransferId({static_cast<quint8>(number), 9}), .state = domain::TransferState::Failed,
                                  .localPath = "/tmp/x", .fileId = MirrorFixture::fileId(100 + number), .filename = name, .bytesTotal = 10};
        transfer.groupId = transfer.id;
        transfer.error = domain::Error{code};
        QVERIFY(m_mirror->writer().addTransfers({transfer}));
    }

    void changed() { Q_EMIT m_backend->mirrorChanged({.transfers = true}); }

    /// Until the readers have answered what was asked so far.
    void settle()
    {
        int answered = 0;
        for (int i = 0; i < 4; ++i)
            m_mirror->pool().ask<int>(this, [](const mirror::Reader &) { return 1; }, [&answered](int one) { answered += one; });
        QTRY_COMPARE_WITH_TIMEOUT(answered, 4, 20000);
    }

    QDBusConnection buses(NotificationService &service)
    {
        QDBusConnection there = QDBusConnection::connectToBus(m_address, QStringLiteral("service"));
        there.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service, QDBusConnection::ExportAllContents);
        there.registerService(QStringLiteral("org.freedesktop.Notifications"));
        return QDBusConnection::connectToBus(m_address, QStringLiteral("client"));
    }

    static qsizetype press(NotificationService &service, const QSignalSpy &shown)
    {
        if (shown.isEmpty())
            Q_EMIT service.ActionInvoked(7, QStringLiteral("act"));
        return std::min<qsizetype>(shown.size(), 1);
    }

    QProcess m_bus;
    QString m_address;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    support::SystemClock m_clock;
};

QTEST_MAIN(AtHomeTest)
#include "tst_at_home.moc"
