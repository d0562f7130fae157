#pragma once

#include "change_notes.h"
#include "mirror/reader.h"
#include "name_blocks.h"
#include "name_weights.h"
#include "placement.h"
#include "transfer_totals.h"

namespace learnlab::mirror {

/// What the writer's parts work with, inside one transaction.
struct WriteContext
{
    Connection &connection;
    const Reader &reader;
    ChangeNotes &notes;
    TotalsChange &totals;
    NameBlocks &names; ///< what the transaction changes in them, written at its end
};

/// The rows of files and folders and the server's version of those with pending operations. Lives for one transaction.
class TreeRows
{
public:
    struct Known
    {
        Placement placement;
        qint64 revision = 0;
        qint64 seen = 0;
        qint64 row = 0; ///< the rowid
    };

    explicit TreeRows(WriteContext &context) : m_context(context) {}

    /// Of the pull, as it was when this was first asked.
    [[nodiscard]] qint64 generation() const;
    [[nodiscard]] std::optional<Known> known(const ItemRef &ref) const;
    /// Writes the whole row as given; nothing where the server's row is here already.
    void put(const File &file);
    void put(const Folder &folder);
    void put(const File &file, const std::optional<Known> &before); ///< for who has asked already
    void put(const Folder &folder, const std::optional<Known> &before);
    /// Writes only what operations can change.
    void place(const ItemRef &ref, const Placement &placement);
    void erase(const ItemRef &ref);
    /// The sweep at the end of a pull takes it out, if the pull does not bring it.
    void doubt(const ItemRef &ref);
    /// Restoring a folder brings back the files that went with it, of which the server says nothing.
    void clearTrashRoot(FolderId folder);
    /// Its children have another parent by a statement of somebody else's: what is searched learns of it.
    void renewNamesIn(FolderId folder);

    [[nodiscard]] std::optional<Placement> base(const ItemRef &ref) const;
    void setBase(const ItemRef &ref, const Placement &placement);
    void dropBase(const ItemRef &ref);

    /// Something live other than `except` has this name there.
    [[nodiscard]] std::optional<ItemRef> namesake(FolderId folder, const QString &name, const ItemRef &except) const;
    [[nodiscard]] QString freeNameIn(FolderId folder, const QString &name, const ItemRef &except) const;

private:
    [[nodiscard]] QByteArray keyOf(const QString &name) const;
    [[nodiscard]] QByteArray keyOf(const QString &name, const QByteArray &folded) const;
    void insert(const File &file, const Placement &placement);
    void update(const File &file, const Placement &placement, const Known &before);
    void updateContents(const File &file, const Known &before);
    void insert(const Folder &folder);
    void update(const Folder &folder, const Known &before);
    void noteMove(const ItemRef &ref, const std::optional<Placement> &before, const std::optional<Placement> &after);

    WriteContext &m_context;
    mutable std::optional<qint64> m_generation;
    mutable std::optional<FirstScript> m_firstScript;
};

} // namespace learnlab::mirror
