#pragma once

#include <QtWidgets/QLineEdit>

namespace learnlab::ui {

// The search field of the top bar: a magnifier, the shortcut as a hint while it is empty, a button that clears.
// Escape clears, a second Escape leaves; Down goes to the results. UI thread; owned by its parent.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void leaveRequested();
    void resultsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void makeRoom();
    [[nodiscard]] bool showsKeys() const;
    [[nodiscard]] int keyCapWidth() const;
    [[nodiscard]] static QString keyHint();
};

} // namespace learnlab::ui
