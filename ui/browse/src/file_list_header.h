#pragma once

#include <ui/models/file_roles.h>

#include <QtWidgets/QHeaderView>

namespace learnlab::ui {

// The column heads: flat, with the sorted one in bold and a chevron beside it.
class FileListHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit FileListHeader(QWidget *parent);

    void showSort(FileColumn column, Qt::SortOrder order);
    [[nodiscard]] FileColumn sortColumn() const { return m_column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_order; }
    [[nodiscard]] QSize sizeHint() const override;
    // Below the line, so that the first row does not touch it.
    static constexpr int gapBelow = 4;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    FileColumn m_column = FileColumn::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace learnlab::ui
