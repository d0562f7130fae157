#pragma once

#include <QtGui/QKeySequence>

class QPushButton;
class QString;
class QToolButton;
class QWidget;

// Buttons as the design has them. The parent owns each; the texts are translated by the caller.
namespace learnlab::ui {

enum class ButtonKind { Secondary, Primary, Danger, Flat, Link };

[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent, const QString &icon = {});

// 32x32, named for assistive technology; the tooltip says NAME and the keys.
[[nodiscard]] QToolButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent,
                                          const QKeySequence &keys = {});

// Changes the look of a button that exists.
void setButtonKind(QWidget *button, ButtonKind kind);

} // namespace learnlab::ui
