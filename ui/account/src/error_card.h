#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace learnlab::ui {

// What stands between the form and the server, in a red card: what happened, what is safe, what to do.
class ErrorCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorCard(QWidget *parent);

    void showText(const QString &title, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace learnlab::ui
