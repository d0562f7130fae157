#pragma once

#include "settings_card.h"

#include <QScrollArea>

class QHBoxLayout;

namespace learnlab::ui {

/// One page of the settings: its title, what it is about, and cards below, scrolled when the window is low; a foot that
/// stays where there is one. UI thread; owned by the dialog.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(const QString &title, const QString &about, QWidget *parent);

    /// It comes into sight: what may have changed is read anew.
    virtual void comeUp() {}

protected:
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    SettingsCard *addCard(const QString &heading = {});
    QLabel *addNote(const QString &text);
    QHBoxLayout *addFoot();
    /// A line that says what came of a change; hidden while it is empty.
    QLabel *addOutcome();
    static void say(QLabel *outcome, const QString &text);
    /// The page is narrow for the size of its text: what stands side by side goes below each other.
    virtual void setStacked(bool stacked);
    void resizeEvent(QResizeEvent *event) override;

private:
    QScrollArea *m_area;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QVBoxLayout *m_whole;
};

} // namespace learnlab::ui
