#pragma once

#include <QtCore/QList>
#include <QtCore/QPair>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QLabel;
class QHBoxLayout;

namespace learnlab::ui {

// What stands where a list would be: a title, one sentence, at most two buttons. The first-run form adds a drawing in a
// dashed box and a line of shortcuts. UI thread; owned by its parent.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    struct Button
    {
        QString id;
        QString text;
        QString icon;
        bool primary = false;
    };

    struct Content
    {
        QString title;
        QString text;
        QList<Button> buttons;
        QList<QPair<QString, QString>> shortcuts; // keys, what they do
        bool firstRun = false;                    // drawing and dashed box
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(const Content &content);

Q_SIGNALS:
    void buttonTriggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillButtons(const QList<Button> &buttons);
    void fillShortcuts(const QList<QPair<QString, QString>> &shortcuts);
    void fitDrawing();
    void recolor();

    QWidget *m_box;
    QLabel *m_drawing;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QHBoxLayout *m_shortcuts;
    bool m_firstRun = false;
};

} // namespace learnlab::ui
