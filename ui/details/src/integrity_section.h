#pragma once

#include "proof_watch.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace learnlab::ui {

/// Whether the server has read a file's bytes back as they were uploaded: its digest, and the way to the proof. Asks
/// when the same file has been shown for a moment. UI thread; the backend outlives it.
class IntegritySection final : public QWidget
{
    Q_OBJECT

public:
    IntegritySection(Backend &backend, QWidget *parent);

    void setFile(const domain::File &file);
    /// Nothing is shown any more, and nothing asked.
    void clear();

Q_SIGNALS:
    void said(const QString &text);
    void proofRequested(const learnlab::domain::File &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Shield;

    void build();
    void showState();

    ProofWatch m_watch;
    Shield *m_shield;
    QLabel *m_words;
    QLabel *m_digest;
    QPushButton *m_proof;
};

} // namespace learnlab::ui
