#include "ui/transfers/changes_dialog.h"

#include "change_delegate.h"
#include "side_card.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace learnlab::ui {

ChangesDialog::ChangesDialog(ChangeListModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_sides(new QWidget(this))
    , m_ours(new SideCard(tr("Your change"), m_sides))
    , m_theirs(new SideCard(tr("On the server"), m_sides))
    , m_intro(new QLabel(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(tr("Everything you changed is on the server."), this))
    , m_show(makeButton(tr("Show in its folder"), ButtonKind::Secondary, this))
    , m_wayOut(makeButton({}, ButtonKind::Secondary, this))
    , m_withdraw(makeButton({}, ButtonKind::Secondary, this))
{
    setWindowTitle(tr("Waiting changes"));
    resize(static_cast<int>(640 * textScale()), static_cast<int>(440 * textScale()));
    build();
    connect(&m_model, &ChangeListModel::countsChanged, this, &ChangesDialog::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChangesDialog::follow);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(selected().constFirst()); });
    connect(m_wayOut, &QPushButton::clicked, this, [this] { Q_EMIT wayOutRequested(selected().constFirst()); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { Q_EMIT withdrawRequested(selected()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT showRequested(m_model.changeAt(index.row())); });
    follow();
}

void ChangesDialog::build()
{
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ChangeDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Waiting changes"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 12, 24, 20);
    buttons->setSpacing(8);
    for (QPushButton *button : {m_withdraw, m_wayOut, m_show})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 12);
    head->addWidget(m_intro);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(24, 12, 24, 0);
    sides->setSpacing(12);
    sides->addWidget(m_ours, 1);
    sides->addWidget(m_theirs, 1);
    column->addWidget(m_sides);
    column->addLayout(buttons);
}

QList<PendingChange> ChangesDialog::selected() const
{
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QList<PendingChange> changes;
    for (const QModelIndex &index : indexes)
        changes.append(m_model.changeAt(index.row()));
    return changes;
}

void ChangesDialog::follow()
{
    const bool none = m_model.rowCount() == 0;
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_intro->setVisible(!none);
    m_intro->setText(m_model.refused() > 0
                         ? tr("%n change(s) could not be made on the server and were undone here.", nullptr, m_model.refused())
                         : tr("Made on this computer and not yet on the server. They are sent in this order."));
    const QList<PendingChange> changes = selected();
    const bool refused = std::any_of(changes.cbegin(), changes.cend(), [](const PendingChange &change) { return change.pending.error.has_value(); });
    m_withdraw->setEnabled(!changes.isEmpty());
    m_withdraw->setText(refused ? tr("Dismiss", "a change that was refused") : tr("Withdraw", "a change that waits"));
    m_show->setEnabled(changes.size() == 1);
    showSides(changes);
    const WayOut wayOut = changes.size() == 1 ? wayOutOf(changes.constFirst().pending) : WayOut::None;
    m_wayOut->setVisible(wayOut != WayOut::None);
    m_wayOut->setText(wayOut == WayOut::AnotherName ? tr("Use another name") : tr("Try again"));
}

/// Of one change that was refused; of others there is nothing to be decided.
void ChangesDialog::showSides(const QList<PendingChange> &changes)
{
    const bool question = changes.size() == 1 && changes.constFirst().pending.error;
    m_sides->setVisible(question);
    if (!question)
        return;
    m_ours->clear();
    m_theirs->clear();
    for (const ChangeFact &fact : factsOf(changes.constFirst(), m_model.now())) {
        const bool stands = !fact.ours.isEmpty() && !fact.theirs.isEmpty() && fact.ours != fact.theirs;
        if (!fact.ours.isEmpty())
            m_ours->addFact(fact.label, fact.ours, stands);
        if (!fact.theirs.isEmpty())
            m_theirs->addFact(fact.label, fact.theirs, stands);
    }
}

} // namespace learnlab::ui
