#pragma once

#include "engine/pending.h"

#include <functional>
#include <memory>

namespace learnlab::engine {

struct Services;

/// Puts questions to the rooms of the open account from one thread, and brings the answers back to it. A value; used on
/// the thread of `front` alone, which outlives the engine's thread.
class Asker
{
public:
    template <class T>
    using Answer = std::function<void(domain::Result<T>)>;
    template <class T>
    using Question = std::function<void(Services &, Answer<T>)>;
    /// Runs a job on the engine's thread; null: no account is open.
    using Post = std::function<void(std::function<void(Services *)>)>;

    Asker(QObject *front, Post post) : m_front(front), m_post(std::move(post)) {}

    /// Every question is answered; NotSignedIn when no account is open. The answer is dropped when its `context` is
    /// gone.
    template <class T>
    void ask(QObject *context, Question<T> question, Answer<T> answer) const
    {
        auto pending = std::make_shared<Pending<T>>(m_front, context, std::move(answer));
        m_post([question = std::move(question), pending](Services *services) {
            if (services)
                question(*services, [pending](domain::Result<T> result) { pending->answer(std::move(result)); });
            else
                pending->answer(domain::fail(domain::ErrorCode::NotSignedIn));
        });
    }
    /// Tells the rooms something without an answer; nothing happens when no account is open.
    void tell(std::function<void(Services &)> message) const
    {
        m_post([message = std::move(message)](Services *services) {
            if (services)
                message(*services);
        });
    }

private:
    QObject *m_front;
    Post m_post;
};

} // namespace learnlab::engine
