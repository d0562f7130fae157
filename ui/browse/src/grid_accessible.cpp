#include "grid_accessible.h"

#include <ui/browse/file_grid_view.h>
#include <ui/models/file_roles.h>

namespace learnlab::ui {

namespace {

// A row, not a file: what stands there may change, as for any list.
class TileAccessible final : public QAccessibleInterface
{
public:
    TileAccessible(FileGridView *view, int row) : m_view(view), m_row(row) {}

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] bool isValid() const override { return m_view && index().isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what != QAccessible::Name)
            return {};
        const QString whole = index().data(Qt::AccessibleTextRole).toString();
        return whole.isEmpty() ? index().data(NameRole).toString() : whole;
    }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        const QRect tile = m_view->visualRect(index());
        return {m_view->viewport()->mapToGlobal(tile.topLeft()), tile.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.multiSelectable = state.focusable = true;
        state.selected = m_view->selectionModel() && m_view->selectionModel()->isSelected(index());
        state.focused = m_view->hasFocus() && m_view->currentIndex().row() == m_row;
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(index()));
        return state;
    }

private:
    [[nodiscard]] QModelIndex index() const
    {
        return m_view && m_view->model() ? m_view->model()->index(m_row, 0) : QModelIndex();
    }

    QPointer<FileGridView> m_view;
    int m_row;
};

QAccessibleInterface *makeGrid(const QString &, QObject *object)
{
    auto *view = qobject_cast<FileGridView *>(object);
    return view ? new GridAccessible(view) : nullptr; // Qt's cache owns it
}

} // namespace

GridAccessible::GridAccessible(FileGridView *view) : QAccessibleWidget(view, QAccessible::List) {}

GridAccessible::~GridAccessible()
{
    for (const auto &[row, id] : m_tiles)
        QAccessible::deleteAccessibleInterface(id);
}

void GridAccessible::install()
{
    QAccessible::installFactory(&makeGrid); // once only: Qt knows a factory that it has
}

FileGridView *GridAccessible::view() const
{
    return static_cast<FileGridView *>(object());
}

int GridAccessible::childCount() const
{
    return view()->model() ? view()->model()->rowCount() : 0;
}

QAccessibleInterface *GridAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto known = m_tiles.find(index); known != m_tiles.end())
        return QAccessible::accessibleInterface(known->second);
    auto *tile = new TileAccessible(view(), index); // Qt's cache owns it
    m_tiles.emplace(index, QAccessible::registerAccessibleInterface(tile));
    return tile;
}

QAccessibleInterface *GridAccessible::childAt(int x, int y) const
{
    return child(view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y))).row());
}

int GridAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    return child && child->role() == QAccessible::ListItem ? static_cast<const TileAccessible *>(child)->row() : -1;
}

QAccessibleInterface *GridAccessible::focusChild() const
{
    return view()->hasFocus() ? child(view()->currentIndex().row()) : nullptr;
}

} // namespace learnlab::ui
