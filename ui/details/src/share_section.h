#pragma once

#include "ui/models/backend.h"
#include "ui/models/link_actions.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace learnlab::ui {

class PasswordField;

/// The public link to one file: made, copied, changed and withdrawn here. While the server is asked its buttons wait; what
/// it says stands below them. UI thread; the backend and the clock outlive it.
class ShareSection final : public QWidget
{
    Q_OBJECT

public:
    ShareSection(Backend &backend, const support::Clock &clock, QWidget *parent);

    /// Another file, or the same with other links; what is being typed about the same file stays.
    void setFile(const domain::File &file, const QList<domain::Link> &links, bool live);
    /// The field with the address, or the button that makes one.
    void takeFocus();
    [[nodiscard]] const QList<domain::Link> &links() const { return m_links; }
    void copyLink();

Q_SIGNALS:
    void said(const QString &text);
    void linksChanged(); ///< by what was asked here

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildOptions(QWidget *box);
    void showState();
    void editOptions(bool edit);
    void make();
    void change();
    void revoke();
    void wait(bool waiting);
    void tell(const QString &problem);
    [[nodiscard]] std::optional<domain::LinkWish> wish();
    template <class T>
    [[nodiscard]] std::function<void(domain::Result<T>)> answered(const QString &done);

    Backend &m_backend;
    const support::Clock &m_clock;
    domain::File m_file;
    QList<domain::Link> m_links;
    bool m_live = true;
    bool m_editing = false;
    QLabel *m_note;
    QWidget *m_linkBox;
    QLineEdit *m_url;
    QPushButton *m_copy;
    QLabel *m_standing;
    QPushButton *m_change;
    QPushButton *m_revoke;
    QWidget *m_options;
    QComboBox *m_expiry;
    PasswordField *m_password;
    QCheckBox *m_noPassword;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QLabel *m_problem;
};

} // namespace learnlab::ui
