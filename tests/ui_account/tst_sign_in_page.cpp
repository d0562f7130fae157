#include <ui/account/sign_in_page.h>
#include <ui/common/appearance.h>
#include <ui/common/password_field.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace learnlab::ui;

class TestSignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init()
    {
        m_page = std::make_unique<SignInPage>();
        m_page->resize(900, 640);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void scrollsOnlyWhenItMust()
    {
        m_page = std::make_unique<SignInPage>();
        m_page->resize(900, 680);
        m_page->setServer(QStringLiteral("learnlab.example.edu"));
        m_page->show();
        const auto *area = m_page->findChild<QScrollArea *>();
        QTRY_COMPARE(area->widget()->height(), area->viewport()->height());
        m_page->resize(900, 300);
        QTRY_VERIFY(area->widget()->height() > area->viewport()->height());
    }

    void signsInWithWhatWasTyped()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::signInRequested);
        type("Server address", QStringLiteral(" https://learnlab.example.edu "));
        type("Email", QStringLiteral("maya@example.edu"));
        type("Password", QStringLiteral(" pass word "));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("https://learnlab.example.edu"));
        // A password is taken as it is, spaces and all.
        QCOMPARE(asked.first().at(2).toString(), QStringLiteral(" pass word "));
    }

    void whatIsMissingIsSaid()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::signInRequested);
        submit();
        QCOMPARE(asked.size(), 0);
        QVERIFY(field("Server address")->property("error").toBool());
        QVERIFY(field("Server address")->hasFocus());
        type("Server address", QStringLiteral("x"));
        QVERIFY(!field("Server address")->property("error").toBool());
        submit();
        QVERIFY(field("Email")->property("error").toBool());
    }

    void aWrongPasswordStaysAndIsSelected()
    {
        m_page->setServer(QStringLiteral("learnlab.example.edu"));
        type("Email", QStringLiteral("maya@example.edu"));
        type("Password", QStringLiteral("secret"));
        m_page->showFieldError(SignInPage::Field::Password, QStringLiteral("The password does not match this email."));
        QLineEdit *password = field("Password");
        QCOMPARE(password->text(), QStringLiteral("secret"));
        QVERIFY(password->hasFocus());
        QCOMPARE(password->selectionLength(), 6);
        QVERIFY(shows(QStringLiteral("The password does not match this email.")));
        QTest::keyClicks(password, QStringLiteral("n"));
        QVERIFY(!shows(QStringLiteral("The password does not match this email.")));
        QCOMPARE(field("Email")->text(), QStringLiteral("maya@example.edu"));
    }

    void serverErrorsOpenTheAddress()
    {
        m_page->setServer(QStringLiteral("learnlab.exmaple.edu"));
        QVERIFY(!field("Server address")->isVisible());
        m_page->showServerError(QStringLiteral("Cannot reach the server"),
                                QStringLiteral("Your password was not sent."));
        QVERIFY(field("Server address")->isVisible());
        QVERIFY(field("Server address")->hasFocus());
        QVERIFY(shows(QStringLiteral("Cannot reach the server")));
        QVERIFY(button(QStringLiteral("Try again")));
        m_page->showBusy(true);
        QVERIFY(!shows(QStringLiteral("Cannot reach the server")));
    }

    void busyCanBeCancelled()
    {
        QSignalSpy cancelled(m_page.get(), &SignInPage::cancelRequested);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 0);
        m_page->showBusy(true);
        QVERIFY(button(QStringLiteral("Signing in…")));
        QVERIFY(field("Password")->isReadOnly());
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        m_page->showBusy(false);
        QVERIFY(!field("Password")->isReadOnly());
    }

    void registersOnItsOwnForm()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::registerRequested);
        m_page->setServer(QStringLiteral("learnlab.example.edu"));
        button(QStringLiteral("Create account"))->click();
        QVERIFY(m_page->isRegistering());
        type("Email", QStringLiteral("maya@example.edu"));
        type("User name", QStringLiteral("maya"));
        type("Password", QStringLiteral("short"));
        submit();
        QCOMPARE(asked.size(), 0);
        QVERIFY(field("Password")->property("error").toBool());
        type("Password", QStringLiteral("long enough"));
        submit();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(2).toString(), QStringLiteral("maya"));
        QVERIFY(asked.first().at(3).toString().isEmpty());
    }

    // The field is there once the server has asked for a code, and what was typed is sent.
    void asksForAnInvitationWhereTheServerDoes()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::registerRequested);
        m_page->setServer(QStringLiteral("learnlab.example.edu"));
        m_page->setRegistering(true);
        QVERIFY(!field("Invitation code")->isVisibleTo(m_page.get()));
        type("Email", QStringLiteral("maya@example.edu"));
        type("User name", QStringLiteral("maya"));
        type("Password", QStringLiteral("long enough"));
        submit();
        QVERIFY(asked.takeFirst().at(5).toString().isEmpty());
        m_page->askForInvitation();
        QVERIFY(field("Invitation code")->isVisibleTo(m_page.get()));
        QVERIFY(field("Invitation code")->property("error").toBool());
        type("Invitation code", QStringLiteral(" abc-def "));
        submit();
        QCOMPARE(asked.takeFirst().at(5).toString(), QStringLiteral("abc-def"));
        m_page->setRegistering(false);
        QVERIFY(!field("Invitation code")->isVisibleTo(m_page.get()));
    }

    void linesThatWrapAreWhole()
    {
        m_page->setServer(QStringLiteral("learnlab.example.edu"));
        const QString longText = QStringLiteral(
            "The password does not match this email. Check Caps Lock, then try again, or ask your university.");
        m_page->showFieldError(SignInPage::Field::Password, longText);
        const auto labels = m_page->findChildren<QLabel *>();
        const auto found =
            std::find_if(labels.begin(), labels.end(), [&](const QLabel *l) { return l->text() == longText; });
        QVERIFY(found != labels.end());
        QTRY_VERIFY((*found)->height() >= (*found)->heightForWidth((*found)->width()));
    }

    void addressesReadLeftToRight()
    {
        m_page->setLayoutDirection(Qt::RightToLeft);
        for (const char *name : {"Server address", "Email", "Password"})
            QCOMPARE(field(name)->layoutDirection(), Qt::LeftToRight);
    }

private:
    QLineEdit *field(const char *name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const QLineEdit *f) { return f->accessibleName() == QLatin1String(name); });
        return found == all.end() ? nullptr : *found;
    }

    void type(const char *name, const QString &text)
    {
        field(name)->clear();
        QTest::keyClicks(field(name), text);
    }

    QPushButton *button(const QString &text) const
    {
        const auto all = m_page->findChildren<QPushButton *>();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const QPushButton *b) { return b->isVisible() && b->text() == text; });
        return found == all.end() ? nullptr : *found;
    }

    void submit()
    {
        const auto all = m_page->findChildren<QPushButton *>();
        for (QPushButton *candidate : all) {
            if (candidate->property("kind").toString() == QLatin1String("primary"))
                candidate->click();
        }
    }

    bool shows(const QString &text) const
    {
        const auto all = m_page->findChildren<QLabel *>();
        return std::any_of(all.begin(), all.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SignInPage> m_page;
};

QTEST_MAIN(TestSignInPage)
#include "tst_sign_in_page.moc"
