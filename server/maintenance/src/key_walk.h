#pragma once
// The objects below a prefix, one after the other in the order of their keys, read by pages.

#include <server/objects/object_store.h>

namespace learnlab::server::maintenance {

class KeyWalk
{
public:
    // `store` outlives the walk. Keys are told without `strip`, which the prefix begins with.
    KeyWalk(objects::ObjectPile &store, std::string prefix, std::string strip = {})
        : m_store(store), m_prefix(std::move(prefix)), m_strip(std::move(strip))
    {}

    // The next one, nothing at the end.
    [[nodiscard]] support::Task<support::Result<std::optional<objects::StoredObject>>> next();
    // The next one if it is not behind `key`: call it with growing keys; those in between are passed by.
    [[nodiscard]] support::Task<support::Result<std::optional<objects::StoredObject>>> find(std::string key);

private:
    objects::ObjectPile &m_store;
    std::string m_prefix;
    std::string m_strip;
    std::string m_after;
    std::vector<objects::StoredObject> m_page;
    std::size_t m_at = 0;
    bool m_more = true;
    std::optional<objects::StoredObject> m_ahead; // read by find, and behind what was asked for
};

} // namespace learnlab::server::maintenance
