#pragma once

#include <ui/browse/view_mode.h>

#include <QtWidgets/QWidget>

class QToolButton;

namespace learnlab::ui {

// List or grid: two buttons on one ground, the chosen one raised. UI thread; owned by its parent.
class ViewSwitch final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewSwitch(QWidget *parent);

    void show(ViewMode mode);

Q_SIGNALS:
    void chosen(learnlab::ui::ViewMode mode);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;

    QToolButton *m_list;
    QToolButton *m_grid;
};

} // namespace learnlab::ui
