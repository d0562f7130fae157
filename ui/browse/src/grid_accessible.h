#pragma once

#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

#include <map>

namespace learnlab::ui {

class FileGridView;

// The grid as a screen reader sees it: a list with an item for each tile, made when it is asked for. Owned by Qt's
// cache.
class GridAccessible final : public QAccessibleWidget
{
public:
    explicit GridAccessible(FileGridView *view);
    ~GridAccessible() override;

    // Makes Qt ask for one of these when it meets a grid.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] FileGridView *view() const;

    mutable std::map<int, QAccessible::Id> m_tiles; // by row
};

} // namespace learnlab::ui
