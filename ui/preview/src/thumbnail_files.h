#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <optional>

namespace learnlab::ui {

/// Small pictures in a folder of the account, by digest and size in pixels. What is least recently used goes when they
/// become too many. Any one thread.
class ThumbnailFiles
{
public:
    static constexpr qint64 mostBytes = 200LL * 1024 * 1024;

    struct Found
    {
        QImage image;
        bool sheet = false;
    };

    /// An empty folder: nothing is kept.
    explicit ThumbnailFiles(const QString &folder = {}, qint64 most = mostBytes) : m_folder(folder), m_most(most) {}

    [[nodiscard]] std::optional<Found> load(const QByteArray &digest, const QSize &pixels) const;
    void save(const QByteArray &digest, const QSize &pixels, const Found &found);

private:
    void makeRoom();

    QString m_folder;
    qint64 m_most;
    qint64 m_bytes = -1; ///< of all; -1: not looked at yet
};

} // namespace learnlab::ui
