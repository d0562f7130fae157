#include <server/maintenance/prefixed_pile.h>

namespace learnlab::server::maintenance {

using support::Result;
using support::Task;

Task<Result<objects::Listing>> PrefixedPile::list(std::string prefix, std::string after, std::size_t most)
{
    std::string whole = m_prefix + prefix;
    std::string behind = after.empty() ? std::string() : m_prefix + after;
    auto listing = co_await m_whole->list(std::move(whole), std::move(behind), most);
    if (!listing)
        co_return support::fail(std::move(listing.error()));
    for (auto &object : listing->objects)
        object.key.erase(0, m_prefix.size());
    co_return listing;
}

Task<Result<std::vector<Result<void>>>> PrefixedPile::removeMany(std::vector<std::string> keys)
{
    for (auto &key : keys)
        key.insert(0, m_prefix);
    return m_whole->removeMany(std::move(keys));
}

} // namespace learnlab::server::maintenance
