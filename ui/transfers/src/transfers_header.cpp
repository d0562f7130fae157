// The header of the transfers panel: tabs with their counts, what all of it comes to, limits, pause all.
#include "ui/transfers/transfers_panel.h"

#include "count_chip.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/margins.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace learnlab::ui {

namespace {

constexpr TransferTab everyTab[] = {TransferTab::Active, TransferTab::Waiting, TransferTab::Failed, TransferTab::Done};
constexpr qint64 offeredLimits[] = {1'000'000, 5'000'000, 25'000'000};

QString tabTitle(TransferTab tab)
{
    switch (tab) {
    case TransferTab::Active:
        return TransfersPanel::tr("Active", "tab of the transfers");
    case TransferTab::Waiting:
        return TransfersPanel::tr("Waiting", "tab of the transfers");
    case TransferTab::Failed:
        return TransfersPanel::tr("Failed", "tab of the transfers");
    case TransferTab::Done:
        return TransfersPanel::tr("Done", "tab of the transfers");
    }
    return {};
}

} // namespace

void TransfersPanel::makeTabs()
{
    m_tabs = new QTabBar(m_header);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const TransferTab tab : everyTab) {
        const int place = m_tabs->addTab(tabTitle(tab));
        m_chips.append(new CountChip(tab == TransferTab::Failed, m_tabs));
        m_tabs->setTabButton(place, QTabBar::RightSide, m_chips.last());
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showTab(everyTab[tab]); });
}

void TransfersPanel::makeHeader()
{
    m_header = new QWidget(this);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(marginsFrom(20, 0, 12, 0));
    row->setSpacing(8);
    auto *title = new QLabel(tr("Transfers", "title of the panel"), m_header);
    title->setFont(fontFor(Text::Heading));
    makeTabs();
    m_lid = new QLabel(m_header);
    m_lid->setFont(fontFor(Text::Small));
    m_total = new QLabel(m_header);
    m_total->setFont(fontFor(Text::Small));
    m_limit = makeIconButton(QStringLiteral("settings-transfers"), tr("Speed limit"), m_header);
    m_limit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_limit->setPopupMode(QToolButton::InstantPopup);
    m_limit->setFont(fontFor(Text::SmallMedium));
    m_pauseAll = makeButton(tr("Pause all"), ButtonKind::Secondary, m_header, QStringLiteral("pause"));
    m_pauseAll->setToolTip(QStringLiteral("%1 (%2)").arg(tr("Pause or resume all"),
                                                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText)));
    m_clear = makeButton(tr("Clear", "finished transfers"), ButtonKind::Secondary, m_header);
    for (QPushButton *button : {m_pauseAll, m_clear})
        button->setProperty("small", true);
    auto *collapse = makeIconButton(QStringLiteral("chevron-down"), tr("Close transfers"), m_header, QKeySequence(Qt::CTRL | Qt::Key_J));
    row->addWidget(title);
    row->addSpacing(12);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(m_lid), static_cast<QWidget *>(m_total), static_cast<QWidget *>(m_limit),
                          static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_pauseAll), static_cast<QWidget *>(collapse)})
        row->addWidget(part);
    m_header->setFixedHeight(heightFor(44, font()));
    fillLimitMenu();
    connect(collapse, &QToolButton::clicked, this, &TransfersPanel::collapseRequested);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_backend.clearFinished(); });
    connect(m_pauseAll, &QPushButton::clicked, this, &TransfersPanel::pauseAllRequested);
}

void TransfersPanel::fillLimitMenu()
{
    auto *menu = new QMenu(m_limit);
    m_limit->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addSection(tr("Upload speed limit", "@title:menu"));
        const QLocale locale;
        const qint64 now = m_backend.rateLimits().up;
        const auto add = [&](const QString &text, qint64 limit) {
            QAction *action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(limit == now);
            connect(action, &QAction::triggered, this, [this, limit] {
                transfer::RateLimits limits = m_backend.rateLimits();
                limits.up = limit;
                m_backend.setRateLimits(limits);
                showLimit();
            });
        };
        add(tr("No limit"), 0);
        for (const qint64 limit : offeredLimits)
            add(formatSpeed(limit, locale), limit);
        if (now > 0 && std::find(std::begin(offeredLimits), std::end(offeredLimits), now) == std::end(offeredLimits))
            add(formatSpeed(now, locale), now);
        menu->addSeparator();
        connect(menu->addAction(tr("Custom…", "a limit of speed")), &QAction::triggered, this, &TransfersPanel::customLimitRequested);
    });
}

void TransfersPanel::showLimit()
{
    const qint64 up = m_backend.rateLimits().up;
    const QString text = up > 0 ? tr("Limit: %1", "%1 is a speed").arg(formatSpeed(up, QLocale())) : tr("No limit");
    if (text == m_limit->text())
        return;
    m_limit->setText(text);
    m_limit->setAccessibleName(tr("Upload speed limit: %1").arg(text));
}

} // namespace learnlab::ui
