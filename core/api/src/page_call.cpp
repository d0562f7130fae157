#include "page_call.h"

#include "parse.h"

namespace learnlab::api {
namespace {

/// Less is read in the time that handing it over would take.
constexpr qsizetype worthAThread = 64 * 1024;

} // namespace

PageCall::PageCall(HttpContext &context, CallPlan plan, Reply<Changes> reply)
    : m_context(context),
      m_reply(std::move(reply)),
      m_call(std::make_unique<HttpCall>(context, std::move(plan),
                                        [this](const Result<QByteArray> &body) { answered(body); }))
{}

void PageCall::answered(const Result<QByteArray> &body)
{
    if (!body || body->size() < worthAThread) {
        const auto reply = std::exchange(m_reply, nullptr);
        return reply(body.and_then(parseJson).and_then(parseChanges)); // may destroy this
    }
    m_context.reading.start([this, body = *body, there = std::weak_ptr(m_alive), &home = m_context.home] {
        auto page = std::make_shared<Result<Changes>>(parseJson(body).and_then(parseChanges));
        QMetaObject::invokeMethod(
            &home,
            [this, there, page] {
                if (there.expired())
                    return;
                const auto reply = std::exchange(m_reply, nullptr);
                reply(std::move(*page)); // may destroy this
            },
            Qt::QueuedConnection);
    });
}

} // namespace learnlab::api
