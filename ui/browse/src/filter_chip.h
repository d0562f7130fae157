#pragma once

#include <QtWidgets/QToolButton>

class QActionGroup;

namespace learnlab::ui {

// A way to narrow a list down: a menu of which one choice holds, the first of them being none, or, without choices, a
// switch. UI thread; owned by its parent.
class FilterChip final : public QToolButton
{
    Q_OBJECT
public:
    // TITLE stands in it while nothing is chosen.
    FilterChip(const QString &title, QWidget *parent);

    void addChoice(const QString &text, const QString &words);
    void clearChoices();
    // Without a signal.
    void reset();
    // A switch: what it means when it is on.
    void setSwitch(const QString &words);
    // The chosen text is all there is to say, also of the first choice.
    void setShowsFirst(bool on);
    [[nodiscard]] QString words() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showChoice();
    [[nodiscard]] bool isActive() const;

    QString m_title;
    QString m_words;
    QActionGroup *m_choices;
    bool m_showsFirst = false;
};

} // namespace learnlab::ui
