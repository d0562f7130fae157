#pragma once

#include <QWidget>

namespace learnlab::ui {

/// How full something is: a bar of 4 px. The words beside it say the same. UI thread.
class Gauge final : public QWidget
{
    Q_OBJECT

public:
    explicit Gauge(QWidget *parent);

    void setShare(double share); ///< 0 to 1; below 0 there is nothing to fill, and no bar

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = -1;
};

} // namespace learnlab::ui
