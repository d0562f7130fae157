#include <server/support/sha256.h>

#include <server/support/bytes.h>

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace learnlab::server::support {

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available"); // a broken installation; nothing can be stored
}

Sha256::Sha256(const Sha256 &other) : Sha256()
{
    EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get());
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

std::string Sha256::hex() const
{
    const Sha256 soFar(*this); // the end of a digest spoils it
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(soFar.m_context.get(), digest.data(), &length);
    return toHex(std::string_view(reinterpret_cast<const char *>(digest.data()), digest.size()));
}

} // namespace learnlab::server::support
