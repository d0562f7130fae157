#include "ui/transfers/history_dialog.h"

#include "change_delegate.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace learnlab::ui {

HistoryDialog::HistoryDialog(ActionListModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_list(new QListView(this))
    , m_empty(new QLabel(tr("What you do with files on this computer appears here."), this))
    , m_undo(makeButton({}, ButtonKind::Secondary, this))
    , m_show(makeButton(tr("Show in its folder"), ButtonKind::Secondary, this))
{
    setWindowTitle(tr("History"));
    resize(static_cast<int>(640 * textScale()), static_cast<int>(480 * textScale()));
    build();
    connect(&m_model, &ActionListModel::changed, this, &HistoryDialog::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::follow);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::takeBack);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto action = selected())
            Q_EMIT showRequested(*action);
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT showRequested(m_model.actionAt(index.row())); });
    follow();
}

void HistoryDialog::build()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ChangeDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("History"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 12, 24, 20);
    buttons->setSpacing(8);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_show);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(buttons);
}

std::optional<mirror::Action> HistoryDialog::selected() const
{
    const QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    return indexes.isEmpty() ? std::nullopt : std::optional(m_model.actionAt(indexes.constFirst().row()));
}

void HistoryDialog::takeBack()
{
    const auto action = selected();
    if (!action)
        return;
    if (action->canUndo())
        Q_EMIT undoRequested(*action);
    else
        Q_EMIT redoRequested(*action);
}

void HistoryDialog::follow()
{
    const bool none = m_model.rowCount() == 0;
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    const auto action = selected();
    const bool undone = action && action->state == mirror::ActionState::Undone;
    m_undo->setText(undone ? tr("Redo") : tr("Undo"));
    m_undo->setEnabled(action && (action->canUndo() || undone));
    m_show->setEnabled(action.has_value());
}

} // namespace learnlab::ui
