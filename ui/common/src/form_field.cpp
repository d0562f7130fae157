#include <ui/common/form_field.h>

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace learnlab::ui {

FormField::FormField(const QString &label, QLineEdit *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_icon(new QLabel(this)), m_words(new QLabel(this)), m_line(new QWidget(this))
{
    auto *name = new QLabel(label, this);
    name->setFont(fontFor(Text::SmallMedium));
    name->setBuddy(field);
    field->setParent(this);
    field->setProperty("large", true);
    field->setAccessibleName(label);
    m_words->setFont(fontFor(Text::Small));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 6, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 14);
    column->setSpacing(0);
    column->addWidget(name);
    column->addSpacing(6);
    column->addWidget(field);
    column->addWidget(m_line);
    say();
    // An error speaks of what was typed; it ends when that changes.
    connect(field, &QLineEdit::textEdited, this, &FormField::clearError);
}

QString FormField::text() const
{
    return m_field->text();
}

void FormField::showError(const QString &text)
{
    m_error = text;
    say();
    QAccessibleEvent alert(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FormField::clearError()
{
    if (m_error.isEmpty())
        return;
    m_error.clear();
    say();
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    say();
}

void FormField::say()
{
    const Theme &theme = themeOf(this);
    const bool wrong = !m_error.isEmpty();
    m_field->setProperty("error", wrong);
    m_field->update();
    m_field->setAccessibleDescription(wrong ? m_error : m_hint);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, wrong ? theme.danger : theme.text2);
    m_words->setPalette(colors);
    m_words->setText(wrong ? m_error : m_hint);
    m_line->setVisible(wrong || !m_hint.isEmpty());
    m_icon->setVisible(wrong);
    if (wrong) {
        QPixmap badge(QSize(14, 16) * devicePixelRatioF());
        badge.setDevicePixelRatio(devicePixelRatioF());
        badge.fill(Qt::transparent);
        QPainter painter(&badge);
        paintBadge(&painter, QRect(0, 0, 14, 16), ItemStatus::Failed, 14);
        painter.end();
        m_icon->setPixmap(badge);
    }
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace learnlab::ui
