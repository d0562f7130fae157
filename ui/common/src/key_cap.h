#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

namespace learnlab::ui {

// The name of a key in a small frame, as a hint. Says nothing to assistive technology: the label beside it does.
class KeyCap final : public QWidget
{
    Q_OBJECT
public:
    KeyCap(QString keys, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
};

} // namespace learnlab::ui
