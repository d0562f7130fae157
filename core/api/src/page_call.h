#pragma once

#include "http_call.h"

namespace learnlab::api {

/// A call for a page of the feed. Thousands of rows are megabytes of JSON: they are read on a thread of their own, one
/// page at a time, so that the engine goes on meanwhile.
class PageCall final : public Call
{
public:
    PageCall(HttpContext &context, CallPlan plan, Reply<Changes> reply);

private:
    void answered(const Result<QByteArray> &body);

    HttpContext &m_context;
    Reply<Changes> m_reply;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< a page may be ready when the call is gone
    std::unique_ptr<HttpCall> m_call;
};

} // namespace learnlab::api
