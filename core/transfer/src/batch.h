#pragma once

#include "api/api.h"
#include "support/scheduler.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>

namespace learnlab::transfer {

/// Gathers what many transfers want to ask into few calls: while one call is under way, what comes meanwhile gathers
/// for the next one, so that a lonely request is not delayed and many are cheap. Engine thread.
template <class Request, class Answer>
class Batch
{
public:
    using Reply = std::function<void(domain::Result<Answer>)>;
    using Call = std::function<api::CallHandle(const QList<Request> &, api::Reply<QList<Answer>>)>;
    /// Which request an answer belongs to.
    using Matches = std::function<bool(const Request &, const Answer &)>;

    Batch(support::Scheduler &scheduler, Call call, Matches matches)
        : m_scheduler(scheduler), m_call(std::move(call)), m_matches(std::move(matches))
    {}

    void setMost(qsizetype most) { m_most = std::max<qsizetype>(1, most); }

    void add(domain::TransferId id, Request request, Reply reply)
    {
        m_gathering.push_back({id, std::move(request), std::move(reply)});
        wake();
    }
    /// Its reply is not called any more.
    void withdraw(domain::TransferId id)
    {
        std::erase_if(m_gathering, [&id](const Item &item) { return item.id == id; });
        for (Item &item : m_asked) {
            if (item.id == id)
                item.reply = {};
        }
    }
    void clear()
    {
        m_gathering.clear();
        m_asked.clear();
        m_handle.reset();
        m_busy = false;
    }

private:
    struct Item
    {
        domain::TransferId id;
        Request request;
        Reply reply;
    };

    /// Not at once: what follows in this turn of the loop shall share the call.
    void wake()
    {
        if (m_busy || m_woken)
            return;
        m_woken = true;
        m_scheduler.post([this, alive = std::weak_ptr<char>(m_alive)] {
            if (alive.expired())
                return;
            m_woken = false;
            ask();
        });
    }
    void ask()
    {
        m_handle.reset();
        if (m_busy || m_gathering.empty())
            return;
        m_busy = true;
        QList<Request> requests;
        while (!m_gathering.empty() && requests.size() < m_most) {
            requests.append(m_gathering.front().request);
            m_asked.push_back(std::move(m_gathering.front()));
            m_gathering.pop_front();
        }
        m_handle = m_call(requests, [this](domain::Result<QList<Answer>> answers) { answered(std::move(answers)); });
    }
    void answered(domain::Result<QList<Answer>> answers)
    {
        m_busy = false;
        std::deque<Item> asked;
        asked.swap(m_asked);
        wake(); // the handle of the call that is just replying goes in that turn, not in this one
        qsizetype at = 0;
        for (Item &item : asked) {
            if (!item.reply) {
                ++at;
                continue;
            }
            item.reply(answers ? answerFor(item.request, *answers, at)
                               : domain::Result<Answer>(tl::make_unexpected(answers.error())));
            ++at;
        }
    }
    [[nodiscard]] domain::Result<Answer> answerFor(const Request &request, const QList<Answer> &answers,
                                                   qsizetype at) const
    {
        if (at < answers.size() && m_matches(request, answers.at(at))) // in the order asked, as a rule
            return answers.at(at);
        const auto found = std::find_if(answers.begin(), answers.end(),
                                        [this, &request](const Answer &answer) { return m_matches(request, answer); });
        if (found != answers.end())
            return *found;
        return domain::fail(domain::ErrorCode::BadAnswer, QStringLiteral("one of the answers is missing"));
    }

    support::Scheduler &m_scheduler;
    Call m_call;
    Matches m_matches;
    qsizetype m_most = 100;
    std::deque<Item> m_gathering;
    std::deque<Item> m_asked;
    api::CallHandle m_handle;
    bool m_busy = false;
    bool m_woken = false;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::transfer
