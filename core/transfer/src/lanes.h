#pragma once

#include "domain/id.h"

#include <set>

namespace learnlab::transfer {

/// So many of one kind at a time; the others wait in the order of the queue.
class Lane
{
public:
    explicit Lane(size_t width) : m_width(width) {}

    void setWidth(size_t width) { m_width = width; }
    void wait(qint64 position, domain::TransferId id) { m_waiting.emplace(position, id); }
    /// The next one that may go now; it counts as going until leave().
    [[nodiscard]] std::optional<domain::TransferId> next()
    {
        if (m_waiting.empty() || m_going.size() >= m_width)
            return std::nullopt;
        const domain::TransferId id = m_waiting.begin()->second;
        m_waiting.erase(m_waiting.begin());
        m_going.insert(id);
        return id;
    }
    void leave(qint64 position, domain::TransferId id)
    {
        m_waiting.erase({position, id});
        m_going.erase(id);
    }

private:
    size_t m_width;
    std::set<std::pair<qint64, domain::TransferId>> m_waiting;
    std::set<domain::TransferId> m_going;
};

} // namespace learnlab::transfer
