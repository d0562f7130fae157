#include "proof_watch.h"

#include <ui/models/receipt_actions.h>

namespace learnlab::ui {

namespace {

bool isSameContent(const domain::File &one, const domain::File &other)
{
    return one.id == other.id && one.contentSha256 == other.contentSha256 && one.fileSize == other.fileSize &&
           (one.revision == 0) == (other.revision == 0);
}

ProofWatch::State stateOf(const receipts::Standing &standing)
{
    switch (standing.state) {
    case receipts::Standing::State::Proved:
        return ProofWatch::State::Proved;
    case receipts::Standing::State::Reading:
        return ProofWatch::State::Reading;
    case receipts::Standing::State::Refused:
        return ProofWatch::State::Refused;
    case receipts::Standing::State::Untrue:
        return ProofWatch::State::Untrue;
    case receipts::Standing::State::None:
        break;
    }
    return ProofWatch::State::None;
}

} // namespace

ProofWatch::ProofWatch(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ProofWatch::ask);
    connect(&m_backend, &Backend::sessionChanged, this, [this](const session::Status &status) {
        if (m_state == State::Failed && status.state == session::State::Online)
            retry();
    });
}

void ProofWatch::watch(const domain::File &file, std::chrono::milliseconds delay)
{
    const bool same = m_state != State::Unknown && isSameContent(file, m_file);
    m_file = file;
    if (same)
        return;
    m_standing = {};
    m_next.stop();
    if (!isPossible() || file.revision == 0 || file.contentSha256.isEmpty())
        return become(State::Unknown);
    become(State::Asking);
    m_next.start(delay);
}

void ProofWatch::stop()
{
    m_next.stop();
    m_file = {};
    m_state = State::Unknown;
}

void ProofWatch::retry()
{
    become(State::Asking);
    ask();
}

void ProofWatch::ask()
{
    if (!isPossible())
        return;
    m_backend.receipts()->receipts(m_file.id, this,
                                   [this, asked = m_file](const domain::Result<domain::Receipts> &told) {
                                       if (m_state != State::Unknown && isSameContent(asked, m_file))
                                           take(told);
                                   });
}

void ProofWatch::take(const domain::Result<domain::Receipts> &told)
{
    if (!told) {
        m_error = told.error();
        return become(State::Failed);
    }
    m_standing =
        receipts::standingOf(*told, domain::toText(m_file.id), {m_file.fileSize, m_file.contentSha256.toHex()});
    const State state = stateOf(m_standing);
    if (state == State::Reading)
        m_next.start(told->retryAfter.value_or(std::chrono::seconds(1)));
    become(state);
}

void ProofWatch::become(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed();
}

} // namespace learnlab::ui
