#pragma once

#include "tree_rows.h"

namespace learnlab::mirror {

/// The user's changes that the server has not confirmed, and what the rows look like with them. Lives for one
/// transaction.
class OperationRows
{
public:
    OperationRows(WriteContext &context, TreeRows &tree) : m_context(context), m_tree(tree) {}

    [[nodiscard]] Result<void> queue(Operation operation);
    [[nodiscard]] Result<void> finish(const domain::OperationResult &result);
    [[nodiscard]] Result<void> forget(OperationId id);
    /// It waits to be sent, and for its sake a sweep left rows that the server no longer has.
    [[nodiscard]] bool holdsUnseen(OperationId id) const;

    /// Takes a row from the server: as it is, or as the base of what is pending. Ignores what is older than what is
    /// known.
    void take(const File &file);
    void take(const Folder &folder);
    /// Puts a row back in, for an operation that was carried over from a damaged mirror.
    void carry(const PendingOperation &pending);

private:
    [[nodiscard]] std::optional<PendingOperation> find(OperationId id) const;
    /// Those not refused, in order.
    [[nodiscard]] QList<Operation> effective(const ItemRef &ref) const;
    [[nodiscard]] bool isStale(const ItemRef &ref, qint64 revision) const;
    [[nodiscard]] Placement rebased(const ItemRef &ref, Placement placement, const QList<Operation> &operations) const;
    /// Makes the row what base and pending operations say.
    void rebase(const ItemRef &ref);
    [[nodiscard]] bool holdsOwn(FolderId folder) const;

    [[nodiscard]] Result<void> check(Operation *operation) const;
    [[nodiscard]] Result<void> checkTarget(const Operation &operation) const;
    [[nodiscard]] Result<void> checkPlace(const Operation &operation) const;
    [[nodiscard]] Result<void> changeUpload(const Operation &operation);
    void insert(const PendingOperation &pending);
    void remove(OperationId id);
    void createFolder(const Operation &operation);
    template <class Row>
    void takeAnswer(const Row &row);
    void refuse(const PendingOperation &pending, const Error &error);
    void replaceFolder(FolderId from, FolderId to);
    void withdrawBelow(FolderId folder);
    void moveUploadsOut(FolderId folder);

    WriteContext &m_context;
    TreeRows &m_tree;
};

} // namespace learnlab::mirror
