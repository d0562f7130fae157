#pragma once
// SHA-256 of bytes that come in pieces.

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace learnlab::server::maintenance {

class Sha256Stream
{
public:
    Sha256Stream();
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex() const; // of what came so far

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace learnlab::server::maintenance
