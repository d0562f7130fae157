#include "workshop.h"

#include "schema.h"

#include <server/objects/directory_store.h>

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
    if (m_config.objectsDirectory.empty())
        return fail(unusable("objects.directory is missing."));
    objects::DirectoryStoreOptions options;
    options.root = m_config.objectsDirectory;
    options.keyFile = keyFiles(m_config).at("objects");
    options.publicUrl = noAddress;
    auto store = objects::DirectoryStore::open(std::move(options), m_disk);
    if (!store)
        return fail(unusable("objects.directory: " + m_config.objectsDirectory + " or its key cannot be used."));
    return std::unique_ptr<objects::ObjectStore>(std::move(*store));
}

Result<std::unique_ptr<objects::ObjectStore>> Workshop::openPlace(const std::string &place)
{
    objects::DirectoryStoreOptions options;
    options.root = std::filesystem::absolute(place).string();
    options.publicUrl = noAddress;
    auto store = objects::DirectoryStore::open(std::move(options), m_disk);
    if (!store)
        return fail(unusable(place + " cannot be made or used: " + store.error().cause.text + "."));
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
    if (!config.authKeyFile.empty())
        files["auth"] = config.authKeyFile;
    if (!config.objectsKeyFile.empty())
        files["objects"] = config.objectsKeyFile;
    else if (!config.objectsDirectory.empty())
        files["objects"] = config.objectsDirectory + "/key";
    return files;
}

std::optional<std::int64_t> freeBytesAt(const std::string &path)
{
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
