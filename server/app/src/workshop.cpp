#include "workshop.h"

#include "open_store.h"
#include "schema.h"

#include <server/maintenance/prefixed_pile.h>

#include <filesystem>
#include <sys/statvfs.h>

namespace learnlab::server::app {

using support::fail;
using support::Result;

namespace {

store::PoolOptions fewConnections(const support::Config &config)
{
    store::PoolOptions options;
    options.url = config.databaseUrl;
    options.connections = 4;
    return options;
}

support::Problem unusable(const std::string &what)
{
    return support::problem(400, "bad_configuration", what);
}

// Nobody is given an address by a command.
std::string noAddress()
{
    return "http://localhost";
}

} // namespace

Workshop::Workshop(const support::Config &config)
    : m_config(config), m_disk(2, 10000), m_pool(m_loop.get_executor(), fewConnections(config))
{}

Workshop::~Workshop()
{
    m_pool.close();
    m_loop.restart();
    m_loop.run();
}

Result<std::unique_ptr<objects::ObjectStore>> Workshop::openStore()
{
    if (const auto complaint = complaintAboutStore(m_config); !complaint.empty())
        return fail(unusable(complaint));
    if (!m_config.storeIsS3) // its key signs addresses, and no command hands out any
        return openFolder(m_config.objectsDirectory);
    auto opened = app::openStore(m_config, m_loop.get_executor(), m_disk, noAddress);
    if (!opened)
        return fail(std::move(opened.error()));
    return std::move(opened->store);
}

Result<std::unique_ptr<objects::ObjectStore>> Workshop::openSystem()
{
    if (auto well = checkDatabase(); !well)
        return fail(std::move(well.error()));
    return openStore();
}

Result<std::unique_ptr<objects::ObjectPile>> Workshop::openPlace(const std::string &place)
{
    auto found = find(place);
    if (!found)
        return fail(std::move(found.error()));
    return std::make_unique<maintenance::PrefixedPile>(std::move(found->whole), std::move(found->prefix));
}

Result<std::unique_ptr<objects::ObjectPile>> Workshop::makePlace(const std::string &place)
{
    auto found = find(place);
    if (!found)
        return fail(std::move(found.error()));
    if (auto probed = run(found->whole->probe()); !probed)
        return fail(std::move(probed.error()));
    return std::make_unique<maintenance::PrefixedPile>(std::move(found->whole), std::move(found->prefix));
}

Result<Workshop::Place> Workshop::find(const std::string &place)
{
    constexpr std::string_view service = "s3://";
    if (!place.starts_with(service)) {
        auto folder = openFolder(std::filesystem::absolute(place).string());
        if (!folder)
            return fail(std::move(folder.error()));
        return Place{std::move(*folder), {}};
    }
    const auto slash = place.find('/', service.size());
    const std::string bucket = place.substr(service.size(), slash - service.size());
    std::string prefix = slash == std::string::npos ? "" : place.substr(slash + 1);
    if (!prefix.empty() && !prefix.ends_with('/'))
        prefix += '/';
    auto opened = openBucket(m_config, bucket, m_loop.get_executor(), m_disk);
    if (!opened)
        return fail(std::move(opened.error()));
    return Place{std::move(*opened), std::move(prefix)};
}

Result<std::unique_ptr<objects::ObjectStore>> Workshop::openFolder(const std::string &folder)
{
    objects::DirectoryStoreOptions options;
    options.root = folder;
    options.publicUrl = noAddress;
    auto store = objects::DirectoryStore::open(std::move(options), m_disk);
    if (!store)
        return fail(unusable(folder + " cannot be made or used: " + store.error().cause.text + "."));
    return std::unique_ptr<objects::ObjectStore>(std::move(*store));
}

Result<void> Workshop::checkDatabase()
{
    if (m_config.databaseUrl.empty())
        return fail(unusable("database_url is missing."));
    return run(checkSchema(m_pool));
}

std::map<std::string, std::string, std::less<>> keyFiles(const support::Config &config)
{
    std::map<std::string, std::string, std::less<>> files;
    if (!config.authKeyFile.empty()) {
        files["auth"] = config.authKeyFile;
        files["receipts"] = receiptKeyFile(config);
    }
    if (!config.objectsKeyFile.empty())
        files["objects"] = config.objectsKeyFile;
    else if (!config.objectsDirectory.empty())
        files["objects"] = config.objectsDirectory + "/key";
    return files;
}

std::string receiptKeyFile(const support::Config &config)
{
    return config.receiptsKeyFile.empty() ? config.authKeyFile + ".receipts" : config.receiptsKeyFile;
}

bool mayHoldBackups(const std::string &place)
{
    std::error_code ignored;
    return place.starts_with("s3://") || std::filesystem::is_directory(place, ignored);
}

std::optional<std::int64_t> freeBytesAt(const std::string &path)
{
    if (path.starts_with("s3://"))
        return std::nullopt;
    std::error_code ignored;
    std::filesystem::path at = std::filesystem::absolute(path, ignored);
    while (at.has_parent_path() && at != at.parent_path() && !std::filesystem::exists(at, ignored))
        at = at.parent_path();
    struct statvfs about = {};
    if (::statvfs(at.c_str(), &about) != 0)
        return std::nullopt;
    return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
}

} // namespace learnlab::server::app
