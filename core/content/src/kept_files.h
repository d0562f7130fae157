#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <QByteArray>
#include <QSet>

namespace learnlab::content {

/// Where an account's bytes lie on this computer: names, folders and what no longer belongs there. No state.
class KeptFiles
{
public:
    explicit KeptFiles(const QString &accountFolder);

    [[nodiscard]] domain::Result<void> makeFolders() const; ///< mode 0700
    [[nodiscard]] QByteArray pathOf(const QByteArray &sha256) const;
    /// ACCOUNT/open/ID, made if need be, and in it the file's name as a local one.
    [[nodiscard]] domain::Result<QByteArray> openPath(const domain::File &file) const;
    /// LocalDiskFull when so many bytes would not leave the disk some room.
    [[nodiscard]] domain::Result<void> roomFor(qint64 bytes) const;
    void remove(const QByteArray &sha256) const;
    /// Removes kept bytes with other digests than these; and what downloads left behind, unless `downloading`.
    void sweep(const QSet<QByteArray> &wanted, bool downloading) const;
    [[nodiscard]] domain::Result<void> wipe() const;

private:
    QString m_account;
    QByteArray m_content;
    QByteArray m_open;
};

} // namespace learnlab::content
