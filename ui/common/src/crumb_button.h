#pragma once

#include <QtWidgets/QAbstractButton>

namespace learnlab::ui {

// One part of a breadcrumb. The last one is where one is: bold, and not pressed.
class CrumbButton final : public QAbstractButton
{
    Q_OBJECT
public:
    CrumbButton(const QString &name, bool current, QWidget *parent);

    void setDropTarget(bool on);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_current;
    bool m_dropTarget = false;
};

} // namespace learnlab::ui
