#pragma once

#include "settings_page.h"

#include "ui/models/backend.h"

class QPushButton;
class QVBoxLayout;

namespace learnlab::ui {

class FormField;
class Gauge;

/// Name, password, storage and signing out. UI thread.
class AccountPage final : public SettingsPage
{
    Q_OBJECT

public:
    AccountPage(Backend &backend, QWidget *parent);

    void comeUp() override;

Q_SIGNALS:
    void signOutRequested(bool forget);

private:
    void addFacts();
    void addName();
    void addPassword();
    void addSignOut();
    [[nodiscard]] QVBoxLayout *addForm(const QString &heading);
    [[nodiscard]] QLabel *addButton(QVBoxLayout *form, QPushButton *button);
    void read();
    void saveName();
    void savePassword();

    Backend &m_backend;
    QLabel *m_email = nullptr;
    QLabel *m_storage = nullptr;
    Gauge *m_gauge = nullptr;
    FormField *m_fullName = nullptr;
    FormField *m_userName = nullptr;
    QPushButton *m_saveName = nullptr;
    QLabel *m_nameSaved = nullptr;
    FormField *m_current = nullptr;
    FormField *m_wanted = nullptr;
    QPushButton *m_savePassword = nullptr;
    QLabel *m_passwordSaved = nullptr;
};

} // namespace learnlab::ui
