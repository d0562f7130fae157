#include "open_store.h"

#include <fstream>

namespace learnlab::server::app {

using support::Config;
using support::fail;
using support::Result;

namespace {

constexpr std::int64_t leastPartOfS3 = 5 << 20;

support::Problem badSetting(std::string what)
{
    return support::problem(400, "bad_configuration", std::move(what));
}

// From the environment, or the first line of the file. Never from the command line.
Result<std::string> secretKey(const Config &config)
{
    if (!config.s3SecretKey.empty())
        return config.s3SecretKey;
    std::ifstream file(config.s3SecretKeyFile);
    std::string line;
    if (!file || (!std::getline(file, line) && line.empty()))
        return fail(badSetting("s3.secret_key_file: " + config.s3SecretKeyFile + " cannot be read or is empty."));
    while (line.ends_with('\r') || line.ends_with(' '))
        line.pop_back();
    return line;
}

Result<std::unique_ptr<objects::S3Store>> openS3(const Config &config, const std::string &bucket,
                                                 const boost::asio::any_io_executor &executor, support::Workers &disk)
{
    auto secret = secretKey(config);
    if (!secret)
        return fail(std::move(secret.error()));
    objects::S3Options options;
    options.endpoint = config.s3Endpoint;
    options.publicEndpoint = config.s3PublicEndpoint;
    options.region = config.s3Region;
    options.bucket = bucket;
    options.accessKey = config.s3AccessKey;
    options.secretKey = std::move(*secret);
    options.pathStyle = config.s3PathStyle;
    options.caFile = config.s3CaFile;
    auto store = objects::S3Store::open(executor, std::move(options), disk);
    if (!store && !config.s3CaFile.empty() && store.error().status == 503)
        return fail(
            badSetting("s3.ca_file: " + config.s3CaFile + " cannot be used: " + store.error().cause.text + "."));
    return store;
}

std::string complaintAboutS3(const Config &config)
{
    for (const auto &[name, value] : {std::pair("s3.endpoint", &config.s3Endpoint),
                                      {"s3.bucket", &config.s3Bucket},
                                      {"s3.access_key", &config.s3AccessKey}}) {
        if (value->empty())
            return std::string(name) + " is missing.";
    }
    if (config.s3SecretKey.empty() && config.s3SecretKeyFile.empty())
        return "s3.secret_key_file is missing (or LEARNLAB_S3_SECRET_KEY in the environment).";
    if (config.partSize < leastPartOfS3)
        return "limits.part_size must be 5242880 or more: S3 takes no smaller parts.";
    return {};
}

} // namespace

std::string complaintAboutStore(const Config &config)
{
    if (config.storeIsS3)
        return complaintAboutS3(config);
    return config.objectsDirectory.empty() ? "objects.directory is missing." : "";
}

Result<OpenedStore> openStore(const Config &config, const boost::asio::any_io_executor &executor,
                              support::Workers &disk, std::function<std::string()> publicUrl)
{
    if (const auto complaint = complaintAboutStore(config); !complaint.empty())
        return fail(badSetting(complaint));
    OpenedStore opened;
    if (config.storeIsS3) {
        auto store = openS3(config, config.s3Bucket, executor, disk);
        if (!store)
            return fail(std::move(store.error()));
        opened.s3 = store->get();
        opened.store = std::move(*store);
        return opened;
    }
    objects::DirectoryStoreOptions options;
    options.root = config.objectsDirectory;
    options.keyFile = config.objectsKeyFile.empty() ? config.objectsDirectory + "/key" : config.objectsKeyFile;
    options.publicUrl = std::move(publicUrl);
    auto store = objects::DirectoryStore::open(std::move(options), disk);
    if (!store)
        return fail(badSetting("objects.directory: " + config.objectsDirectory + " or its key cannot be used."));
    opened.directory = store->get();
    opened.store = std::move(*store);
    return opened;
}

Result<std::unique_ptr<objects::ObjectStore>> openBucket(const Config &config, const std::string &bucket,
                                                         const boost::asio::any_io_executor &executor,
                                                         support::Workers &disk)
{
    Config other = config;
    other.s3Bucket = bucket;
    if (const auto complaint = complaintAboutS3(other); !complaint.empty())
        return fail(badSetting(complaint));
    auto store = openS3(other, bucket, executor, disk);
    if (!store)
        return fail(std::move(store.error()));
    return std::unique_ptr<objects::ObjectStore>(std::move(*store));
}

} // namespace learnlab::server::app
