#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *newRow();
    QVBoxLayout *addWords(QWidget *row, const QString &title, const QString &hint, QWidget *control);

    QVBoxLayout *m_column;
    QList<QWidget *> m_rows; // children
};

/// A line of secondary text, wrapped.
[[nodiscard]] QLabel *quietLabel(const QString &text, QWidget *parent);

} // namespace learnlab::ui
