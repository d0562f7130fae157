#pragma once

#include <QtWidgets/QLineEdit>

class QAction;

namespace learnlab::ui {

// A password with a button that shows it. Always left to right; never remembered by input methods. UI thread.
class PasswordField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);

    void setRevealed(bool revealed);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *m_reveal;
};

} // namespace learnlab::ui
