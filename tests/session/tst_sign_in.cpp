#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksBeforeThePassword();
    void otherServer();
    void wrongPassword();
    void registers();
    void registrationClosed();
    void registrationByInvitation();
    void registrationRefused();
    void cancel();
    void destroyedInReply();

private:
    void signIn();
    void registerThen(const QString &invitation = {});

    const api::Credentials m_credentials{QStringLiteral("ada@example.org"), QStringLiteral("secret"),
                                         QStringLiteral("desk")};
    std::unique_ptr<fakes::ManualApi> m_api;
    std::unique_ptr<session::SignIn> m_signIn;
    std::optional<domain::Result<session::SignedIn>> m_result;
};

void TestSignIn::init()
{
    m_signIn.reset();
    m_api = std::make_unique<fakes::ManualApi>();
    m_result.reset();
}

void TestSignIn::signIn()
{
    m_signIn = session::signIn(*m_api, m_credentials,
                               [this](domain::Result<session::SignedIn> result) { m_result = std::move(result); });
}

void TestSignIn::registerThen(const QString &invitation)
{
    m_signIn = session::registerAndSignIn(
        *m_api, {QStringLiteral("ada@example.org"), QStringLiteral("ada"), QStringLiteral("secret"), {}, invitation},
        QStringLiteral("desk"), [this](domain::Result<session::SignedIn> result) { m_result = std::move(result); });
}

void TestSignIn::asksBeforeThePassword()
{
    signIn();
    QCOMPARE(m_api->loginLine.asked(), 0);
    api::Capabilities capabilities;
    capabilities.serverName = QStringLiteral("LearnLab");
    QVERIFY(m_api->capabilitiesLine.answer(capabilities));
    QCOMPARE(m_api->loginLine.asked(), 1);
    QVERIFY(m_api->loginLine.answer(makeTokens("r1", "a1")));
    QVERIFY(m_result && *m_result);
    QCOMPARE((*m_result)->tokens.refresh, QByteArray("r1"));
    QCOMPARE((*m_result)->capabilities.serverName, QStringLiteral("LearnLab"));
}

void TestSignIn::otherServer()
{
    signIn();
    QVERIFY(m_api->capabilitiesLine.answer(domain::fail(ErrorCode::NotALearnLabServer)));
    QCOMPARE(m_result->error().code, ErrorCode::NotALearnLabServer);
    QCOMPARE(m_api->loginLine.asked(), 0);
}

void TestSignIn::wrongPassword()
{
    signIn();
    QVERIFY(m_api->capabilitiesLine.answer(api::Capabilities()));
    QVERIFY(m_api->loginLine.answer(domain::fail(ErrorCode::BadCredentials)));
    QCOMPARE(m_result->error().code, ErrorCode::BadCredentials);
}

void TestSignIn::registers()
{
    registerThen();
    api::Capabilities open;
    open.registrationOpen = true;
    QVERIFY(m_api->capabilitiesLine.answer(open));
    QCOMPARE(m_api->loginLine.asked(), 0);
    QVERIFY(m_api->registerLine.answer(domain::User()));
    QVERIFY(m_api->loginLine.answer(makeTokens("r1", "a1")));
    QVERIFY(m_result && *m_result);
}

void TestSignIn::registrationClosed()
{
    registerThen();
    QVERIFY(m_api->capabilitiesLine.answer(api::Capabilities()));
    QCOMPARE(m_result->error().code, ErrorCode::Forbidden);
    QCOMPARE(m_api->registerLine.asked(), 0);
}

// The server is asked only once there is a code; what it says of the code is told as it is.
void TestSignIn::registrationByInvitation()
{
    api::Capabilities byInvitation;
    byInvitation.registrationByInvitation = true;
    registerThen();
    QVERIFY(m_api->capabilitiesLine.answer(byInvitation));
    QCOMPARE(m_result->error().code, ErrorCode::RegistrationRefused);
    QCOMPARE(m_result->error().field, QStringLiteral("invitation_code"));
    QCOMPARE(m_api->registerLine.asked(), 0);
    registerThen(QStringLiteral("a code"));
    QVERIFY(m_api->capabilitiesLine.answer(byInvitation));
    QCOMPARE(m_api->registerLine.asked(), 1);
    QVERIFY(m_api->registerLine.answer(domain::User()));
    QVERIFY(m_api->loginLine.answer(makeTokens("r1", "a1")));
    QVERIFY(m_result && *m_result);
}

void TestSignIn::registrationRefused()
{
    registerThen();
    api::Capabilities open;
    open.registrationOpen = true;
    QVERIFY(m_api->capabilitiesLine.answer(open));
    QVERIFY(m_api->registerLine.answer(
        tl::make_unexpected(domain::Error{ErrorCode::RegistrationRefused, {}, QStringLiteral("email")})));
    QCOMPARE(m_result->error().field, QStringLiteral("email"));
    QCOMPARE(m_api->loginLine.asked(), 0);
}

void TestSignIn::cancel()
{
    signIn();
    m_signIn.reset();
    QCOMPARE(m_api->capabilitiesLine.waiting(), 0);
    QVERIFY(!m_result);
}

void TestSignIn::destroyedInReply()
{
    m_signIn =
        session::signIn(*m_api, m_credentials, [this](const domain::Result<session::SignedIn> &) { m_signIn.reset(); });
    QVERIFY(m_api->capabilitiesLine.answer(domain::fail(ErrorCode::Offline)));
    QVERIFY(!m_signIn);
}

QTEST_APPLESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
