#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace learnlab::ui {

// A label, a field of 36 px and, when something is wrong with it, one sentence below.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    FormField(const QString &label, QLineEdit *field, QWidget *parent);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QString text() const;
    void showError(const QString &text);
    void clearError();
    // Something to know before typing; gives way to an error.
    void setHint(const QString &hint);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();

    QLineEdit *m_field;
    QLabel *m_icon;
    QLabel *m_words;
    QWidget *m_line;
    QString m_error;
    QString m_hint;
};

} // namespace learnlab::ui
