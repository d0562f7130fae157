#include "ui/settings/settings_dialog.h"

#include "ui/common/appearance.h"
#include "ui/common/fonts.h"
#include "ui/settings/look.h"
#include "ui/settings/setting_keys.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/fake_settings.h"
#include "ui_fakes/mirror_fixture.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using Page = ui::SettingsDialog::Page;

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cleanupTestCase() { m_appearance.reset(); }
    void showsThePageAskedFor();
    void leavesOutTheAccountWhileNobodyIsSignedIn();
    void remembersTheLanguageAndAsksForAnotherWindow();
    void startsWithTheDesktop();
    void remembersWhatIsSaid();
    void changesTheLookAtOnce();
    void limitsTheSpeed();
    void limitsWhatIsKept();
    void goesThroughAProxy();
    void refusesWhatIsNoHost();
    void looksIntoAnAuthorityBeforeTrustingIt();
    void showsAndSavesTheReport();
    void signsOutByTheWindow();
    void worksByKeys();
    void takesOverPageAndControl();
    void namesEveryControl();

private:
    template <class T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void choose(const char *name, int index);
    void make();

    std::unique_ptr<ui::Appearance> m_appearance = std::make_unique<ui::Appearance>();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::MirrorFixture> m_mirror;
    std::unique_ptr<tests::FakeBackend> m_backend;
    tests::FakeSettings m_actions;
    std::unique_ptr<support::Settings> m_settings;
    support::SystemClock m_clock;
    std::unique_ptr<ui::SettingsDialog> m_dialog;
};

void SettingsDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mirror = std::make_unique<tests::MirrorFixture>();
    m_backend = std::make_unique<tests::FakeBackend>();
    m_actions = tests::FakeSettings();
    m_backend->settings = &m_actions;
    m_backend->pool = &m_mirror->pool();
    m_backend->currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {}};
    m_settings = std::make_unique<support::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    make();
}

void SettingsDialogTest::make()
{
    const QList<ui::Language::Choice> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    m_dialog = std::make_unique<ui::SettingsDialog>(ui::SettingsDialog::With{*m_backend, *m_settings, m_clock, languages}, nullptr);
    connect(m_dialog.get(), &ui::SettingsDialog::lookChanged, m_appearance.get(),
            [this] { ui::applyLook(*m_appearance, *m_settings); });
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void SettingsDialogTest::cleanup()
{
    m_dialog.reset();
    m_settings.reset();
    m_backend.reset();
    m_mirror.reset();
    m_folder.reset();
}

/// As a person does with the keyboard.
void SettingsDialogTest::choose(const char *name, int index)
{
    auto *box = part<QComboBox>(name);
    QVERIFY(box);
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentIndex(), index);
}

void SettingsDialogTest::showsThePageAskedFor()
{
    QCOMPARE(m_dialog->page(), Page::General);
    for (const Page page : {Page::Account, Page::Devices, Page::Transfers, Page::OfflineStorage, Page::Appearance, Page::Advanced}) {
        m_dialog->showPage(page);
        QCOMPARE(m_dialog->page(), page);
    }
}

void SettingsDialogTest::leavesOutTheAccountWhileNobodyIsSignedIn()
{
    m_backend->currentAccount.reset();
    m_backend->pool = nullptr;
    make();
    const auto *list = m_dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 4);
    m_dialog->showPage(Page::Account);
    QCOMPARE(m_dialog->page(), Page::General);
    m_dialog->showPage(Page::Advanced); // a proxy may be needed to sign in
    QCOMPARE(m_dialog->page(), Page::Advanced);
}

void SettingsDialogTest::remembersTheLanguageAndAsksForAnotherWindow()
{
    QSignalSpy renewal(m_dialog.get(), &ui::SettingsDialog::renewalWanted);
    choose("language", 2);
    QCOMPARE(m_settings->value(ui::setting::language), QStringLiteral("de"));
    QCOMPARE(renewal.size(), 2); // by way of English
    choose("language", 0);
    QCOMPARE(m_settings->value(ui::setting::language), QString());
}

void SettingsDialogTest::startsWithTheDesktop()
{
    auto *box = part<QCheckBox>("start");
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(m_actions.atLogin);
    box->click();
    QVERIFY(!m_actions.atLogin);
    // What did not work is said, and not shown as done.
    m_actions.next = domain::Error{domain::ErrorCode::LocalIo, {}};
    box->click();
    QVERIFY(!box->isChecked());
    const auto outcomes = m_dialog->findChildren<QLabel *>(QStringLiteral("outcome"));
    QVERIFY(std::any_of(outcomes.cbegin(), outcomes.cend(),
                        [](const QLabel *outcome) { return outcome->isVisible() && !outcome->text().isEmpty(); }));
}

void SettingsDialogTest::remembersWhatIsSaid()
{
    auto *box = part<QCheckBox>("notifications");
    QVERIFY(box->isChecked());
    box->click();
    QVERIFY(!m_settings->value(ui::setting::showNotifications));
    make();
    QVERIFY(!part<QCheckBox>("notifications")->isChecked());
}

void SettingsDialogTest::changesTheLookAtOnce()
{
    m_dialog->showPage(Page::Appearance);
    part<QRadioButton>("theme-dark")->click();
    QVERIFY(m_appearance->isDark());
    QCOMPARE(m_settings->value(ui::setting::theme), QStringLiteral("dark"));
    part<QRadioButton>("theme-light")->click();
    QVERIFY(!m_appearance->isDark());

    const int comfortable = ui::listRowHeight();
    choose("rows", 1);
    QVERIFY(ui::listRowHeight() < comfortable);
    choose("rows", 0);
    QCOMPARE(ui::listRowHeight(), comfortable);

    part<QCheckBox>("reduce-motion")->click();
    QCOMPARE(m_dialog->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_dialog.get()), 0);
    part<QCheckBox>("reduce-motion")->click();
    QVERIFY(m_dialog->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_dialog.get()) > 0);

    QSignalSpy renewal(m_dialog.get(), &ui::SettingsDialog::renewalWanted);
    choose("text-size", 5);
    QCOMPARE(m_settings->value(ui::setting::textPercent), 200);
    QVERIFY(!renewal.isEmpty());
    const double before = ui::textScale();
    ui::applyLook(*m_appearance, *m_settings);
    QCOMPARE(ui::textScale(), before * 2);
    m_settings->set(ui::setting::textPercent, 100);
    ui::applyLook(*m_appearance, *m_settings);
    QCOMPARE(ui::textScale(), before);
}

void SettingsDialogTest::limitsTheSpeed()
{
    m_dialog->showPage(Page::Transfers);
    auto *up = part<QWidget>("limit-up");
    auto *choice = up->findChild<QComboBox *>();
    auto *own = up->findChild<QDoubleSpinBox *>();
    QVERIFY(!own->isVisible());
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(m_backend->limits.up, 5'000'000);
    QTest::keyClick(choice, Qt::Key_End);
    QVERIFY(own->isVisible());
    QCOMPARE(m_backend->limits.up, 5'000'000); // one's own begins where one was
    own->setValue(0.5);
    QCOMPARE(m_backend->limits.up, 500'000);
    QCOMPARE(m_backend->limits.down, 0);
    // Another time it is found as it was left.
    make();
    m_dialog->showPage(Page::Transfers);
    QVERIFY(part<QWidget>("limit-up")->findChild<QDoubleSpinBox *>()->isVisible());
    QCOMPARE(part<QWidget>("limit-up")->findChild<QDoubleSpinBox *>()->value(), 0.5);
    part<QCheckBox>("metered")->click();
    QVERIFY(!m_actions.metered);
}

void SettingsDialogTest::limitsWhatIsKept()
{
    m_dialog->showPage(Page::OfflineStorage);
    auto *limit = part<QDoubleSpinBox>("kept-limit");
    limit->setFocus();
    limit->setValue(2.5);
    QCOMPARE(m_backend->kept, 0); // not on the way
    QTest::keyClick(limit, Qt::Key_Return);
    QCOMPARE(m_backend->kept, 2'500'000'000);
    // Nothing that could go is here: the button says so.
    QTRY_VERIFY(!part<QPushButton>("free-up")->isEnabled());
    QVERIFY(!part<QPushButton>("free-up")->toolTip().isEmpty());
    QVERIFY(m_mirror->writer().setContent({.fileId = tests::MirrorFixture::fileId(1), .sha256 = QByteArray(32, 'x'), .size = 5, .present = true}).has_value());
    m_dialog->showPage(Page::General);
    m_dialog->showPage(Page::OfflineStorage);
    QTRY_VERIFY(part<QPushButton>("free-up")->isEnabled());
    part<QPushButton>("free-up")->click();
    QVERIFY(m_actions.asked.contains(QStringLiteral("free up")));
}

void SettingsDialogTest::goesThroughAProxy()
{
    m_dialog->showPage(Page::Advanced);
    auto *host = part<QLineEdit>("proxy-host");
    QVERIFY(!host->isVisible());
    choose("proxy", 1);
    QCOMPARE(m_actions.net.proxy.kind, api::Proxy::Kind::None);
    choose("proxy", 2);
    QVERIFY(host->isVisible());
    QCOMPARE(m_actions.net.proxy.kind, api::Proxy::Kind::None); // this one has no name yet
    QTest::keyClicks(host, QStringLiteral("proxy.example.edu"));
    QTest::keyClick(host, Qt::Key_Return);
    QCOMPARE(m_actions.net.proxy, (api::Proxy{api::Proxy::Kind::Manual, QStringLiteral("proxy.example.edu"), 8080}));
    part<QSpinBox>("proxy-port")->setValue(3128);
    QCOMPARE(m_actions.net.proxy.port, 3128);
}

void SettingsDialogTest::refusesWhatIsNoHost()
{
    m_dialog->showPage(Page::Advanced);
    choose("proxy", 2);
    auto *host = part<QLineEdit>("proxy-host");
    for (const char *wrong : {"http://proxy", "user:secret@proxy", "a b", "proxy/path"}) {
        host->setText(QLatin1String(wrong));
        QTest::keyClick(host, Qt::Key_Return);
        QCOMPARE(m_actions.net.proxy.host, QString());
    }
}

void SettingsDialogTest::looksIntoAnAuthorityBeforeTrustingIt()
{
    m_dialog->showPage(Page::Advanced);
    QVERIFY(!part<QPushButton>("authority-remove")->isVisible());
    const auto chooseFile = [this] {
        part<QPushButton>("authority-choose")->click();
        auto *dialog = m_dialog->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/ca.pem"));
        dialog->close();
    };
    chooseFile();
    QVERIFY(m_actions.net.moreAuthorities.isEmpty());
    m_actions.authority = ui::SettingsActions::Authority{.certificates = 1, .name = QStringLiteral("Root"), .goodUntil = m_clock.now()};
    chooseFile();
    QCOMPARE(m_actions.net.moreAuthorities, QByteArray("/tmp/ca.pem"));
    part<QPushButton>("authority-remove")->click();
    QVERIFY(m_actions.net.moreAuthorities.isEmpty());
    QVERIFY(!part<QPushButton>("authority-remove")->isVisible());
}

void SettingsDialogTest::showsAndSavesTheReport()
{
    m_dialog->showPage(Page::Advanced);
    part<QPushButton>("check")->click();
    auto *text = m_dialog->findChild<QPlainTextEdit *>();
    QVERIFY(text);
    QCOMPARE(text->toPlainText(), m_actions.report);
    part<QPushButton>("save-report")->click();
    auto *dialog = m_dialog->findChild<QFileDialog *>();
    Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/report.txt"));
    QCOMPARE(m_actions.asked.last(), QStringLiteral("save %1 to /tmp/report.txt").arg(m_actions.report));
    part<QCheckBox>("detailed-log")->click();
    QVERIFY(m_actions.detailed);
    QVERIFY(m_settings->value(ui::setting::detailedLog));
}

void SettingsDialogTest::signsOutByTheWindow()
{
    QSignalSpy asked(m_dialog.get(), &ui::SettingsDialog::signOutRequested);
    m_dialog->showPage(Page::Account);
    part<QPushButton>("sign-out")->click();
    part<QPushButton>("sign-out-forget")->click();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).first().toBool(), false);
    QCOMPARE(asked.at(1).first().toBool(), true);
}

void SettingsDialogTest::worksByKeys()
{
    auto *list = m_dialog->findChild<QListWidget *>();
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(m_dialog->page(), Page::Account);
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(m_dialog->page(), Page::Advanced);
    // Tab goes through the page and comes back to the list.
    QSet<const QWidget *> seen;
    for (int i = 0; i < 30 && !(i > 0 && list->hasFocus()); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
        QVERIFY(QApplication::focusWidget()->isVisible());
        seen.insert(QApplication::focusWidget());
    }
    QVERIFY(list->hasFocus());
    QVERIFY(seen.contains(part<QComboBox>("proxy")));
    QVERIFY(seen.contains(part<QPushButton>("check")));
    QVERIFY(seen.contains(part<QCheckBox>("detailed-log")));
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void SettingsDialogTest::takesOverPageAndControl()
{
    m_dialog->showPage(Page::Appearance);
    part<QComboBox>("text-size")->setFocus();
    const auto former = std::move(m_dialog);
    make();
    m_dialog->takeOver(*former);
    QCOMPARE(m_dialog->page(), Page::Appearance);
    QVERIFY(m_dialog->focusWidget() == part<QComboBox>("text-size"));
}

void SettingsDialogTest::namesEveryControl()
{
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface *known = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(known && !known->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName()));
    }
}

QTEST_MAIN(SettingsDialogTest)
#include "tst_settings_dialog.moc"
