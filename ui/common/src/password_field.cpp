#include <ui/common/password_field.h>

#include "side_buttons.h"
#include <ui/common/icons.h>

#include <QtGui/QAction>

namespace learnlab::ui {

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent), m_reveal(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setLayoutDirection(Qt::LeftToRight);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QAction::toggled, this, &PasswordField::setRevealed);
    setRevealed(false);
}

void PasswordField::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setChecked(revealed);
    m_reveal->setIcon(uiIcon(revealed ? QStringLiteral("conceal") : QStringLiteral("reveal")));
    m_reveal->setText(revealed ? tr("Hide password", "@action:button") : tr("Show password", "@action:button"));
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    enlargeSideButtons(*this);
}

} // namespace learnlab::ui
