#include "key_walk.h"

namespace learnlab::server::maintenance {

using objects::StoredObject;
using support::Result;
using support::Task;

namespace {
constexpr std::size_t pageSize = 1000;
}

Task<Result<std::optional<StoredObject>>> KeyWalk::next()
{
    if (m_ahead)
        co_return std::exchange(m_ahead, std::nullopt);
    if (m_at == m_page.size()) {
        if (!m_more)
            co_return std::nullopt;
        auto listing = co_await m_store.list(m_prefix, m_after, pageSize);
        if (!listing)
            co_return support::fail(std::move(listing.error()));
        m_page = std::move(listing->objects);
        m_more = listing->more;
        m_at = 0;
        if (m_page.empty())
            co_return std::nullopt;
        m_after = m_page.back().key;
    }
    auto object = std::move(m_page[m_at++]);
    object.key.erase(0, m_strip.size());
    co_return object;
}

Task<Result<std::optional<StoredObject>>> KeyWalk::find(std::string key)
{
    for (;;) {
        auto object = co_await next();
        if (!object)
            co_return support::fail(std::move(object.error()));
        if (!*object)
            co_return std::nullopt;
        if ((*object)->key == key)
            co_return object;
        if ((*object)->key > key) {
            m_ahead = std::move(*object);
            co_return std::nullopt;
        }
    }
}

} // namespace learnlab::server::maintenance
