#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QRadioButton;

namespace learnlab::ui {

class ErrorCard;
class FormField;

// Where one signs in, and where one makes an account. Asks by signals, shows what came of it, keeps what was typed. The
// password is held by its field alone. UI thread; owned by its parent.
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Field { Server, Email, UserName, FullName, Invitation, Password };

    explicit SignInPage(QWidget *parent = nullptr);

    // What was used last. With a server the address is one line of text with "Change"; without, it is a field.
    void setServer(const QString &server);
    void setEmail(const QString &email);
    // Another account's form; what was typed stays.
    void setRegistering(bool registering);
    [[nodiscard]] bool isRegistering() const { return m_registering; }
    // The wish of who signs in: nothing is to stay on this computer.
    [[nodiscard]] bool isShared() const;
    // To the first field that is empty.
    void focusFirst();

public Q_SLOTS:
    // While busy nothing can be typed, the button says so, and Escape cancels.
    void showBusy(bool busy);
    // One sentence under a field; the text of a password is selected, so that typing replaces it.
    void showFieldError(learnlab::ui::SignInPage::Field field, const QString &text);
    // This server takes new accounts by invitation: the field for the code is there from now on, and says whether a
    // code is missing or the one that was given is not valid.
    void askForInvitation();
    // What is wrong with the way to the server: the card above the form, and the address open for change.
    void showServerError(const QString &title, const QString &text);
    void clearErrors();

Q_SIGNALS:
    void signInRequested(const QString &server, const QString &email, const QString &password);
    // The full name may be empty, and so is the code of an invitation where none was asked for.
    void registerRequested(const QString &server, const QString &email, const QString &userName,
                           const QString &fullName, const QString &password, const QString &invitation);
    void cancelRequested();
    void settingsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void arrange(QWidget *sheet, QWidget *form);
    void connectParts();
    void submit();
    void showMode();
    void openServer(bool open);
    [[nodiscard]] bool complete();
    [[nodiscard]] FormField *fieldOf(Field field) const;

    QLabel *m_mark;
    QLabel *m_title;
    QWidget *m_serverLine;
    QLabel *m_serverName;
    QPushButton *m_change;
    ErrorCard *m_card;
    FormField *m_server;
    FormField *m_email;
    FormField *m_userName;
    FormField *m_fullName;
    FormField *m_invitation;
    FormField *m_password;
    QRadioButton *m_own;
    QRadioButton *m_shared;
    QPushButton *m_submit;
    QWidget *m_switchLine;
    QLabel *m_switchText;
    QPushButton *m_switch;
    bool m_registering = false;
    bool m_byInvitation = false; // the server asked for a code
    bool m_busy = false;
    bool m_failed = false; // the last try; the button then says "Try again"
};

} // namespace learnlab::ui
