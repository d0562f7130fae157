#include "sha256.h"

namespace learnlab::transfer {

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    begin();
}

void Sha256::begin()
{
    m_good = m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1;
}

void Sha256::add(const void *bytes, size_t size)
{
    m_good = m_good && EVP_DigestUpdate(m_context.get(), bytes, size) == 1;
}

QByteArray Sha256::finish()
{
    QByteArray digest(32, '\0');
    unsigned size = 0;
    const bool done =
        m_good && EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size) == 1;
    m_good = false;
    return done && size == 32 ? digest : QByteArray();
}

} // namespace learnlab::transfer
