#pragma once

#include "mirror/reader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace learnlab::mirror {

/// Two reader threads for those who show things: models ask here, even for the first page, and never wait.
/// Owner: the composition root, which makes it after the store has opened the database. ask() on the thread of
/// `context`, where the answer comes too, and not at all when `context` is gone by then. With `replaces` an older
/// unanswered question of the same context that had it too is dropped: only the newest matters.
class ReadPool
{
public:
    ReadPool(const QString &path, int threads = 2);
    ~ReadPool();

    template <class T>
    void ask(QObject *context, std::function<T(const Reader &)> question, std::function<void(T)> answer,
             bool replaces = false)
    {
        const GuardPointer guarded = guard(context);
        post({[guarded, question = std::move(question), answer = std::move(answer)](const Reader &reader) {
                  auto value = std::make_shared<T>(question(reader));
                  deliver(guarded, [answer, value] { answer(std::move(*value)); });
              },
              context, replaces});
    }

private:
    class Impl;
    struct Guard;
    using GuardPointer = std::shared_ptr<Guard>;
    [[nodiscard]] static GuardPointer guard(QObject *context);
    struct Question
    {
        std::function<void(const Reader &)> run;
        const void *asker = nullptr;
        bool replaces = false;
    };
    void post(Question question);
    static void deliver(const GuardPointer &guard, std::function<void()> call);

    std::unique_ptr<Impl> m_impl;
};

} // namespace learnlab::mirror
