#include "config_key.h"

#include <server/support/bytes.h>

#include <charconv>

namespace learnlab::server::support {
namespace {

using Setter = std::function<std::string(Config &, std::string_view)>;

template <typename T>
Setter number(T Config::*member, std::int64_t least, std::int64_t most)
{
    return [=](Config &config, std::string_view text) -> std::string {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
            return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".";
        config.*member = static_cast<T>(value);
        return {};
    };
}

Setter text(std::string Config::*member)
{
    return [=](Config &config, std::string_view value) -> std::string {
        if (value.empty())
            return "must not be empty.";
        config.*member = value;
        return {};
    };
}

// "a, b,c" by its parts; none of them empty.
std::optional<std::vector<std::string_view>> listItems(std::string_view text)
{
    std::vector<std::string_view> items;
    while (true) {
        const auto comma = text.find(',');
        std::string_view item = text.substr(0, comma);
        while (item.starts_with(' '))
            item.remove_prefix(1);
        while (item.ends_with(' '))
            item.remove_suffix(1);
        if (item.empty())
            return {};
        items.push_back(item);
        if (comma == std::string_view::npos)
            return items;
        text.remove_prefix(comma + 1);
    }
}

Setter ranges(std::vector<AddressRange> Config::*member)
{
    return [=](Config &config, std::string_view value) -> std::string {
        std::vector<AddressRange> all;
        for (const std::string_view item : listItems(value).value_or(std::vector<std::string_view>{""})) {
            const auto range = AddressRange::parse(item);
            if (!range)
                return "must be addresses or ranges such as 10.0.0.0/8, ::1, separated by commas.";
            all.push_back(*range);
        }
        config.*member = std::move(all);
        return {};
    };
}

std::string setDomains(Config &config, std::string_view value)
{
    config.registrationDomains.clear();
    for (const std::string_view item : listItems(value).value_or(std::vector<std::string_view>{""})) {
        if (item.empty() || item.find_first_of("@ /") != std::string_view::npos)
            return "must be domains such as example.org, separated by commas.";
        config.registrationDomains.push_back(asciiLower(item));
    }
    return {};
}

// As a browser says them: no path, no slash at the end, and never any origin at all.
std::string setOrigins(Config &config, std::string_view value)
{
    config.corsOrigins.clear();
    for (const std::string_view item : listItems(value).value_or(std::vector<std::string_view>{""})) {
        const auto host = item.starts_with("https://") ? 8U : item.starts_with("http://") ? 7U : 0U;
        if (host == 0 || item.size() == host || item.find_first_of("/*?#@ ", host) != std::string_view::npos)
            return "must be origins such as https://learn.example.org, separated by commas.";
        config.corsOrigins.push_back(asciiLower(item));
    }
    return {};
}

template <typename T>
Setter oneOf(T Config::*member, std::vector<std::pair<std::string_view, T>> choices)
{
    return [=](Config &config, std::string_view value) -> std::string {
        std::string names;
        for (const auto &[name, choice] : choices) {
            if (name == value) {
                config.*member = choice;
                return {};
            }
            names += (names.empty() ? "" : ", ") + std::string(name);
        }
        return "must be one of: " + names + ".";
    };
}

std::string setListen(Config &config, std::string_view value)
{
    const auto colon = value.rfind(':');
    int port = 0;
    if (colon == std::string_view::npos || colon == 0)
        return "must be ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:0.";
    const std::string_view digits = value.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port < 0 || port > 65535)
        return "must end in a port from 0 to 65535.";
    std::string_view host = value.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    config.listenHost = host;
    config.listenPort = static_cast<std::uint16_t>(port);
    return {};
}

std::string setPublicUrl(Config &config, std::string_view value)
{
    if (!value.starts_with("http://") && !value.starts_with("https://"))
        return "must start with http:// or https://.";
    while (value.ends_with('/'))
        value.remove_suffix(1);
    if (value.find_first_of(" ?#\"<>") != std::string_view::npos)
        return "must be an address without query or fragment.";
    config.publicUrl = value;
    return {};
}

std::string setDatabaseUrl(Config &config, std::string_view value)
{
    if (!value.starts_with("postgresql://") && !value.starts_with("postgres://"))
        return "must start with postgresql://.";
    config.databaseUrl = value;
    return {};
}

std::vector<ConfigKey> makeKeys()
{
    constexpr std::int64_t year = 366LL * 24 * 3600;
    constexpr std::int64_t mebibyte = 1 << 20;
    return {
        {"listen", setListen},
        {"public_url", setPublicUrl},
        {"tls.certificate_file", text(&Config::tlsCertificateFile)},
        {"tls.key_file", text(&Config::tlsKeyFile)},
        {"trusted_proxies", ranges(&Config::trustedProxies)},
        {"database_url", setDatabaseUrl},
        {"db.connections", number(&Config::dbConnections, 1, 500)},
        {"objects.directory", text(&Config::objectsDirectory)},
        {"objects.key_file", text(&Config::objectsKeyFile)},
        {"store", oneOf<bool>(&Config::storeIsS3, {{"directory", false}, {"s3", true}})},
        {"s3.endpoint", text(&Config::s3Endpoint)},
        {"s3.public_endpoint", text(&Config::s3PublicEndpoint)},
        {"s3.region", text(&Config::s3Region)},
        {"s3.bucket", text(&Config::s3Bucket)},
        {"s3.access_key", text(&Config::s3AccessKey)},
        {"s3.secret_key_file", text(&Config::s3SecretKeyFile)},
        {"s3.path_style", oneOf<bool>(&Config::s3PathStyle, {{"true", true}, {"false", false}})},
        {"s3.ca_file", text(&Config::s3CaFile)},
        {"auth.key_file", text(&Config::authKeyFile)},
        {"auth.bcrypt_cost", number(&Config::bcryptCost, 4, 16)},
        {"auth.bcrypt_threads", number(&Config::bcryptThreads, 0, 256)},
        {"auth.bcrypt_queue", number(&Config::bcryptQueue, 1, 100000)},
        {"auth.access_seconds", number(&Config::accessSeconds, 1, 24 * 3600)},
        {"auth.refresh_seconds", number(&Config::refreshSeconds, 60, year)},
        {"registration", oneOf<Registration>(&Config::registration, {{"open", Registration::Open},
                                                                     {"domains", Registration::Domains},
                                                                     {"invitation", Registration::Invitation},
                                                                     {"closed", Registration::Closed}})},
        {"registration.domains", setDomains},
        {"registration.invitation_file", text(&Config::registrationInvitationFile)},
        {"receipts.key_file", text(&Config::receiptsKeyFile)},
        {"cors.origins", setOrigins},
        {"server.name", text(&Config::serverName)},
        {"log.level", oneOf<LogLevel>(&Config::logLevel, {{"debug", LogLevel::Debug},
                                                          {"info", LogLevel::Info},
                                                          {"warning", LogLevel::Warning},
                                                          {"error", LogLevel::Error}})},
        {"log.format", oneOf<LogFormat>(&Config::logFormat, {{"json", LogFormat::Json}, {"text", LogFormat::Text}})},
        {"limits.body_bytes", number(&Config::bodyBytes, 1024, 64 * mebibyte)},
        {"limits.header_bytes", number(&Config::headerBytes, 1024, mebibyte)},
        {"limits.idle_seconds", number(&Config::idleSeconds, 1, 3600)},
        {"limits.connections", number(&Config::connections, 1, 1000000)},
        {"limits.connections_per_address", number(&Config::connectionsPerAddress, 1, 1000000)},
        {"limits.least_rate", number(&Config::leastRate, 0, 1 << 30)},
        {"limits.part_size", number(&Config::partSize, 64 << 10, 5120 * mebibyte)},
        {"limits.multipart_threshold", number(&Config::multipartThreshold, 0, 5120 * mebibyte)},
        {"limits.max_file_size", number(&Config::maxFileSize, 1, 5LL << 40)},
        {"limits.quota_bytes", number(&Config::quotaBytes, 0, 1LL << 60)},
        {"limits.max_batch", number(&Config::maxBatch, 1, 500)},
        {"limits.max_part_urls", number(&Config::maxPartUrls, 1, 64)},
        {"trash.retention_days", number(&Config::trashRetentionDays, 1, 3650)},
        {"audit.file", text(&Config::auditFile)},
        {"metrics.allow", ranges(&Config::metricsAllow)},
        {"drain_seconds", number(&Config::drainSeconds, 0, 3600)},
        {"migrations.directory", text(&Config::migrationsDirectory)},
        {"migrations.alembic", text(&Config::alembic)},
    };
}

} // namespace

const std::vector<ConfigKey> &configKeys()
{
    static const std::vector<ConfigKey> keys = makeKeys();
    return keys;
}

const ConfigKey *findConfigKey(std::string_view name)
{
    for (const ConfigKey &key : configKeys()) {
        if (key.name == name)
            return &key;
    }
    return nullptr;
}

std::string environmentName(std::string_view key)
{
    std::string name = "LEARNLAB_";
    for (const char c : key)
        name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

} // namespace learnlab::server::support
