#pragma once
// An object store with clients in front of it, either kind, for cases that hold for both.

#include "http_client.h"
#include "run_task.h"

#include <server/http/server.h>
#include <server/objects/directory_store.h>
#include <server/objects/s3_store.h>

#include <testsupport/private_ceph.h>

#include <QTemporaryDir>

class StoreWorld
{
public:
    StoreWorld() = default;
    StoreWorld(const StoreWorld &) = delete;
    StoreWorld &operator=(const StoreWorld &) = delete;
    virtual ~StoreWorld();

    // As after a restart of the server: the same contents, nothing remembered.
    virtual void reopen() = 0;
    [[nodiscard]] virtual bool isS3() const = 0;

    [[nodiscard]] learnlab::server::objects::ObjectStore &store() { return *m_store; }
    template <typename T>
    T run(learnlab::server::support::Task<T> task)
    {
        return runTask(m_loop, std::move(task));
    }
    // What a client does with an address.
    [[nodiscard]] learnlab::server::objects::Reply put(const learnlab::server::objects::Address &address,
                                                       const std::string &body);
    [[nodiscard]] learnlab::server::objects::Reply get(const std::string &url,
                                                       const learnlab::server::http::Pairs &headers = {});

protected:
    [[nodiscard]] learnlab::server::objects::Reply exchange(const std::string &url,
                                                            learnlab::server::objects::Exchange exchange);
    std::string m_connectTo; // clients find no other names than the store does
    QTemporaryDir m_folder;
    boost::asio::io_context m_loop;
    std::unique_ptr<learnlab::server::support::Workers> m_disk =
        std::make_unique<learnlab::server::support::Workers>(2, 1000);
    std::unique_ptr<learnlab::server::objects::ObjectStore> m_store;
};

class DirectoryWorld final : public StoreWorld
{
public:
    DirectoryWorld();
    void reopen() override;
    [[nodiscard]] bool isS3() const override { return false; }
    [[nodiscard]] QString root() const { return m_folder.filePath(QStringLiteral("objects")); }

private:
    learnlab::server::support::Logger m_log;
    std::unique_ptr<learnlab::server::http::Router> m_router;
    std::unique_ptr<learnlab::server::http::Server> m_server;
    std::uint16_t m_port = 0; // the same after reopen()
    std::string m_url;
};

class S3World final : public StoreWorld
{
public:
    explicit S3World(learnlab::server::objects::S3Options options);
    void reopen() override;
    [[nodiscard]] bool isS3() const override { return true; }
    [[nodiscard]] learnlab::server::objects::S3Store &s3();

private:
    learnlab::server::objects::S3Options m_options;
};

// For the service, with a bucket that is not there yet.
[[nodiscard]] learnlab::server::objects::S3Options optionsFor(const learnlab::testsupport::PrivateCeph &ceph);
[[nodiscard]] learnlab::server::objects::ObjectKey
newKey(const learnlab::server::support::Uuid &batch = learnlab::server::support::Uuid::random());
[[nodiscard]] std::string hexDigest(const std::string &bytes);
[[nodiscard]] std::string bytesOf(std::size_t size, unsigned seed = 1);
