#pragma once

#include <utility>

namespace learnlab::transfer {

/// Work under way for one transfer. Destroying it stops the work; no callback comes afterwards.
class Running
{
public:
    Running() = default;
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    virtual ~Running() = default;
    /// It begins nothing more from now on: whoever lets it go cannot always destroy it at once, as it may be what calls.
    virtual void halt() {}
};

/// Work that is one handle of somebody else's.
template <class Handle>
class RunningJob final : public Running
{
public:
    explicit RunningJob(Handle handle) : m_handle(std::move(handle)) {}

private:
    Handle m_handle;
};

} // namespace learnlab::transfer
