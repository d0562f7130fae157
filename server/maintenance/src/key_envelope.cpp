#include "key_envelope.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <openssl/cms.h>
#include <openssl/pem.h>

namespace learnlab::server::maintenance {

namespace {

using support::fail;
using support::Result;

template <auto free>
struct Freer
{
    template <typename T>
    void operator()(T *what) const
    {
        free(what);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Envelope = std::unique_ptr<CMS_ContentInfo, Freer<CMS_ContentInfo_free>>;

support::Problem unusable(const std::string &what)
{
    return support::problem(400, "bad_configuration", what);
}

Bio bytesBio(const std::string &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string contentOf(BIO *bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return length <= 0 ? std::string() : std::string(data, static_cast<std::size_t>(length));
}

int noPassphrase(char *, int, int, void *)
{
    return 0; // never asks at the terminal
}

struct Stack
{
    Stack() : certificates(sk_X509_new_null()) {}
    ~Stack() { sk_X509_free(certificates); }
    Stack(const Stack &) = delete;
    Stack &operator=(const Stack &) = delete;
    STACK_OF(X509) * certificates;
};

} // namespace

Result<std::string> sealKeys(const KeyFiles &keys, const std::string &certificateFile)
{
    const Bio file(BIO_new_file(certificateFile.c_str(), "r"));
    const Certificate certificate(file ? PEM_read_bio_X509(file.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!certificate)
        return fail(unusable(certificateFile + " holds no X.509 certificate in PEM."));
    boost::json::object content;
    for (const auto &[name, text] : keys)
        content[name] = text;
    const std::string plain = boost::json::serialize(content);
    const Stack stack;
    sk_X509_push(stack.certificates, certificate.get());
    const Bio in = bytesBio(plain);
    const Envelope envelope(CMS_encrypt(stack.certificates, in.get(), EVP_aes_256_gcm(), CMS_BINARY));
    const Bio out(BIO_new(BIO_s_mem()));
    if (!envelope || !out || i2d_CMS_bio(out.get(), envelope.get()) != 1)
        return fail(unusable(certificateFile + ": nothing can be encrypted to this certificate."));
    return contentOf(out.get());
}

Result<KeyFiles> openKeys(const std::string &sealed, const std::string &privateKeyFile)
{
    const Bio file(BIO_new_file(privateKeyFile.c_str(), "r"));
    const Key key(file ? PEM_read_bio_PrivateKey(file.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!key)
        return fail(unusable(privateKeyFile + " holds no private key in PEM without a passphrase."));
    const Bio in = bytesBio(sealed);
    const Envelope envelope(d2i_CMS_bio(in.get(), nullptr));
    const Bio out(BIO_new(BIO_s_mem()));
    if (!envelope || CMS_decrypt(envelope.get(), key.get(), nullptr, nullptr, out.get(), CMS_BINARY) != 1)
        return fail(unusable(privateKeyFile + " does not open the keys of this backup."));
    boost::system::error_code error;
    const auto content = boost::json::parse(contentOf(out.get()), error);
    if (error || !content.is_object())
        return fail(unusable("The keys of this backup are not what this program writes."));
    KeyFiles keys;
    for (const auto &[name, text] : content.get_object()) {
        if (text.is_string())
            keys.emplace(name, text.get_string());
    }
    return keys;
}

} // namespace learnlab::server::maintenance
