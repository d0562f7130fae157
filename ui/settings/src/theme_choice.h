#pragma once

#include <QWidget>

class QBoxLayout;

namespace learnlab::ui {

/// The themes, each with a small picture of itself; chosen as among radio buttons. UI thread.
class ThemeChoice final : public QWidget
{
    Q_OBJECT

public:
    ThemeChoice(const QString &chosen, QWidget *parent);

    void setStacked(bool stacked); ///< below each other

Q_SIGNALS:
    void chosen(const QString &name); ///< of settings.ini

private:
    QBoxLayout *m_row;
};

} // namespace learnlab::ui
