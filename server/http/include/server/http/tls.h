#pragma once
// Certificates. Loaded at start and again when asked, without touching connections that are open.

#include <server/support/result.h>
#include <server/support/time.h>

#include <memory>
#include <optional>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace learnlab::server::http {

struct TlsFiles
{
    std::string certificate; // PEM, the server's own first, then the chain
    std::string key;         // PEM
};

// TLS 1.2 and later. A problem names the file that cannot be used, or says that the two do not belong together.
[[nodiscard]] support::Result<std::shared_ptr<boost::asio::ssl::context>> loadTls(const TlsFiles &files);

// Until when the first certificate of a file is good; nothing when there is none.
[[nodiscard]] std::optional<support::Time> certificateEnd(const std::string &file);

} // namespace learnlab::server::http
