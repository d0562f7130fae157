#include "ui/settings/settings_dialog.h"

#include "account_page.h"
#include "advanced_page.h"
#include "appearance_page.h"
#include "devices_page.h"
#include "general_page.h"
#include "offline_page.h"
#include "page_list.h"
#include "transfers_page.h"

#include "ui/common/fonts.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QShowEvent>
#include <QStackedWidget>

namespace learnlab::ui {

namespace {

constexpr QSize designedSize(880, 648);
constexpr QSize leastSize(720, 520);
constexpr int pageListWidth = 208;

/// The side of the dialog, with a hairline towards the page.
class Side final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.window);
        const int x = isRightToLeft() ? 0 : width() - 1;
        paintHairline(&painter, {x, 0}, {x, height()}, theme.line);
    }
};

} // namespace

SettingsDialog::SettingsDialog(const With &with, QWidget *parent)
    : QDialog(parent), m_list(new PageList(this)), m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings", "@title:window"));
    arrange();
    makePages(with);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::goTo);
    showPage(Page::General);
}

void SettingsDialog::arrange()
{
    const double scale = textScale();
    // Twice the text wants twice the room, as far as the screen has it.
    const QSize room = screen()->availableSize() * 0.92;
    resize((designedSize * scale).boundedTo(room).expandedTo(leastSize));
    setMinimumSize(leastSize);
    auto *side = new Side(this);
    side->setFixedWidth(static_cast<int>(pageListWidth * std::min(scale, 1.6)));
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 12, 8, 12);
    sideColumn->addWidget(m_list);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_stack, 1);
}

void SettingsDialog::makePages(const With &with)
{
    SettingsActions *actions = with.backend.settingsActions();
    auto *general = new GeneralPage(with.settings, actions, with.languages, m_stack);
    addPage(Page::General, QStringLiteral("settings-general"), general);
    if (with.backend.account()) {
        auto *account = new AccountPage(with.backend, m_stack);
        addPage(Page::Account, QStringLiteral("settings-account"), account);
        addPage(Page::Devices, QStringLiteral("settings-devices"), new DevicesPage(with.backend, with.clock, m_stack));
        connect(account, &AccountPage::signOutRequested, this, &SettingsDialog::signOutRequested);
    }
    addPage(Page::Transfers, QStringLiteral("settings-transfers"), new TransfersPage(with.backend, actions, m_stack));
    if (with.backend.account())
        addPage(Page::OfflineStorage, QStringLiteral("settings-offline-storage"), new OfflinePage(with.backend, actions, m_stack));
    auto *appearance = new AppearancePage(with.settings, m_stack);
    addPage(Page::Appearance, QStringLiteral("settings-appearance"), appearance);
    if (actions)
        addPage(Page::Advanced, QStringLiteral("settings-advanced"), new AdvancedPage(with.settings, *actions, m_stack));
    connect(general, &GeneralPage::languageChosen, this, &SettingsDialog::renewalWanted);
    connect(appearance, &AppearancePage::textSizeChosen, this, &SettingsDialog::renewalWanted);
    connect(appearance, &AppearancePage::lookChosen, this, &SettingsDialog::lookChanged);
}

void SettingsDialog::addPage(Page page, const QString &icon, SettingsPage *widget)
{
    m_stack->addWidget(widget);
    m_list->addPage(icon, widget->accessibleName(), static_cast<int>(page));
}

void SettingsDialog::goTo(int row)
{
    m_stack->setCurrentIndex(row);
    if (isVisible())
        static_cast<SettingsPage *>(m_stack->currentWidget())->comeUp();
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    static_cast<SettingsPage *>(m_stack->currentWidget())->comeUp();
    if (!focusWidget() || focusWidget() == this)
        m_list->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::showPage(Page page)
{
    m_list->setCurrentNumber(static_cast<int>(page));
}

SettingsDialog::Page SettingsDialog::page() const
{
    return static_cast<Page>(m_list->numberOf(m_list->currentRow()));
}

void SettingsDialog::takeOver(const SettingsDialog &former)
{
    showPage(former.page());
    // Before it is shown: of a window that is, the frame is not known yet, and it would climb by its height.
    const bool shown = isVisible();
    hide();
    setGeometry(former.geometry());
    setVisible(shown);
    const QWidget *focused = former.focusWidget();
    if (!focused || focused->objectName().isEmpty())
        return;
    if (auto *same = findChild<QWidget *>(focused->objectName()))
        same->setFocus(Qt::TabFocusReason);
}

} // namespace learnlab::ui
