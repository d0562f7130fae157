#pragma once
// Everything that can be configured, once: read from a file of `key = value`, then LEARNLAB_* of the environment, then
// --key=value; the later wins. An unknown or senseless value is refused with its key named. Immutable after start.

#include <server/support/address.h>
#include <server/support/log.h>
#include <server/support/result.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace learnlab::server::support {

// Who may make an account for themselves.
enum class Registration { Closed, Domains, Invitation, Open };

struct Config
{
    std::string listenHost = "127.0.0.1";     // listen
    std::uint16_t listenPort = 8080;          // 0: a free port
    std::string publicUrl;                    // public_url; empty: the bound address. Without a slash at its end
    std::string tlsCertificateFile;           // tls.certificate_file, PEM with its chain; empty: plain HTTP
    std::string tlsKeyFile;                   // tls.key_file, PEM
    std::vector<AddressRange> trustedProxies; // trusted_proxies: whose X-Forwarded-… are believed
    std::string databaseUrl;                  // database_url
    int dbConnections = 10;                   // db.connections

    std::string objectsDirectory; // objects.directory
    std::string objectsKeyFile;   // objects.key_file; empty: beside the objects

    bool storeIsS3 = false;             // store: directory or s3
    std::string s3Endpoint;             // s3.endpoint: what this server calls, http(s)://HOST[:PORT]
    std::string s3PublicEndpoint;       // s3.public_endpoint: what clients are told; empty: the same
    std::string s3Region = "us-east-1"; // s3.region
    std::string s3Bucket;               // s3.bucket, made when absent
    std::string s3AccessKey;            // s3.access_key
    std::string s3SecretKeyFile;        // s3.secret_key_file, one line, mode 0600
    std::string s3SecretKey;            // LEARNLAB_S3_SECRET_KEY: of the environment alone, it is no setting
    bool s3PathStyle = true;            // s3.path_style: ENDPOINT/BUCKET/…, or with false BUCKET.ENDPOINT/…
    std::string s3CaFile;               // s3.ca_file, PEM; empty: what the system trusts

    std::string authKeyFile;                        // auth.key_file, made when absent, mode 0600
    int bcryptCost = 12;                            // auth.bcrypt_cost, 4 to 16
    int bcryptThreads = 0;                          // auth.bcrypt_threads; 0: all processors but one
    int bcryptQueue = 64;                           // auth.bcrypt_queue: more waiting sign-ins are answered 503
    int accessSeconds = 900;                        // auth.access_seconds
    int refreshSeconds = 30 * 24 * 3600;            // auth.refresh_seconds
    Registration registration = Registration::Open; // registration: open, domains, invitation or closed
    std::vector<std::string> registrationDomains;   // registration.domains, of e-mail addresses, in lower case
    std::string registrationInvitationFile;         // registration.invitation_file: a code on each line, mode 0600
    std::string receiptsKeyFile;                    // receipts.key_file, mode 0600; empty: auth.key_file + ".receipts"
    std::vector<std::string> corsOrigins;           // cors.origins: web pages of other addresses that may call; none
    std::string serverName = "LearnLab";            // server.name

    LogLevel logLevel = LogLevel::Info;    // log.level
    LogFormat logFormat = LogFormat::Text; // log.format

    std::uint64_t bodyBytes = 4 << 20;          // limits.body_bytes, of a JSON body
    std::uint32_t headerBytes = 16 << 10;       // limits.header_bytes
    int idleSeconds = 75;                       // limits.idle_seconds
    int connections = 10000;                    // limits.connections
    int connectionsPerAddress = 1000;           // limits.connections_per_address, or of an IPv6 /64
    int leastRate = 1024;                       // limits.least_rate: bytes per second of a body, either way; 0: none
    std::int64_t partSize = 8 << 20;            // limits.part_size
    std::int64_t multipartThreshold = 16 << 20; // limits.multipart_threshold
    std::int64_t maxFileSize = 100LL << 30;     // limits.max_file_size
    std::int64_t quotaBytes = 0;                // limits.quota_bytes of a user; 0: none
    int maxBatch = 500;                         // limits.max_batch
    int maxPartUrls = 64;                       // limits.max_part_urls
    int trashRetentionDays = 30;                // trash.retention_days
    std::string auditFile;                      // audit.file; empty: into the log
    std::vector<AddressRange> metricsAllow;     // metrics.allow: who may read /metrics besides loopback
    int drainSeconds = 20;                      // drain_seconds: how long SIGTERM waits for running requests

    std::string migrationsDirectory; // migrations.directory; empty: found beside the program
    std::string alembic = "alembic"; // migrations.alembic: the program that runs them
};

using Environment = std::map<std::string, std::string, std::less<>>;

// flags: "--key=value" or "--key", "value"; --config FILE names the file. What is no flag is left in `rest`.
struct ConfigInput
{
    std::vector<std::string> arguments;
    Environment environment;
};
struct Configured
{
    Config config;
    std::vector<std::string> rest;
};
[[nodiscard]] Result<Configured> readConfig(const ConfigInput &input);
[[nodiscard]] Environment processEnvironment();
[[nodiscard]] std::vector<std::string> settingNames();

} // namespace learnlab::server::support
