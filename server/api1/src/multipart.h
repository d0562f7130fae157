#pragma once
// multipart/form-data (RFC 7578) as it comes, without keeping more than a boundary's length. Pure, any thread.

#include <server/support/result.h>

#include <functional>
#include <string>

namespace learnlab::server::api1 {

using support::Result;

struct PartHead
{
    std::string name;
    std::optional<std::string> filename; // as it was sent, escapes of browsers undone; any bytes
    std::string contentType;             // empty when it is not told
};

// The boundary of a Content-Type; nothing for another type or a boundary that cannot be one.
[[nodiscard]] std::optional<std::string> boundaryOf(std::string_view contentType);
// Of the lines of a part's head, without the empty one. 400.
[[nodiscard]] Result<PartHead> parsePartHead(std::string_view lines);

class Multipart
{
public:
    struct Events
    {
        std::function<void(PartHead)> begins;
        std::function<void(std::string_view)> bytes; // of the part that began last
    };

    Multipart(const std::string &boundary, Events events);
    // 400 for what is no multipart body.
    [[nodiscard]] Result<void> add(std::string_view bytes);
    [[nodiscard]] bool complete() const { return m_state == State::End; }

private:
    enum class State { Preamble, Boundary, Head, Body, End };
    [[nodiscard]] Result<bool> step(); // whether there may be more to do
    [[nodiscard]] Result<bool> afterBoundary();
    [[nodiscard]] Result<bool> head();
    bool toBoundary(bool tell);
    [[nodiscard]] std::string_view rest() const { return std::string_view(m_buffer).substr(m_at); }

    std::string m_delimiter;
    Events m_events;
    State m_state = State::Preamble;
    std::string m_buffer;
    std::size_t m_at = 0; // what of the buffer is done with
    std::size_t m_parts = 0;
};

} // namespace learnlab::server::api1
