#pragma once
// The part of a pile whose keys begin with a prefix, told without it: a bucket that holds other things too.

#include <server/objects/object_store.h>

namespace learnlab::server::maintenance {

class PrefixedPile final : public objects::ObjectPile
{
public:
    // `prefix`: empty, or with a slash at its end.
    PrefixedPile(std::unique_ptr<objects::ObjectPile> whole, std::string prefix)
        : m_whole(std::move(whole)), m_prefix(std::move(prefix))
    {}

    [[nodiscard]] support::Task<support::Result<objects::Listing>> list(std::string prefix, std::string after,
                                                                        std::size_t most) override;
    [[nodiscard]] support::Task<support::Result<std::string>> read(std::string key, std::int64_t offset,
                                                                   std::size_t length) override
    {
        return m_whole->read(m_prefix + key, offset, length);
    }
    [[nodiscard]] support::Task<support::Result<objects::StoredObject>> writeFile(std::string key,
                                                                                  std::string path) override
    {
        return m_whole->writeFile(m_prefix + key, std::move(path));
    }
    [[nodiscard]] support::Task<support::Result<objects::StoredObject>> writeBytes(std::string key,
                                                                                   std::string bytes) override
    {
        return m_whole->writeBytes(m_prefix + key, std::move(bytes));
    }
    [[nodiscard]] support::Task<support::Result<std::vector<support::Result<void>>>>
    removeMany(std::vector<std::string> keys) override;

private:
    std::unique_ptr<objects::ObjectPile> m_whole;
    std::string m_prefix;
};

} // namespace learnlab::server::maintenance
