#pragma once

#include <QWidget>

namespace learnlab::ui {

/// The themes, each with a small picture of itself; chosen as among radio buttons. UI thread.
class ThemeChoice final : public QWidget
{
    Q_OBJECT

public:
    ThemeChoice(const QString &chosen, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &name); ///< of settings.ini
};

} // namespace learnlab::ui
