#pragma once

#include "mirror/reader.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace learnlab::cli {

/// Where on this computer each file of a `get` goes: names from the server are made safe, and made different where two
/// of one folder would become the same.
class GetPlan
{
public:
    struct Copy
    {
        domain::FileId file;
        QByteArray destination;
    };
    struct Refused
    {
        QByteArray destination;
        domain::Error error;
    };

    /// The item itself into the local folder `into`; the top folder gives what is in it.
    void add(const mirror::Reader &reader, domain::ItemRef item, const QByteArray &into);
    [[nodiscard]] const QList<Copy> &copies() const { return m_copies; }
    /// "NAME is called OTHER here", for each that could not keep its name.
    [[nodiscard]] const QStringList &renamed() const { return m_renamed; }
    /// Makes the local folders, parents first. What cannot be made is told, and its files are left out of copies().
    [[nodiscard]] QList<Refused> makeFolders();

private:
    void addChildren(const mirror::Reader &reader, domain::FolderId folder, const QByteArray &into);
    [[nodiscard]] QByteArray place(const QByteArray &into, const QString &name);

    QList<QByteArray> m_folders;
    QList<Copy> m_copies;
    QHash<QByteArray, QSet<QString>> m_taken; ///< the names given out in each local folder
    QSet<domain::FolderId> m_seen;
    QStringList m_renamed;
};

} // namespace learnlab::cli
