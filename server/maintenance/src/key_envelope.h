#pragma once
// The signing keys in a backup: only for the eyes of an administrator who keeps the private key elsewhere. CMS (RFC
// 5652) to an X.509 certificate with AES-256-GCM: libcrypto has it, nothing needs to be installed, and without this
// program
//   openssl cms -decrypt -inform DER -in keys.cms -inkey backup.key
// opens it. Pure, but for reading the files named.

#include <server/support/result.h>

#include <map>
#include <string>

namespace learnlab::server::maintenance {

using KeyFiles = std::map<std::string, std::string, std::less<>>; // by what they are: "auth", "objects"

// `certificateFile`: PEM. 400 bad_configuration when it cannot be used.
[[nodiscard]] support::Result<std::string> sealKeys(const KeyFiles &keys, const std::string &certificateFile);
// `privateKeyFile`: PEM, without a passphrase.
[[nodiscard]] support::Result<KeyFiles> openKeys(const std::string &sealed, const std::string &privateKeyFile);

} // namespace learnlab::server::maintenance
