#pragma once

#include "domain/transfer.h"
#include "mirror/rows.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace learnlab::ui {

/// Asks what to do with an upload whose name is taken, with both sides in sight. Keep both is the default and nothing is
/// ever destroyed: what is replaced goes to the trash. UI thread; open() it, never exec().
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Choice { KeepBoth, Replace, Skip };

    struct Question
    {
        domain::Transfer ours;
        std::optional<mirror::ItemRow> theirs; ///< what has the name on the server, if it is still there
        int others = 0;                        ///< how many more transfers wait for the same question
        support::Timestamp now;
    };

    ConflictDialog(const Question &question, QWidget *parent);

Q_SIGNALS:
    void chosen(learnlab::ui::ConflictDialog::Choice choice, bool forAll);

private:
    [[nodiscard]] Choice choice() const;
    void addTitle(const domain::Transfer &transfer, QVBoxLayout *column);
    void addSides(const Question &question, QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void updateButton();
    QRadioButton *addChoice(const QString &title, const QString &consequence, QVBoxLayout *column);

    QRadioButton *m_keepBoth;
    QRadioButton *m_replace;
    QRadioButton *m_skip;
    QCheckBox *m_forAll;
    QPushButton *m_apply = nullptr;
};

} // namespace learnlab::ui
