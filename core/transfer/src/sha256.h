#pragma once

#include <QByteArray>

#include <memory>

#include <openssl/evp.h>

namespace learnlab::transfer {

/// SHA-256 by OpenSSL, several times as fast as QCryptographicHash. begin(), add()..., finish(); then again from
/// begin().
class Sha256
{
public:
    Sha256();
    void begin();
    void add(const void *bytes, size_t size);
    [[nodiscard]] QByteArray finish(); ///< 32 bytes, or empty when OpenSSL failed

private:
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
    bool m_good = false;
};

} // namespace learnlab::transfer
