#include "ui/mainwindow/resident.h"
#include "ui/mainwindow/window_keeper.h"

#include "ui/account/sign_in_page.h"
#include "ui/browse/browse_page.h"
#include "ui/common/fonts.h"
#include "ui/common/toast.h"
#include "ui/settings/look.h"
#include "ui/settings/setting_keys.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using tests::MirrorFixture;

class WindowKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void speaksAnotherLanguageAtOnce();
    void writesCountsAsTheLanguageDoes();
    void staysWhereItWas();
    void growsWithTheText();
    void lowersTheRowsOfTheListThatIsShown();
    void closesAsOneWindow();
    void missesTheTrayOnce();

private:
    void signIn();
    void choose(const char *name, int index);
    [[nodiscard]] ui::SettingsDialog *dialog() const { return m_keeper->window().findChild<ui::SettingsDialog *>(); }
    [[nodiscard]] ui::BrowsePage *browse() const { return m_keeper->window().findChild<ui::BrowsePage *>(); }

    ui::Appearance m_appearance;
    ui::Language m_language{QStringLiteral(LEARNLAB_BINARY_DIR "/app/desktop")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<tests::FakeBackend> m_backend;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<ui::WindowKeeper> m_keeper;
    support::SystemClock m_clock;
};

void WindowKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mirror = std::make_unique<MirrorFixture>();
    m_mirror->apply({.folders = {m_mirror->folder(1, QStringLiteral("Algorithms"))},
                     .files = {m_mirror->file(1, QStringLiteral("sheet.pdf"), MirrorFixture::folderId(1))}});
    m_backend = std::make_unique<tests::FakeBackend>();
    m_settings = std::make_unique<support::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(ui::setting::language, QStringLiteral("en"));
    m_keeper = std::make_unique<ui::WindowKeeper>(*m_backend, *m_settings, m_clock, m_appearance, m_language);
    m_keeper->window().engineStarted();
    m_keeper->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_keeper->window()));
}

void WindowKeeperTest::cleanup()
{
    m_keeper.reset();
    m_settings->remove(ui::setting::textPercent);
    m_settings->remove(ui::setting::compact);
    ui::applyLook(m_appearance, *m_settings);
    m_language.speak(QStringLiteral("en"));
    QLocale::setDefault(QLocale::c());
    m_settings.reset();
    m_backend.reset();
    m_mirror.reset();
}

void WindowKeeperTest::writesCountsAsTheLanguageDoes()
{
    const auto moved = [] {
        return QCoreApplication::translate("learnlab::ui::BrowseController", "Moved %n item(s).", nullptr, 12'345);
    };
    m_language.speak(QStringLiteral("en"));
    QCOMPARE(moved(), QStringLiteral("Moved 12,345 items."));
    m_language.speak(QStringLiteral("de"));
    QVERIFY2(moved().contains(QStringLiteral("12.345")), qPrintable(moved()));
}

void WindowKeeperTest::missesTheTrayOnce()
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        QSKIP("there is a tray");
    const auto said = [this] {
        const auto labels = m_keeper->window().findChild<ui::Toast *>()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(QStringLiteral("no system tray")); });
    };
    {
        const ui::Resident resident(*m_keeper, *m_backend, *m_settings, std::chrono::milliseconds(0));
        signIn();
        QTRY_VERIFY_WITH_TIMEOUT(said(), 20'000);
    }
    m_keeper = std::make_unique<ui::WindowKeeper>(*m_backend, *m_settings, m_clock, m_appearance, m_language);
    m_keeper->window().engineStarted();
    m_keeper->window().show();
    const ui::Resident resident(*m_keeper, *m_backend, *m_settings, std::chrono::milliseconds(0));
    QCoreApplication::processEvents();
    QTRY_COMPARE(browse()->list()->model()->rowCount(), 1);
    QVERIFY(!said());
}

void WindowKeeperTest::signIn()
{
    m_backend->currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {.username = QStringLiteral("maya")}};
    m_backend->pool = &m_mirror->pool();
    m_backend->session.state = session::State::Online;
    Q_EMIT m_backend->accountChanged();
    QTRY_COMPARE(browse()->list()->model()->rowCount(), 1);
}

void WindowKeeperTest::choose(const char *name, int index)
{
    auto *box = dialog()->findChild<QComboBox *>(QLatin1String(name));
    QVERIFY(box);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void WindowKeeperTest::speaksAnotherLanguageAtOnce()
{
    const auto submits = [this] {
        const auto buttons = m_keeper->window().findChild<ui::SignInPage *>()->findChildren<QPushButton *>();
        return std::any_of(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->text() == QLatin1String("Anmelden"); });
    };
    QVERIFY(!submits());
    m_keeper->window().showSettings();
    const QSignalSpy renewed(m_keeper.get(), &ui::WindowKeeper::renewed);
    choose("language", 2); // German
    QCOMPARE(m_settings->value(ui::setting::language), QStringLiteral("de"));
    QCOMPARE(renewed.size(), 1);
    QVERIFY(submits());
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(QLocale(m_backend->order).language(), QLocale::German);
    // The settings stand there again, at the choice that was just made.
    QVERIFY(dialog() && dialog()->isVisible());
    QCOMPARE(dialog()->page(), ui::SettingsDialog::Page::General);
    QCOMPARE(dialog()->findChild<QComboBox *>(QStringLiteral("language"))->currentData().toString(), QStringLiteral("de"));
    choose("language", 1);
    QTRY_VERIFY(!submits());
    QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
}

void WindowKeeperTest::staysWhereItWas()
{
    signIn();
    m_keeper->window().resize(1010, 707);
    QTest::keyClick(browse()->list(), Qt::Key_Down);
    QTest::keyClick(browse()->list(), Qt::Key_Return);
    QTRY_COMPARE(browse()->list()->model()->index(0, 0).data().toString(), QStringLiteral("sheet.pdf"));
    m_keeper->window().showSettings();
    choose("language", 2);
    QTRY_COMPARE(browse()->list()->model()->rowCount(), 1);
    QTRY_COMPARE(browse()->list()->model()->index(0, 0).data().toString(), QStringLiteral("sheet.pdf"));
    QCOMPARE(m_keeper->window().size(), QSize(1010, 707));
}

void WindowKeeperTest::growsWithTheText()
{
    signIn();
    const int before = browse()->list()->verticalHeader()->defaultSectionSize();
    m_keeper->window().showSettings(ui::SettingsDialog::Page::Appearance);
    choose("text-size", 5);
    QCOMPARE(ui::textScale(), 2.0);
    QVERIFY(browse()->list()->verticalHeader()->defaultSectionSize() > before);
    QCOMPARE(dialog()->page(), ui::SettingsDialog::Page::Appearance);
    choose("text-size", 0);
    QTRY_COMPARE(browse()->list()->verticalHeader()->defaultSectionSize(), before);
}

void WindowKeeperTest::lowersTheRowsOfTheListThatIsShown()
{
    signIn();
    const auto *list = browse()->list();
    const int before = list->verticalHeader()->defaultSectionSize();
    m_keeper->window().showSettings(ui::SettingsDialog::Page::Appearance);
    choose("rows", 1);
    QCOMPARE(browse()->list(), list); // the same window
    QVERIFY(list->verticalHeader()->defaultSectionSize() < before);
    choose("rows", 0);
    QCOMPARE(list->verticalHeader()->defaultSectionSize(), before);
}

void WindowKeeperTest::closesAsOneWindow()
{
    const QSignalSpy last(qGuiApp, &QGuiApplication::lastWindowClosed);
    m_keeper->window().showSettings();
    choose("language", 2);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(last.size(), 0);
    QVERIFY(m_keeper->window().isVisible());
}

QTEST_MAIN(WindowKeeperTest)
#include "tst_window_keeper.moc"
