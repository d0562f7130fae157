#pragma once

#include "domain/transfer.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QRadioButton;

namespace learnlab::ui {

/// Asks what to do with an upload whose name is taken. Keep both is the default and nothing is ever destroyed: what is
/// replaced goes to the trash. UI thread; open() it, never exec().
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Choice { KeepBoth, Replace, Skip };

    /// `others`: how many more transfers wait for the same question.
    ConflictDialog(const domain::Transfer &transfer, int others, QWidget *parent);

Q_SIGNALS:
    void chosen(learnlab::ui::ConflictDialog::Choice choice, bool forAll);

private:
    [[nodiscard]] Choice choice() const;
    void updateButton();
    QRadioButton *addChoice(const QString &title, const QString &consequence);

    QRadioButton *m_keepBoth;
    QRadioButton *m_replace;
    QRadioButton *m_skip;
    QCheckBox *m_forAll;
    QPushButton *m_apply;
};

} // namespace learnlab::ui
