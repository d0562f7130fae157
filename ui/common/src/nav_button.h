#pragma once

#include <ui/common/side_bar.h>

#include <QtCore/QTimer>
#include <QtWidgets/QAbstractButton>

namespace learnlab::ui {

// One place in the side bar.
class NavButton final : public QAbstractButton
{
    Q_OBJECT
public:
    NavButton(SideBarItem item, QWidget *parent);

    [[nodiscard]] const SideBarItem &item() const { return m_item; }
    void setCount(int count);
    void setRail(bool rail);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen();
    void urlsDropped(const QList<QUrl> &urls);
    void itemsDropped(const QList<QByteArray> &ids);
    void dropTargetChanged(const QString &label, bool moves);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setDropTarget(bool on, bool moves = false);

    SideBarItem m_item;
    int m_count = 0;
    bool m_rail = false;
    bool m_dropTarget = false;
    bool m_wasChecked = false; // when it was pressed
    QTimer m_spring; // until the place under a drag opens
};

} // namespace learnlab::ui
