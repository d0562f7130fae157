// How the pages of the account dialog stand together.
#include "ui/account/account_dialog.h"

#include "device_list.h"
#include "ui/common/form_field.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/password_field.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace learnlab::ui {

namespace {

constexpr int pageListWidth = 208;
constexpr int formWidth = 372;

QLabel *heading(const QString &text, Text role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(fontFor(role));
    return label;
}

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// A page that scrolls when the window is low.
QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

} // namespace

void AccountDialog::build()
{
    m_pages->setFixedWidth(static_cast<int>(pageListWidth * textScale()));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->viewport()->setBackgroundRole(QPalette::Window);
    m_pages->viewport()->setAutoFillBackground(true);
    m_pages->setIconSize(QSize(20, 20));
    // The selected page stands on a soft ground, on which text stays text.
    QPalette colors = m_pages->palette();
    colors.setBrush(QPalette::HighlightedText, colors.brush(QPalette::Text));
    m_pages->setPalette(colors);
    m_pages->setAccessibleName(tr("Pages"));
    for (const auto &[icon, text] : {std::pair(QStringLiteral("settings-account"), tr("Account")),
                                     std::pair(QStringLiteral("settings-devices"), tr("Devices"))}) {
        auto *item = new QListWidgetItem(uiIcon(icon), text, m_pages);
        item->setSizeHint({0, heightFor(38, fontFor(Text::Body), 10)});
    }
    m_stack->addWidget(accountPage());
    m_stack->addWidget(devicesPage());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 12, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_pages);
    row->addWidget(m_stack, 1);
}

void AccountDialog::addStorage(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_email = quiet({}, page);
    m_storage = quiet({}, page);
    for (const auto &[title, words] : {std::pair(tr("Email"), m_email), std::pair(tr("Storage"), m_storage)}) {
        auto *row = new QHBoxLayout;
        auto *label = heading(title, Text::Label, page);
        label->setMinimumWidth(static_cast<int>(88 * textScale()));
        row->addWidget(label);
        row->addWidget(words, 1);
        column->addLayout(row);
    }
}

QWidget *AccountDialog::accountPage()
{
    auto *page = new QWidget;
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(28, 24, 28, 24);
    whole->setSpacing(10);
    whole->addWidget(heading(tr("Account"), Text::Title, page));
    addStorage(whole);
    auto *form = new QWidget(page);
    form->setFixedWidth(static_cast<int>(formWidth * textScale()));
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(2);
    m_fullName = new FormField(tr("Full name"), new QLineEdit, form);
    m_userName = new FormField(tr("User name"), new QLineEdit, form);
    m_current = new FormField(tr("Current password"), new PasswordField(nullptr), form);
    m_wanted = new FormField(tr("New password"), new PasswordField(nullptr), form);
    m_saveName = makeButton(tr("Save name"), ButtonKind::Secondary, form);
    m_savePassword = makeButton(tr("Change password"), ButtonKind::Secondary, form);
    m_nameSaved = quiet({}, form);
    m_passwordSaved = quiet({}, form);
    for (QWidget *part : {static_cast<QWidget *>(m_fullName), static_cast<QWidget *>(m_userName)})
        column->addWidget(part);
    const auto addButton = [column](QPushButton *button, QLabel *said) {
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addWidget(said, 1);
        row->addStretch();
        said->hide();
        column->addLayout(row);
    };
    addButton(m_saveName, m_nameSaved);
    column->addSpacing(20);
    column->addWidget(heading(tr("Password"), Text::Heading, form));
    column->addSpacing(8);
    column->addWidget(m_current);
    column->addWidget(m_wanted);
    addButton(m_savePassword, m_passwordSaved);
    whole->addWidget(form);
    whole->addStretch(1);
    return scrolled(page);
}

QWidget *AccountDialog::devicesPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(28, 24, 28, 16);
    column->setSpacing(8);
    column->addWidget(heading(tr("Devices"), Text::Title, page));
    column->addWidget(quiet(tr("Computers and phones signed in to your account. Sign out any you do not recognise, then change your password."), page));
    m_deviceError = quiet({}, page);
    m_deviceError->hide();
    column->addWidget(m_deviceError);
    m_devices = new DeviceList(page);
    column->addWidget(m_devices);
    column->addStretch(1);
    auto *foot = new QHBoxLayout;
    m_deviceCount = quiet({}, page);
    m_endOthers = makeButton(tr("Sign out all other devices…"), ButtonKind::Danger, page);
    m_endOthers->setEnabled(false);
    foot->addWidget(m_deviceCount, 1);
    foot->addWidget(m_endOthers);
    column->addLayout(foot);
    return scrolled(page);
}

} // namespace learnlab::ui
