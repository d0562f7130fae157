#pragma once

#include "history_rows.h"

namespace learnlab::mirror {

/// The user's changes that the server has not confirmed, and what the rows look like with them. Lives for one
/// transaction.
class OperationRows
{
public:
    OperationRows(WriteContext &context, TreeRows &tree, HistoryRows &history)
        : m_context(context), m_tree(tree), m_history(history)
    {}

    [[nodiscard]] Result<void> queue(Operation operation, ActionId action = {});
    /// The oldest that wait behind these, if these are the oldest; they count as sent from now on.
    [[nodiscard]] QList<Operation> takeOldest(int limit, const QList<OperationId> &behind);
    [[nodiscard]] Result<void> finish(const domain::OperationResult &result);
    [[nodiscard]] Result<void> forget(OperationId id, StepState as);
    /// What was refused because somebody else changed the thing, now that it is known what they changed: goes again
    /// where nothing is lost by it, is forgotten where it is so already, and else waits for the user.
    void settleRefused();
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
    [[nodiscard]] bool areOldest(const QList<OperationId> &ids) const;
    /// Those not refused, in order.
    [[nodiscard]] QList<Operation> effective(const ItemRef &ref) const;
    [[nodiscard]] bool isStale(const ItemRef &ref, qint64 revision) const;
    [[nodiscard]] Placement rebased(const ItemRef &ref, Placement placement, const QList<Operation> &operations) const;
    /// Makes the row what base and pending operations say.
    void rebase(const ItemRef &ref);
    void left(FolderId folder);
    [[nodiscard]] bool holdsOwn(FolderId folder) const;
    /// It is on the server, or will be when those operations are through that were not refused.
    [[nodiscard]] bool isComing(FolderId folder) const;

    [[nodiscard]] Result<void> check(Operation *operation) const;
    [[nodiscard]] Result<void> checkTarget(const Operation &operation) const;
    [[nodiscard]] Result<void> checkPlace(const Operation &operation) const;
    [[nodiscard]] Result<void> changeUpload(const Operation &operation, ActionId action);
    void insert(const PendingOperation &pending, bool sent);
    void remove(OperationId id);
    void withdraw(OperationId id, StepState as);
    void createFolder(const Operation &operation);
    template <class Row>
    void takeAnswer(const Row &row);
    void refuse(const PendingOperation &pending, const Error &error);
    void replaceFolder(FolderId from, FolderId to);
    void withdrawBelow(FolderId folder, FolderId out);
    enum class Verdict { Again, AlreadySo, Ask };
    [[nodiscard]] Verdict verdict(const PendingOperation &pending, bool onEarlier) const;
    void goAgain(const PendingOperation &pending, const QHash<OperationId, OperationId> &renewed, OperationId as);
    void moveUploadsOut(FolderId folder, FolderId parent);

    WriteContext &m_context;
    TreeRows &m_tree;
    HistoryRows &m_history;
};

} // namespace learnlab::mirror
