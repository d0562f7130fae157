#pragma once
// SHA-256 of bytes that come in pieces, by OpenSSL.

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace learnlab::server::support {

class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &other); // goes on from the same bytes
    Sha256 &operator=(const Sha256 &) = delete;
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex() const; // of what came so far

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace learnlab::server::support
