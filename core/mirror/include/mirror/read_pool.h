#pragma once

#include "mirror/reader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace learnlab::mirror {

/// Two reader threads for those who show things: models ask here, even for the first page, and never wait.
/// Owner: the composition root. ask() from any thread; the answer comes on the thread of `context`, and not at all when
/// `context` is gone by then. Questions are answered newest first per `context` key when `replaces` is set: an older
/// unanswered question of the same context is dropped.
class ReadPool
{
public:
    ReadPool(const QString &path, int threads = 2);
    ~ReadPool();

    template <class T>
    void ask(QObject *context, std::function<T(const Reader &)> question, std::function<void(T)> answer)
    {
        post([this, context = guard(context), question = std::move(question), answer = std::move(answer)](const Reader &reader) {
            auto value = std::make_shared<T>(question(reader));
            deliver(context, [answer, value] { answer(std::move(*value)); });
        });
    }

private:
    class Impl;
    struct Guard;
    using GuardPointer = std::shared_ptr<Guard>;
    [[nodiscard]] GuardPointer guard(QObject *context) const;
    void post(std::function<void(const Reader &)> job);
    void deliver(const GuardPointer &guard, std::function<void()> call);

    std::unique_ptr<Impl> m_impl;
};

} // namespace learnlab::mirror
