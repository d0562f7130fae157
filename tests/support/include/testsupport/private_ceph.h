#pragma once

#include <testsupport/child_process.h>

#include <QTemporaryDir>

#include <memory>

namespace learnlab::testsupport {

// A real S3 service of this test program alone: Ceph's RADOS Gateway, objects in memory, gone with the object. Starting
// costs some seconds: one for all cases, with a bucket for each.
class PrivateCeph
{
public:
    PrivateCeph();
    ~PrivateCeph();
    PrivateCeph(const PrivateCeph &) = delete;
    PrivateCeph &operator=(const PrivateCeph &) = delete;

    // False: error() says why. `running`: the folder of one that somebody else started and ends; it is used instead.
    [[nodiscard]] bool start(const QString &running = {});
    // It neither answers nor refuses, until it may go on.
    void freeze();
    void thaw();

    [[nodiscard]] QString endpoint() const { return m_endpoint; } // http://127.0.0.1:PORT
    // The same by TLS: https://127.0.0.1:PORT, with a certificate for that address alone.
    [[nodiscard]] QString tlsEndpoint() const;
    [[nodiscard]] QString certificateFile() const;
    [[nodiscard]] QString accessKey() const { return m_accessKey; }
    [[nodiscard]] QByteArray secretKey() const;
    [[nodiscard]] QString secretKeyFile() const;
    // "key=value" of a server's configuration that uses `bucket`.
    [[nodiscard]] QStringList serverSettings(const QString &bucket) const;
    [[nodiscard]] QString error() const { return m_error; }

    // Whether it is installed: a machine without it cannot run these tests.
    [[nodiscard]] static bool available();

private:
    [[nodiscard]] int gateway() const; // its process; 0: not there
    [[nodiscard]] bool launch();
    [[nodiscard]] bool makeCertificate();

    QTemporaryDir m_folder;
    QString m_ceph; // its own folder
    std::unique_ptr<ChildProcess> m_process;
    QString m_endpoint;
    QString m_accessKey;
    QString m_error;
};

} // namespace learnlab::testsupport
