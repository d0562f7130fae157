#include "reading.h"

#include "plain_text.h"
#include "plan.h"

#include "mirror/store.h"

#include <sys/resource.h>

namespace learnlab::inside {

namespace {

constexpr qsizetype mostTogether = 32;
constexpr qint64 mostLettersTogether = 1024 * 1024;
constexpr qsizetype removedTogether = 64;

} // namespace

Reading::Reading(Indexer::Places places, Indexer::Options options, Flag stopping, Flag asked)
    : m_places(std::move(places)),
      m_options(std::move(options)),
      m_stopping(std::move(stopping)),
      m_asked(std::move(asked)),
      m_renderer({.program = m_options.renderer}, this)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Reading::look);
}

void Reading::begin()
{
    // Of this thread alone, and of the processes that it starts: whatever else there is to do comes first.
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, m_options.niceness));
}

void Reading::lookSoon()
{
    if (!m_rest.isActive())
        m_rest.start(m_options.rest);
}

bool Reading::open()
{
    if (m_index && m_index->isDamaged())
        m_index.reset();
    if (!m_index)
        m_index = Index::openToWrite(m_places.index, *m_stopping);
    if (!m_mirror) {
        auto reader = mirror::openReader(m_places.mirror);
        m_mirror = reader ? std::move(*reader) : nullptr;
    }
    return m_index && m_mirror;
}

void Reading::look()
{
    m_asked->store(false);
    if (*m_stopping || !open())
        return;
    const Work work = workFor(*m_mirror, m_index->digests());
    if (!remove(work.gone) && m_index->isDamaged())
        return lookSoon();
    m_bytes = m_index->bytes();
    m_unread.clear();
    QSet<QByteArray> held = m_slow;
    held.insert(m_asks);
    for (const Index::Document &document : std::as_const(m_read))
        held.insert(document.sha256);
    for (const QByteArray &digest : work.unread) {
        if (!held.contains(digest))
            m_unread.append(digest);
    }
    if (m_asks.isEmpty())
        readNext();
}

bool Reading::remove(const QSet<QByteArray> &gone)
{
    QSet<QByteArray> some;
    qsizetype left = gone.size();
    for (const QByteArray &digest : gone) {
        some.insert(digest);
        --left;
        if (some.size() < removedTogether && left > 0)
            continue;
        if (*m_stopping || !m_index->remove(some))
            return false;
        m_wrote = true;
        some.clear();
    }
    return true;
}

void Reading::readNext()
{
    if (*m_stopping)
        return;
    if (m_unread.isEmpty() || m_bytes + m_lettersRead >= m_options.mostOfAll)
        return settle();
    m_asks = m_unread.takeFirst();
    const preview::Request request{
        .kind = preview::Kind::Text, .path = m_places.bytes(m_asks), .most = m_options.mostOfFile};
    m_renderer.ask(request, [this](const preview::Answer &answer) {
        take(std::exchange(m_asks, {}), answer);
        readNext();
    });
}

void Reading::take(const QByteArray &digest, const preview::Answer &answer)
{
    switch (answer.outcome) {
    case preview::Outcome::NoProgram:
        m_unread.clear();
        return;
    case preview::Outcome::Unreadable: // gone meanwhile
        return;
    case preview::Outcome::TooSlow:
        m_slow.insert(digest);
        return;
    default: // whatever else it is, there are no words in it
        break;
    }
    m_read.append({digest, plainText(answer.text)});
    m_lettersRead += m_read.constLast().text.size();
    const bool enough = m_read.size() >= mostTogether || m_lettersRead >= mostLettersTogether;
    if (enough && !store())
        m_unread.clear();
}

bool Reading::store()
{
    const QList<Index::Document> read = std::exchange(m_read, {});
    m_bytes += std::exchange(m_lettersRead, 0);
    if (read.isEmpty())
        return true;
    m_wrote = true;
    if (m_index->add(read))
        return true;
    if (m_index->isDamaged())
        lookSoon();
    return false;
}

void Reading::settle()
{
    static_cast<void>(store()); // what could not be stored is unread
    if (std::exchange(m_wrote, false))
        m_index->tidy();
    Q_EMIT settled(static_cast<int>(workFor(*m_mirror, m_index->digests()).unread.size()));
}

} // namespace learnlab::inside
