#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace learnlab::content {

/// Where an account's bytes lie on this computer: names, folders and what no longer belongs there. No state.
class KeptFiles
{
public:
    explicit KeptFiles(const QString &accountFolder);

    [[nodiscard]] domain::Result<void> makeFolders() const; ///< mode 0700
    [[nodiscard]] QByteArray pathOf(const QByteArray &sha256) const;
    /// Where a new version gathers before its digest is known.
    [[nodiscard]] QByteArray gatheringPath(quint64 number) const;

    /// "ID/LABEL": a folder below open/ that is nobody's yet.
    [[nodiscard]] QString freePlace(domain::FileId file, const QByteArray &sha256) const;
    [[nodiscard]] domain::Result<void> makePlace(const QString &place) const; ///< mode 0700
    /// The folders of the place, if nothing is in them any more.
    void removePlace(const QString &place) const;
    [[nodiscard]] QByteArray copyPath(const QString &place, const QByteArray &name) const;
    /// The place of a folder below open/; empty for another.
    [[nodiscard]] QString placeOf(const QByteArray &folder) const;
    /// Files below open/ that are none of these: saved there by a program under another name.
    [[nodiscard]] QStringList strangers(const QSet<QByteArray> &known) const;

    /// What may still be written while the disk keeps some room for others; -1: not known.
    [[nodiscard]] qint64 free() const;
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
