#pragma once

#include "operation_rows.h"

namespace learnlab::mirror {

/// The queue of transfers and the files that wait in it. Lives for one transaction.
class TransferRows
{
public:
    TransferRows(WriteContext &context, TreeRows &tree, OperationRows &operations, HistoryRows &history)
        : m_context(context), m_tree(tree), m_operations(operations), m_history(history)
    {}

    [[nodiscard]] Result<void> add(const Transfer &transfer);
    [[nodiscard]] Result<void> update(const Transfer &transfer);
    [[nodiscard]] Result<void> finish(const Transfer &transfer, const File &file);
    [[nodiscard]] Result<void> remove(TransferId id);
    [[nodiscard]] qint64 removeFinished(qint64 after, int most);
    [[nodiscard]] Result<void> move(TransferId id, qint64 position);
    [[nodiscard]] Result<void> moveFirst(TransferId id);
    [[nodiscard]] Result<void> moveBefore(TransferId id, TransferId before);
    [[nodiscard]] Result<void> moveLast(TransferId id);
    [[nodiscard]] Result<void> moveGroupFirst(TransferId group);
    void addGroup(const domain::TransferGroup &group);
    void savePart(TransferId id, const Part &part);
    void forgetParts(TransferId id);
    /// Puts one back in that was carried over from a damaged mirror, with its file's row but without asking for its
    /// folder.
    void carry(const Transfer &transfer);

private:
    /// Of a row, what a change of it depends on.
    struct Stored
    {
        qint64 row = 0;
        TransferId groupId;
        TransferKind kind = TransferKind::Upload;
        TransferState state = TransferState::Queued;
        FileId fileId;
        qint64 bytesTotal = 0;
        qint64 bytesDone = 0;
        QByteArray sha256;
        std::optional<ItemStatus> shown;
    };

    [[nodiscard]] std::optional<Stored> stored(TransferId id) const;
    [[nodiscard]] Result<void> update(const Transfer &transfer, const Stored &before);
    void insert(const Transfer &transfer);
    void addFile(const Transfer &transfer);
    void dropFile(TransferId id, const Stored &transfer);
    void note(FileId file);

    WriteContext &m_context;
    TreeRows &m_tree;
    OperationRows &m_operations;
    HistoryRows &m_history;
};

} // namespace learnlab::mirror
