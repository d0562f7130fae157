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
        OperationRows operations;
        TransferRows transfers;
        FeedRows feed;

        explicit Parts(WriteContext &context)
            : tree(context),
              operations(context, tree),
              transfers(context, tree, operations),
              feed(context, tree, operations)
        {}
    };

    explicit Impl(std::unique_ptr<Connection> given)
        : connection(*given), reader(std::move(given)), context{connection, reader, notes}
    {}

    /// Runs the body in a transaction of its own or a step of the one under way: all of it, or nothing.
    [[nodiscard]] Result<void> write(const std::function<Result<void>(Parts &)> &body);

    Connection &connection; ///< owned by the reader
    Reader reader;
    ChangeNotes notes;
    WriteContext context;
};

} // namespace learnlab::mirror
