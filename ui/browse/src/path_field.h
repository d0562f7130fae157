#pragma once

#include <QtWidgets/QLineEdit>

class QCompleter;
class QLabel;
class QStringListModel;

namespace learnlab::ui {

// Where one is, as words to change: "/Semester 3/Algorithms". Offers what continues the letters, and says under itself
// what there is not. Escape leaves. UI thread; owned by its parent.
class PathField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PathField(QWidget *parent);

    void open(const QString &path);
    // Folders and files that continue what was typed, as whole paths.
    void offer(const QStringList &paths);
    void refuse(const QString &reason);

Q_SIGNALS:
    void typed(const QString &path); // to be offered something
    void entered(const QString &path);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeBackRefusal();
    void takeOrEnter();

    QStringListModel *m_offers;
    QCompleter *m_completer;
    QLabel *m_reason; // a child of the window, under the field
};

} // namespace learnlab::ui
