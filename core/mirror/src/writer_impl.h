#pragma once

#include "feed_rows.h"
#include "mirror/writer.h"
#include "transfer_rows.h"

#include <functional>

namespace learnlab::mirror {

class Writer::Impl
{
public:
    /// The parts that work in one transaction.
    struct Parts
    {
        TreeRows tree;
        HistoryRows history;
        OperationRows operations;
        TransferRows transfers;
        FeedRows feed;

        explicit Parts(WriteContext &context)
            : tree(context),
              history(context, tree),
              operations(context, tree, history),
              transfers(context, tree, operations, history),
              feed(context, tree, operations)
        {}
    };

    explicit Impl(std::unique_ptr<Connection> given)
        : connection(*given), reader(std::move(given)), context{connection, reader, notes, totals, names}
    {}

    /// Runs the body in a transaction of its own or a step of the one under way: all of it, or nothing. Where steps
    /// run together it is the transaction that is all or nothing.
    [[nodiscard]] Result<void> write(const std::function<Result<void>(Parts &)> &body);

    Connection &connection; ///< owned by the reader
    Reader reader;
    ChangeNotes notes;
    TotalsChange totals;
    NameBlocks names;
    WriteContext context;
    bool together = false; ///< the transaction under way was begun with Steps::Together,
    bool spoiled = false;  ///< and something in it failed

private:
    [[nodiscard]] Result<void> join(const std::function<Result<void>(Parts &)> &body);
};

} // namespace learnlab::mirror
