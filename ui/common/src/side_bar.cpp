#include <ui/common/side_bar.h>

#include "nav_button.h"
#include "side_bar_foot.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int sideWidth = 232;
constexpr int railWidth = 56;
constexpr int brandHeight = 56;
constexpr int brandMarkSize = 24;

} // namespace

SideBar::SideBar(QWidget *parent)
    : QWidget(parent), m_nav(new QVBoxLayout), m_gauge(new UsageGauge(this)), m_account(new AccountRow(this))
{
    setFixedWidth(sideWidth);
    setAccessibleName(tr("Places", "@label accessible name of the side bar"));
    m_nav->setContentsMargins(marginsFrom(8, 4, 9, 4));
    m_nav->setSpacing(2);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(marginsFrom(8, 0, 9, 0));
    foot->addWidget(m_gauge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, brandHeight, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_nav);
    column->addStretch();
    column->addLayout(foot);
    column->addWidget(m_account);
    connect(m_account, &QAbstractButton::clicked, this,
            [this] { Q_EMIT accountMenuRequested(m_account->mapToGlobal(QPoint(8, 0))); });
}

void SideBar::setItems(const QList<SideBarItem> &items)
{
    for (NavButton *old : std::as_const(m_items)) {
        m_nav->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_items.clear();
    for (const SideBarItem &item : items) {
        auto *button = new NavButton(item, this);
        button->setRail(m_rail);
        connect(button, &NavButton::chosen, this, [this, id = item.id] { Q_EMIT activated(id); });
        connect(button, &NavButton::urlsDropped, this,
                [this, id = item.id](const QList<QUrl> &urls) { Q_EMIT urlsDropped(urls, id); });
        connect(button, &NavButton::itemsDropped, this,
                [this, id = item.id](const QList<QByteArray> &ids) { Q_EMIT itemsDropped(ids, id); });
        connect(button, &NavButton::dropTargetChanged, this, &SideBar::dropTargetChanged);
        m_nav->addWidget(button);
        m_items.append(button);
    }
    // The account stands below the places, and comes after them.
    for (qsizetype i = 1; i < m_items.size(); ++i)
        setTabOrder(m_items.at(i - 1), m_items.at(i));
    if (!m_items.isEmpty())
        setTabOrder(m_items.last(), m_account);
}

NavButton *SideBar::find(const QString &id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&id](const NavButton *button) { return button->item().id == id; });
    return found == m_items.end() ? nullptr : *found;
}

void SideBar::setCurrent(const QString &id)
{
    NavButton *wanted = find(id);
    const NavButton *entry = wanted || m_items.isEmpty() ? wanted : m_items.first();
    for (NavButton *button : std::as_const(m_items)) {
        // An exclusive button cannot be unchecked while it is exclusive: a search belongs to no place.
        const QSignalBlocker told(button);
        button->setAutoExclusive(false);
        button->setChecked(button == wanted);
        button->setAutoExclusive(true);
        // Tab enters where one is; buttons that exclude each other would let it enter where the focus was last.
        button->setFocusPolicy(button == entry ? Qt::TabFocus : Qt::NoFocus);
    }
}

void SideBar::setCount(const QString &id, int count)
{
    if (NavButton *button = find(id))
        button->setCount(count);
}

void SideBar::setUsage(double share, const QString &text)
{
    m_gauge->setUsage(share, text);
}

void SideBar::setAccount(const QString &name, const QString &server)
{
    m_account->setAccount(name, server);
}

void SideBar::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    setFixedWidth(rail ? railWidth : sideWidth);
    for (NavButton *button : std::as_const(m_items))
        button->setRail(rail);
    m_gauge->setRail(rail);
    m_account->setRail(rail);
    update();
}

void SideBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    painter.fillRect(visual(QRect(width() - 1, 0, 1, height())), theme.line);
    const int x = m_rail ? (width() - brandMarkSize) / 2 : 20;
    painter.drawPixmap(visual(QRect(x, (brandHeight - brandMarkSize) / 2, brandMarkSize, brandMarkSize)),
                       brandMark(brandMarkSize, devicePixelRatioF()));
    if (m_rail)
        return;
    painter.setFont(fontFor(Text::CrumbStrong));
    painter.setPen(theme.text);
    painter.drawText(visual(QRect(20 + brandMarkSize + 10, 0, width() - 60, brandHeight)),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     QStringLiteral("LearnLab"));
}

} // namespace learnlab::ui
