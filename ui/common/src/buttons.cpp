#include <ui/common/buttons.h>

#include <ui/common/fonts.h>
#include <ui/common/icons.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

namespace {

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return QStringLiteral("primary");
    case ButtonKind::Danger:
        return QStringLiteral("danger");
    case ButtonKind::Flat:
        return QStringLiteral("flat");
    case ButtonKind::Link:
        return QStringLiteral("link");
    case ButtonKind::Secondary:
        break;
    }
    return QStringLiteral("secondary");
}

} // namespace

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent, const QString &icon)
{
    auto *button = new QPushButton(text, parent);
    if (!icon.isEmpty())
        button->setIcon(uiIcon(icon));
    // The width is measured in the weight that the style will paint.
    button->setFont(fontFor(kind == ButtonKind::Primary ? Text::Strong : Text::Label));
    button->setAutoDefault(false);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    setButtonKind(button, kind);
    return button;
}

QToolButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent, const QKeySequence &keys)
{
    auto *button = new QToolButton(parent);
    button->setIcon(uiIcon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(keys.isEmpty() ? name
                                      : QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
    return button;
}

void setButtonKind(QWidget *button, ButtonKind kind)
{
    button->setProperty("kind", kindName(kind));
    button->update();
}

} // namespace learnlab::ui
