#pragma once

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace learnlab::ui {

/// Settings that belong together, in a bordered card, each on a row of its own: at its start what it is and a line of
/// explanation, at its end what changes it. UI thread; owned by its parent, as everything that is put into it.
class SettingsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsCard(QWidget *parent);

    /// The control is named by the title and explained by the hint, for assistive technology too.
    QWidget *addRow(const QString &title, const QString &hint, QWidget *control);
    QCheckBox *addCheck(const QString &title, const QString &hint);
    QComboBox *addChoice(const QString &title, const QString &hint);
    /// A row that lays itself out.
    void addWide(QWidget *content);
    /// A line whose words change, like those of addRow(); returns the label of the words.
    QLabel *addFact(const QString &title, QWidget *control = nullptr);
    /// Another line under the words of a fact.
    void addBelow(const QLabel *fact, QWidget *line);
    /// Below what it is: there is no room beside it.
    void setStacked(bool stacked);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *newRow();
    QBoxLayout *newLine(QWidget *row);
    QVBoxLayout *addWords(QWidget *row, const QString &title, const QString &hint, QWidget *control);

    QVBoxLayout *m_column;
    QList<QWidget *> m_rows; // children
    QList<QBoxLayout *> m_lines; // of those that have a control at their end
    bool m_stacked = false;
};

/// A line of secondary text, wrapped.
[[nodiscard]] QLabel *quietLabel(const QString &text, QWidget *parent);
/// Words begin where the page begins, whatever script they are in: an address stands on the right of an Arabic page.
void alignToPage(QLabel *label);

} // namespace learnlab::ui
