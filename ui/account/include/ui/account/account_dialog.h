#pragma once

#include "ui/models/backend.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace learnlab::ui {

class DeviceList;
class FormField;

/// The account's settings: name, password, storage, and the devices that are signed in. Changes apply at once; what the
/// server says to them stands beside them. UI thread; open it with show(). The backend and the clock outlive it.
class AccountDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Account, Devices };

    AccountDialog(Backend &backend, const support::Clock &clock, QWidget *parent);

    void showPage(Page page);

private:
    void build();
    [[nodiscard]] QWidget *accountPage();
    [[nodiscard]] QWidget *devicesPage();
    void addStorage(QVBoxLayout *column);
    void readAccount();
    void readDevices();
    void saveName();
    void savePassword();
    void endOthers();
    void sayDone(QLabel *label, const QString &text);

    Backend &m_backend;
    const support::Clock &m_clock;
    QListWidget *m_pages;
    QStackedWidget *m_stack;
    FormField *m_fullName = nullptr;
    FormField *m_userName = nullptr;
    QLabel *m_email = nullptr;
    QLabel *m_storage = nullptr;
    QPushButton *m_saveName = nullptr;
    QLabel *m_nameSaved = nullptr;
    FormField *m_current = nullptr;
    FormField *m_wanted = nullptr;
    QPushButton *m_savePassword = nullptr;
    QLabel *m_passwordSaved = nullptr;
    DeviceList *m_devices = nullptr;
    QLabel *m_deviceCount = nullptr;
    QLabel *m_deviceError = nullptr;
    QPushButton *m_endOthers = nullptr;
};

} // namespace learnlab::ui
