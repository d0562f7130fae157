#pragma once

#include "ui/models/backend.h"

#include <QtWidgets/QDialog>

class QGridLayout;
class QLabel;
class QPushButton;

namespace learnlab::ui {

class ProofWatch;

/// The proof that a file was uploaded: what it says, what it is worth, and how others check it; saved as a page for
/// people and as what programs check. Asks the server by itself. UI thread; open it with open(). The backend outlives
/// it.
class ProofDialog final : public QDialog
{
    Q_OBJECT

public:
    ProofDialog(Backend &backend, const domain::File &file, QWidget *parent);

Q_SIGNALS:
    void said(const QString &text);

private:
    void build();
    void showState();
    void showProof();
    void fit();
    void addFact(const QString &label, const QString &value, bool code);
    void save(const QString &title, const QString &suffix, std::function<QByteArray()> make);
    void savePage();
    void saveReceipt();
    [[nodiscard]] QString server() const;

    Backend &m_backend;
    const domain::File m_file;
    ProofWatch *m_watch;
    QLabel *m_sentence;
    QWidget *m_factsBox;
    QGridLayout *m_facts;
    QLabel *m_check;
    QLabel *m_problem;
    QPushButton *m_retry;
    QPushButton *m_savePage;
    QPushButton *m_saveReceipt;
};

} // namespace learnlab::ui
