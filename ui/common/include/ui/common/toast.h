#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace learnlab::ui {

// One short sentence near the foot of its parent, with at most one action. A new one replaces the old; it goes by
// itself after 6 s with an action and 4 s without, but not under the pointer or with the focus inside. UI thread; owned
// by its parent.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);

    // ACTION is the label of the one button; empty means none. TEXT is plain.
    void showText(const QString &text, const QString &action = {});
    // How far above the parent's lower edge it floats (the height of the bottom bar and 16).
    void setFoot(int pixels);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void recolor();
    void restart();

    QLabel *m_label;
    QPushButton *m_button;
    QTimer m_clock;
    int m_foot = 56;
};

} // namespace learnlab::ui
