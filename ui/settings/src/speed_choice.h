#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace learnlab::ui {

/// A limit of speed: none, one of those that are offered, or one's own. UI thread.
class SpeedChoice final : public QWidget
{
    Q_OBJECT

public:
    SpeedChoice(const QString &name, QWidget *parent);

    void setLimit(qint64 bytesPerSecond); ///< 0: none

Q_SIGNALS:
    void limitChosen(qint64 bytesPerSecond);

private:
    void choose();
    void tell(qint64 limit);

    QComboBox *m_choice;
    QDoubleSpinBox *m_own;
    qint64 m_limit = 0;
};

} // namespace learnlab::ui
