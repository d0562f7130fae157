#include "banner_message.h"

#include "ui/models/error_text.h"

#include <QTest>

using namespace learnlab;

class BannerMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingWhenAllIsWell();
    void offersToSignInAgain();
    void tellsOfTheKeychain();
    void countsWhatWaits();
    void aNetworkThatWantsItsOwnSignInIsNamed();
};

void BannerMessageTest::saysNothingWhenAllIsWell()
{
    QVERIFY(!ui::bannerFor({.state = session::State::Online}, 0));
    QVERIFY(!ui::bannerFor({.state = session::State::SignedOut}, 0));
    QVERIFY(!ui::bannerFor({.state = session::State::SigningIn}, 3));
}

void BannerMessageTest::offersToSignInAgain()
{
    const auto message = ui::bannerFor({.state = session::State::Expired}, 5);
    QVERIFY(message);
    QCOMPARE(message->actions.size(), 1);
    QCOMPARE(message->actions.first().id, QLatin1String(ui::bannerAction::signIn));
    QVERIFY(message->actions.first().primary);
}

void BannerMessageTest::tellsOfTheKeychain()
{
    session::Status status{.state = session::State::Online, .remembered = false};
    QVERIFY(ui::bannerFor(status, 0));
    QVERIFY(!ui::bannerFor(status, 0, true)); // on a shared computer that is as wished
    status.state = session::State::Expired;
    status.keychainError = domain::Error{domain::ErrorCode::KeychainLocked};
    const auto locked = ui::bannerFor(status, 0);
    QVERIFY(locked);
    QVERIFY(locked->title != ui::bannerFor({.state = session::State::Expired}, 0)->title);
}

void BannerMessageTest::countsWhatWaits()
{
    const auto waiting = ui::bannerFor({.state = session::State::Offline}, 3);
    QVERIFY(waiting);
    QVERIFY(waiting->text.contains(QLatin1Char('3')));
    QCOMPARE(waiting->actions.first().id, QLatin1String(ui::bannerAction::showChanges));
    QCOMPARE(waiting->actions.last().id, QLatin1String(ui::bannerAction::tryAgain));
    QVERIFY(waiting->text != ui::bannerFor({.state = session::State::Offline}, 0)->text);
}

void BannerMessageTest::aNetworkThatWantsItsOwnSignInIsNamed()
{
    const domain::Error portal{domain::ErrorCode::CaptivePortal, {}};
    const auto offline = ui::bannerFor({.state = session::State::Offline}, 3);
    const auto message = ui::bannerFor({.state = session::State::Offline, .error = portal}, 3);
    QVERIFY(message);
    QCOMPARE(message->title, ui::errorText(portal).title);
    QCOMPARE(message->text, ui::errorText(portal).text); // what to do
    QVERIFY(message->title != offline->title);
    QCOMPARE(message->actions.size(), offline->actions.size());
}

QTEST_GUILESS_MAIN(BannerMessageTest)
#include "tst_banner_message.moc"
