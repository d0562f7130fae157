#include "core.h"

#include "engine/network.h"
#include "shared_computer.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace learnlab::engine {

Core::Core(Engine &front, Profile profile, Options options)
    : m_front(front),
      m_profile(std::move(profile)),
      m_options(std::move(options)),
      m_background("scan"),
      m_keychain(m_options.makeKeychain ? m_options.makeKeychain() : secrets::makeOsKeychain()),
      m_memory(secrets::makeMemoryKeychain())
{}

Core::~Core() = default;

void Core::start()
{
    sweepShared(m_profile.folder());
    const auto place = m_profile.folder().lastAccount();
    if (place) {
        if (const auto opened = openAccount(*place); !opened) {
            tellFront([error = opened.error()](Engine &front) { Q_EMIT front.accountFailed(error); });
        } else if (!m_account->services().store.read().currentSession()) {
            closeAccount();
        } else {
            tellAccount();
            m_account->resume();
        }
    }
    tellFront([](Engine &front) { Q_EMIT front.started(); });
}

void Core::stop()
{
    m_signIn.reset();
    m_question.reset();
    closeAccount();
    tellFront([](Engine &front) { Q_EMIT front.stopped(); });
}

std::unique_ptr<Core::Visit> Core::visit(const QUrl &server) const
{
    auto visit = std::make_unique<Visit>();
    visit->server = server;
    api::HttpOptions http;
    http.caFile = m_options.caFile;
    http.network = network();
    visit->api = m_options.makeApi ? m_options.makeApi(server) : api::makeHttpApi(server, http);
    return visit;
}

void Core::signIn(const QString &server, const BeginSignIn &begin, SignInAnswer answer, Computer computer)
{
    m_wanted = computer;
    const auto address = api::serverAddress(server);
    if (!address) {
        answer->answer(tl::make_unexpected(address.error()));
        return;
    }
    m_signIn = visit(*address);
    const quint64 number = ++m_signInNumber;
    m_signIn->signIn =
        begin(*m_signIn->api, deviceInfo(), [this, number, answer](domain::Result<session::SignedIn> result) {
            // Posted, because what is let go below is what is calling.
            m_scheduler.post([this, number, answer, result = std::move(result)] {
                if (!m_signIn || number != m_signInNumber)
                    return;
                const auto done = std::move(m_signIn);
                if (result)
                    signedIn(done->server, *result, answer);
                else
                    answer->answer(tl::make_unexpected(named(result.error())));
            });
        });
}

void Core::cancelSignIn()
{
    m_signIn.reset();
}

void Core::askCapabilities(const QString &server, std::shared_ptr<Pending<api::Capabilities>> answer)
{
    const auto address = api::serverAddress(server);
    if (!address) {
        answer->answer(tl::make_unexpected(address.error()));
        return;
    }
    m_question = visit(*address);
    m_question->call = m_question->api->capabilities(
        [this, answer](domain::Result<api::Capabilities> result) {
            answer->answer(result ? std::move(result) : tl::make_unexpected(named(result.error())));
        });
}

void Core::setBehindPortal(bool behind)
{
    const bool gone = std::exchange(m_behindPortal, behind) && !behind;
    if (!m_account)
        return;
    Services &services = m_account->services();
    services.session.setBehindPortal(behind);
    if (gone)
        services.transfers.networkChanged();
}

/// Before there is a session that would give it its name.
domain::Error Core::named(const domain::Error &error) const
{
    return m_behindPortal ? session::seenBehindPortal(error) : error;
}

api::Network Core::network() const
{
    return networkIn(support::Settings(m_profile.folder().settingsPath()));
}

domain::Result<void> Core::setNetwork(const api::Network &network)
{
    support::Settings settings(m_profile.folder().settingsPath());
    setNetworkIn(settings, network);
    if (m_account)
        m_account->setNetwork(network);
    return settings.save() ? domain::Result<void>() : domain::fail(domain::ErrorCode::LocalIo, m_profile.folder().settingsPath());
}

void Core::check(std::shared_ptr<Pending<QString>> answer)
{
    m_check = std::make_unique<SelfCheck>(
        SelfCheck::With{services(), m_profile.folder().path(), m_options.offline, m_computer == Computer::Shared, *m_keychain, m_background, m_scheduler, m_clock},
        [answer = std::move(answer)](const QString &report) { answer->answer(report); });
}

void Core::signedIn(const QUrl &server, const session::SignedIn &found, const SignInAnswer &answer)
{
    const bool shared = m_wanted == Computer::Shared;
    const AccountPlace own = m_profile.folder().place(server, found.tokens.user.id);
    const AccountPlace place = shared ? sharedPlace(own) : own;
    const bool same =
        m_account && m_account->services().place.key == place.key && m_account->services().place.server == server;
    if (!same) {
        closeAccount();
        m_computer = m_wanted;
        if (const auto opened = openAccount(place); !opened) {
            answer->answer(tl::make_unexpected(opened.error()));
            tellAccount();
            return;
        }
    }
    if (const auto remembered = shared ? domain::Result<void>() : m_profile.rememberAccount(place); !remembered) {
        answer->answer(tl::make_unexpected(remembered.error()));
        closeAccount();
        return;
    }
    adopt(found.tokens, answer);
}

void Core::adopt(const api::Tokens &tokens, const SignInAnswer &answer)
{
    auto adopted = [this, answer](Services &, const domain::Result<void> &result) {
        if (result) {
            tellAccount();
            answer->answer(m_account->account());
        } else {
            answer->answer(tl::make_unexpected(result.error()));
            m_scheduler.post([this] { closeAccount(); });
        }
    };
    Services &services = m_account->services();
    services.store.write([user = tokens.user](mirror::Writer &writer) { return writer.setAccount(user, std::nullopt); },
                         whileOpen(services, [tokens, adopted](Services &open, const domain::Result<void> &result) {
                             if (result)
                                 open.session.adopt(tokens, whileOpen(open, adopted));
                             else
                                 adopted(open, result);
                         }));
}

void Core::signOut(bool forgetEverything, std::shared_ptr<Pending<void>> answer)
{
    if (!m_account) {
        answer->answer(domain::fail(domain::ErrorCode::NotSignedIn));
        return;
    }
    Services &services = m_account->services();
    services.session.signOut(
        whileOpen(services, [this, forgetEverything, answer](Services &, const domain::Result<void> &result) {
            if (!result)
                answer->answer(tl::make_unexpected(result.error()));
            m_scheduler.post([this, forgetEverything, answer] { signedOut(forgetEverything, answer); });
        }));
}

void Core::signedOut(bool forgetEverything, const std::shared_ptr<Pending<void>> &answer)
{
    if (!m_account)
        return;
    const AccountPlace place = m_account->services().place;
    closeAccount();
    answer->answer(forgetEverything ? m_profile.removeAccount(place) : domain::Result<void>());
}

domain::Result<void> Core::openAccount(const AccountPlace &place)
{
    if (auto made = m_profile.makeAccount(place); !made)
        return made;
    const Tools tools{m_options,   m_profile.folder().settingsPath(), m_scheduler, m_clock, m_random, m_computer == Computer::Shared ? *m_memory : *m_keychain,
                      m_background};
    auto opened = OpenAccount::open(place, tools, listeners());
    if (!opened)
        return tl::make_unexpected(opened.error());
    m_account = std::move(*opened);
    m_account->services().session.setBehindPortal(m_behindPortal);
    return {};
}

void Core::closeAccount()
{
    if (!m_account)
        return;
    m_check.reset();
    m_account.reset();
    m_computer = Computer::Own;
    tellAccount();
}

void Core::tellAccount()
{
    auto account = m_account ? std::optional(m_account->account()) : std::nullopt;
    if (account)
        account->shared = m_computer == Computer::Shared;
    tellFront([account = std::move(account)](Engine &front) { front.setAccount(account); });
}

OpenAccount::Listeners Core::listeners()
{
    return {
        [this](const session::Status &status) { tellFront([status](Engine &front) { front.setSession(status); }); },
        [this](const sync::Status &status) { tellFront([status](Engine &front) { front.setSync(status); }); },
        [this](const transfer::Summary &summary) {
            tellFront([summary](Engine &front) { front.setTransfers(summary); });
        },
        [this](const mirror::Change &change) {
            tellFront([change](Engine &front) { Q_EMIT front.mirrorChanged(change); });
        },
    };
}

void Core::tellFront(std::function<void(Engine &)> message)
{
    QMetaObject::invokeMethod(
        &m_front, [&front = m_front, message = std::move(message)] { message(front); }, Qt::QueuedConnection);
}

QString Core::deviceInfo() const
{
    if (!m_options.deviceInfo.isEmpty())
        return m_options.deviceInfo;
    return QStringLiteral("%1 on %2").arg(QCoreApplication::applicationName(), QSysInfo::machineHostName());
}

} // namespace learnlab::engine
