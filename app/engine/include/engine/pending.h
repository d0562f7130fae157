#pragma once

#include "domain/error.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace learnlab::engine {

/// An answer that somebody on the front waits for. Given on any thread, delivered on the front's; an answer that is
/// forgotten (its asker was closed) is delivered as Cancelled, so that every question ends.
template <class T>
class Pending
{
public:
    using Answer = std::function<void(domain::Result<T>)>;

    /// `front` outlives every thread that answers. `context` lives on the front's thread; null: none.
    Pending(QObject *front, QObject *context, Answer answer)
        : m_front(front), m_context(context), m_hasContext(context != nullptr), m_answer(std::move(answer))
    {}
    ~Pending()
    {
        if (m_answer)
            answer(domain::fail(domain::ErrorCode::Cancelled));
    }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    /// The first answer counts.
    void answer(domain::Result<T> result)
    {
        if (!m_answer)
            return;
        QMetaObject::invokeMethod(
            m_front,
            [context = m_context, hasContext = m_hasContext, call = std::exchange(m_answer, {}),
             result = std::move(result)] {
                if (!hasContext || context)
                    call(result);
            },
            Qt::QueuedConnection);
    }

private:
    QObject *m_front;
    QPointer<QObject> m_context;
    bool m_hasContext;
    Answer m_answer;
};

} // namespace learnlab::engine
