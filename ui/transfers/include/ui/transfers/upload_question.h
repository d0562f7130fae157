#pragma once

#include "domain/transfer.h"
#include "transfer/transfers.h"

#include <QDialog>

#include <optional>

class QRadioButton;
class QVBoxLayout;

namespace learnlab::ui {

/// What a drop came to that should not go up without a word: very much, more than there is room for, names that are taken
/// or that other systems cannot hold.
struct UploadFacts
{
    transfer::Survey survey;
    std::optional<qint64> room; ///< bytes left on the server; none: no limit known
};

/// Whether the user has to be asked before this is queued. Pure.
[[nodiscard]] bool needsQuestion(const UploadFacts &facts);

/// Asks once for the whole drop, with numbers; the answer for names that are taken holds for all of them. UI thread;
/// open() it, never exec().
class UploadQuestion final : public QDialog
{
    Q_OBJECT

public:
    UploadQuestion(const UploadFacts &facts, const QString &target, QWidget *parent);

Q_SIGNALS:
    void chosen(learnlab::domain::OnConflict onConflict);

private:
    void addFacts(const UploadFacts &facts, QVBoxLayout *column);
    void addChoices(const transfer::Survey &survey, QVBoxLayout *column);
    void addButtons(const UploadFacts &facts, QVBoxLayout *column);
    void addLine(const QString &text, QVBoxLayout *column);
    [[nodiscard]] domain::OnConflict choice() const;

    QRadioButton *m_keepBoth = nullptr;
    QRadioButton *m_replace = nullptr;
    QRadioButton *m_later = nullptr;
};

} // namespace learnlab::ui
