#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QUrl>
#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace learnlab::ui {

class AccountRow;
class NavButton;
class UsageGauge;

struct SideBarItem
{
    QString id;
    QString icon; // a name of icons/ui, drawn at 20 px
    QString text;
    bool takesFiles = false; // drops from other programs
    bool takesItems = false; // drags from the list
    QKeySequence keys = {};
};

// The places on the leading side: brand, items, storage gauge, account. As a rail it is 56 px wide and tooltips carry
// the names. UI thread; owned by its parent.
class SideBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);

    void setItems(const QList<SideBarItem> &items);
    void setCurrent(const QString &id);
    // A number at the end of an item; 0 shows none.
    void setCount(const QString &id, int count);

    // SHARE 0..1 of the storage in use (below 0 hides the gauge); TEXT "12.4 GB of 20 GB used".
    void setUsage(double share, const QString &text);
    void setAccount(const QString &name, const QString &server);

    void setRail(bool rail);

Q_SIGNALS:
    void activated(const QString &id);
    void urlsDropped(const QList<QUrl> &urls, const QString &id);
    void itemsDropped(const QList<QByteArray> &ids, const QString &id);
    // The name of the item under a drag, and whether the drag moves items of ours; an empty name when it leaves.
    void dropTargetChanged(const QString &label, bool moves);
    // Where a menu of the account should open.
    void accountMenuRequested(const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] NavButton *find(const QString &id) const;

    QVBoxLayout *m_nav;
    QList<NavButton *> m_items; // children
    UsageGauge *m_gauge;
    AccountRow *m_account;
    bool m_rail = false;
};

} // namespace learnlab::ui
