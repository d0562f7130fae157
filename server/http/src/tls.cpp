#include <server/http/tls.h>

#include <boost/asio/ssl/context.hpp>

#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>

namespace learnlab::server::http {
namespace {

support::Failure unusable(const std::string &setting, const std::string &path, const std::string &why)
{
    return support::fail(
        support::problem(400, "bad_configuration", setting + ": " + path + " cannot be used: " + why + "."));
}

} // namespace

support::Result<std::shared_ptr<boost::asio::ssl::context>> loadTls(const TlsFiles &files)
{
    namespace ssl = boost::asio::ssl;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(ssl::context::default_workarounds | ssl::context::no_compression, error);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // thousands of connections wait at a time
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
    static constexpr unsigned char protocol[] = "\x08http/1.1";
    SSL_CTX_set_alpn_select_cb(
        native,
        [](SSL *, const unsigned char **chosen, unsigned char *length, const unsigned char *offered, unsigned int size,
           void *) {
            unsigned char *picked = nullptr;
            const int found = SSL_select_next_proto(&picked, length, protocol, sizeof protocol - 1, offered, size);
            *chosen = picked;
            return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
        },
        nullptr);
    // A key behind a password is refused, not asked for on a terminal.
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, error);
    context->use_certificate_chain_file(files.certificate, error);
    if (error)
        return unusable("tls.certificate_file", files.certificate, error.message());
    context->use_private_key_file(files.key, ssl::context::pem, error);
    if (error)
        return unusable("tls.key_file", files.key, error.message());
    if (SSL_CTX_check_private_key(native) != 1)
        return unusable("tls.key_file", files.key, "it does not belong to the certificate");
    return context;
}

std::optional<support::Time> certificateEnd(const std::string &file)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(BIO_new_file(file.c_str(), "r"), BIO_free);
    if (!source)
        return {};
    const std::unique_ptr<X509, decltype(&X509_free)> first(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr),
                                                            X509_free);
    std::tm parts{};
    if (!first || ASN1_TIME_to_tm(X509_get0_notAfter(first.get()), &parts) != 1)
        return {};
    return support::Time(std::chrono::seconds(::timegm(&parts)));
}

} // namespace learnlab::server::http
