#include "runner.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::Consequence;
using domain::Error;
using domain::ErrorCode;
using domain::TransferId;

namespace {

constexpr auto longestSleep = std::chrono::minutes(5); // wall clocks jump: look again at least so often
constexpr size_t abandonAtOnce = 4;

bool waitsForNetwork(const domain::Transfer &row)
{
    if (!row.error)
        return true;
    const Consequence consequence = domain::consequenceOf(row.error->code);
    return consequence == Consequence::WaitNetwork || consequence == Consequence::SignIn ||
           row.error->code == ErrorCode::MeteredNetwork;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

void Runner::askLimits()
{
    if (m_limitsCall)
        return;
    m_limitsCall = m_with.api.capabilities(
        [this](const domain::Result<api::Capabilities> &capabilities) { limitsKnown(capabilities); });
}

void Runner::limitsKnown(const domain::Result<api::Capabilities> &capabilities)
{
    m_with.scheduler.post(guarded([this] {
        m_limitsCall.reset();
        wakeSoon();
    }));
    if (!capabilities) {
        Error error = capabilities.error();
        // This account was signed in to here: whatever answers in the server's place is the network's own page.
        if (error.code == ErrorCode::NotALearnLabServer || error.code == ErrorCode::BadAnswer)
            error.code = ErrorCode::CaptivePortal;
        reached(error);
        m_limitsError = error;
        ++m_probes;
        return;
    }
    reached(std::nullopt);
    m_probes = 0;
    m_limitsKnown = true;
    m_limitsError.reset();
    m_limits = capabilities->limits;
    m_hosts = capabilities->objectHosts;
    refresh(); // what is small and what is large may be another thing now
    const qsizetype most = std::clamp(m_limits.maxBatch, 1, 100);
    m_creations.setMost(most);
    m_completions.setMost(most);
    m_urls.setMost(most);
}

void Runner::reached(const std::optional<Error> &error)
{
    const session::State state = m_with.session.status().state;
    if (!error) {
        if (state == session::State::Offline)
            m_with.scheduler.post(guarded([this] { m_with.session.reportReachable(); }));
        return;
    }
    if (domain::consequenceOf(error->code) == Consequence::WaitNetwork && state == session::State::Online)
        m_with.scheduler.post(guarded([this, error = *error] { m_with.session.reportUnreachable(error); }));
}

void Runner::sessionChanged(const session::Status &status)
{
    // What waits says why: another name for it is told to all that wait for the network.
    const bool portal = status.error && status.error->code == ErrorCode::CaptivePortal;
    const bool renamed = std::exchange(m_portal, portal) != portal && status.state == session::State::Offline;
    if (m_running && (status.state == session::State::Online || renamed))
        wakeThoseWaitingForNetwork();
    wakeSoon();
}

void Runner::wakeThoseWaitingForNetwork()
{
    const std::set<domain::UploadId> untold = std::exchange(m_toAbandon, {});
    for (const domain::UploadId &id : untold)
        abandon(id);
    const std::set<TransferId> waiting = m_entries.waiting();
    for (const TransferId &id : waiting) {
        if (waitsForNetwork(m_entries.find(id)->row))
            apply(id, event::Due{});
    }
}

void Runner::setTimer()
{
    if (m_timer)
        m_with.scheduler.cancel(*std::exchange(m_timer, std::nullopt));
    if (m_entries.waiting().empty())
        return;
    const auto now = m_with.clock.now();
    auto delay = std::chrono::duration_cast<std::chrono::milliseconds>(longestSleep);
    if (m_with.session.status().state == session::State::Offline) {
        delay = backoff(m_probes + 1, 0);
    } else if (!blocked()) {
        if (const auto due = m_entries.nextDue())
            delay = std::min(delay, std::chrono::ceil<std::chrono::milliseconds>(*due - now));
    }
    m_timer = m_with.scheduler.after(std::max(delay, std::chrono::milliseconds(1)), guarded([this] {
                                         m_timer.reset();
                                         timeCame();
                                     }));
}

void Runner::timeCame()
{
    if (m_with.session.status().state == session::State::Offline) {
        askLimits(); // one question instead of one for each transfer: if it is answered, the session says so to all
        setTimer();
        return;
    }
    if (!blocked()) {
        const auto now = m_with.clock.now();
        const QList<TransferId> due = m_entries.dueBy(now);
        for (const TransferId &id : due)
            apply(id, event::Due{});
        // A wall clock that was set back must not make anybody wait for long.
        const auto next = m_entries.nextDue();
        if (next && *next - now > std::chrono::hours(2)) {
            const std::set<TransferId> waiting = m_entries.waiting();
            for (const TransferId &id : waiting)
                apply(id, event::Due{});
        }
    }
    wakeSoon();
    setTimer();
}

void Runner::abandon(domain::UploadId id)
{
    if (m_abandoning.size() >= abandonAtOnce) {
        m_toAbandon.insert(id);
        return;
    }
    m_abandoning[id] = m_with.api.abandonUpload(id, [this, id](const domain::Result<void> &done) {
        // Told again when the server is there; what it never hears of it gives up when the upload's time is over.
        const bool passing = !done && (domain::consequenceOf(done.error().code) == Consequence::WaitNetwork ||
                                       domain::consequenceOf(done.error().code) == Consequence::RetryLater);
        m_with.scheduler.post(guarded([this, id, passing] {
            m_abandoning.erase(id);
            if (passing) {
                m_toAbandon.insert(id);
            } else if (!m_toAbandon.empty()) {
                const domain::UploadId next = *m_toAbandon.begin();
                m_toAbandon.erase(m_toAbandon.begin());
                abandon(next);
            }
        }));
    });
}

/// Bytes and the keys to them go only where the server said in the beginning that they would.
std::optional<Error> Runner::refusedHost(const QUrl &url)
{
    const bool named = std::any_of(m_hosts.begin(), m_hosts.end(),
                                   [&url](const QString &host) { return sameOrigin(QUrl(host), url); });
    if (named)
        return std::nullopt;
    m_limitsKnown = false; // the server may have been moved to another store since
    return Error{ErrorCode::HostRefused, QStringLiteral("a URL at a host that the server did not name")};
}

} // namespace learnlab::transfer
