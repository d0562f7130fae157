#include <server/files/kept_pages.h>

namespace learnlab::server::files {

const std::string *KeptPages::find(const Asked &asked, const std::string &head) const
{
    constexpr std::chrono::minutes longest{5}; // addresses in a page get older, by a small part of their lifetime
    const auto known = m_known.find(asked);
    if (head.empty() || known == m_known.end() || known->second.head != head ||
        std::chrono::steady_clock::now() - known->second.made > longest)
        return nullptr;
    return &known->second.page;
}

void KeptPages::keep(const Asked &asked, std::string head, std::string page)
{
    if (head.empty())
        return;
    constexpr std::size_t mostBytes = 16 << 20;
    constexpr std::size_t around = 256; // of each page: its key and its place in the tree
    if (m_bytes + page.size() + around > mostBytes) {
        m_known.clear();
        m_bytes = 0;
    }
    const auto [place, isNew] = m_known.try_emplace(asked);
    auto &known = place->second;
    m_bytes += isNew ? around : 0;
    m_bytes = m_bytes - known.page.size() + page.size();
    known = {std::move(head), std::move(page), std::chrono::steady_clock::now()};
}

} // namespace learnlab::server::files
