#pragma once

#include "operation_rows.h"

namespace learnlab::mirror {

/// The server's feed put into the mirror. Lives for one transaction.
class FeedRows
{
public:
    FeedRows(WriteContext &context, TreeRows &tree, OperationRows &operations)
        : m_context(context), m_tree(tree), m_operations(operations)
    {}

    void apply(const ChangesPage &page);
    void beginResync();
    /// For what the last sweep had to leave; nothing while a pull from the beginning is not through.
    void sweepAgain();
    void setAccount(const User &user);
    void setUsage(const Usage &usage);

private:
    template <class Row>
    void takePlain(const Row &row);
    void holdBackRecent(const ChangesPage &page);
    void remove(const ChangesPage::Removed &removed);
    void sweep();

    WriteContext &m_context;
    TreeRows &m_tree;
    OperationRows &m_operations;
};

} // namespace learnlab::mirror
