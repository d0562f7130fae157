#pragma once

#include "sim_client.h"

namespace learnlab::simulation {

/// A handful of uploads and downloads from one seed: files that change, a network that loses, repeats and reorders, a
/// user who pauses and cancels, a process that dies between any two steps.
class Scenario
{
public:
    Scenario(quint64 seed, const QString &folder);
    ~Scenario();

    /// What was found wrong; empty: nothing.
    [[nodiscard]] QStringList run();
    [[nodiscard]] int restarts() const { return m_restarts; }

private:
    void addUploads();
    void addDownloads();
    void addServersTroubles();
    void addMeddling(const domain::Transfer &transfer);
    void change(const QByteArray &path);
    void queue();
    void startClient();
    void kill();
    [[nodiscard]] bool settled() const;
    void watchPut(domain::UploadId upload, int part);
    void watchCompletion(const api::Completion &completion);
    void watchRemoval(const QByteArray &path);
    void addInterference();
    void faultsOver();
    void checkOnTheWay();
    void checkBudget();
    [[nodiscard]] Watcher watcher();

    void checkAll();
    void checkUpload(const domain::Transfer &transfer);
    void checkDownload(const domain::Transfer &transfer);
    void checkServer();

    [[nodiscard]] QByteArray someBytes();

    World m_world;
    Disk m_disk;
    Server m_server;
    Network m_network;
    QString m_mirror;
    QList<domain::Transfer> m_transfers;
    std::map<QByteArray, QList<QByteArray>> m_versions;    ///< every content that a local file ever had
    std::set<QByteArray> m_meddled;                        ///< local files that were changed or removed
    std::map<QByteArray, support::Monotonic> m_changed;    ///< when they were changed last
    std::map<domain::UploadId, support::Monotonic> m_sent; ///< when the client last heard that bytes had arrived
    int m_looks = 0;
    support::Monotonic m_second{}; ///< the budget's present one
    int m_stepsInSecond = 0;
    std::set<domain::TransferId> m_cancelled;
    std::set<domain::FileId> m_foreign; ///< on the server before
    std::set<domain::FileId> m_lost;    ///< by the server, when it was restored
    bool m_restored = false;
    std::unique_ptr<Client> m_client;
    int m_restarts = 0;
};

} // namespace learnlab::simulation
