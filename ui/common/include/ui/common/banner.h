#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QHBoxLayout;

namespace learnlab::ui {

// One line under the top bar that says what holds everything up, with at most two ways on. Not closable while its cause
// stands: whoever shows it hides it. UI thread; owned by its parent.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Warning, Neutral, Danger };

    struct Action
    {
        QString id;
        QString text;
        bool primary = false;
        friend bool operator==(const Action &, const Action &) = default;
    };

    struct Message
    {
        Kind kind = Kind::Warning;
        QString icon;  // a name of icons/ui
        QString title; // one bold sentence
        QString text;  // what is safe, what to do
        QList<Action> actions;
        friend bool operator==(const Message &, const Message &) = default;
    };

    explicit Banner(QWidget *parent = nullptr);

    void showMessage(const Message &message);
    void hideMessage();
    [[nodiscard]] const Message &message() const { return m_message; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionTriggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRect textRect() const;

    Message m_message;
    QHBoxLayout *m_row;
    QList<QWidget *> m_buttons; // children
};

} // namespace learnlab::ui
