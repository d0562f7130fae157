#include "ui/transfers/transfers_panel.h"

#include "count_chip.h"
#include "transfer_delegate.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/format.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace learnlab::ui {

namespace {

QString emptyText(TransferTab tab)
{
    switch (tab) {
    case TransferTab::Active:
        return TransfersPanel::tr("Nothing is being transferred");
    case TransferTab::Waiting:
        return TransfersPanel::tr("Nothing is waiting");
    case TransferTab::Failed:
        return TransfersPanel::tr("Nothing went wrong");
    case TransferTab::Done:
        return TransfersPanel::tr("Finished transfers appear here");
    }
    return {};
}

} // namespace

TransfersPanel::TransfersPanel(TransferTreeModel &model, Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_backend(backend)
{
    setAccessibleName(tr("Transfers"));
    setMinimumHeight(160);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    makeHeader();
    makeList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(&m_model, &TransferTreeModel::countsChanged, this, &TransfersPanel::updateTabs);
    connect(&m_model, &TransferTreeModel::orderRequested, this,
            [this](const domain::TransferId &id, const domain::TransferId &before) { m_backend.moveBefore(id, before); });
    updateTabs();
    updateSummary();
}

void TransfersPanel::makeList()
{
    m_list = new QTreeView(this);
    m_list->setModel(&m_model);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0); // the delegate indents, so that a row can be hovered and hit over its whole width
    m_list->setUniformRowHeights(true);
    m_list->setExpandsOnDoubleClick(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Transfers"));
    m_list->setAccessibleDescription(tr("Space pauses or resumes, Delete cancels, R retries, F brings to the front"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setAutoFillBackground(true);
    m_list->installEventFilter(this);
    m_delegate = new TransferDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    connect(m_delegate, &TransferDelegate::actionTriggered, this, &TransfersPanel::act);
    connect(m_list, &QTreeView::expanded, this, [this](const QModelIndex &index) { m_model.setOpen(index, true); });
    connect(m_list, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_model.setOpen(index, false); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &TransfersPanel::showMenu);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const domain::Transfer *transfer = m_model.transferAt(index); transfer && !nextStepText(index).isEmpty())
            Q_EMIT nextStepRequested(*transfer);
    });
}

QSize TransfersPanel::sizeHint() const
{
    return {640, 404};
}

void TransfersPanel::showTab(TransferTab tab)
{
    m_model.setTab(tab);
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    updateTabs();
}

void TransfersPanel::updateTabs()
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const int count = m_model.count(static_cast<TransferTab>(i));
        if (m_chips.at(i)->setCount(count))
            m_tabs->setTabText(static_cast<int>(i), m_tabs->tabText(static_cast<int>(i))); // the tab makes room for it
        m_tabs->setAccessibleTabName(static_cast<int>(i), tr("%1, %n transfer(s)", "tab", count).arg(m_tabs->tabText(static_cast<int>(i))));
    }
    const TransferTab current = m_model.tab();
    const bool empty = m_model.rowCount() == 0 && m_model.count(current) == 0;
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(emptyText(current));
    m_clear->setVisible(current == TransferTab::Done && !empty);
}

void TransfersPanel::setChangesWaiting(int changes)
{
    m_changesWaiting = changes;
    updateSummary();
}

void TransfersPanel::updateSummary()
{
    const transfer::Summary summary = m_backend.transferSummary();
    const QLocale locale;
    QStringList parts;
    if (summary.bytesPerSecond > 0)
        parts << formatSpeed(summary.bytesPerSecond, locale);
    if (summary.timeLeft && summary.active > 0)
        parts << formatTimeLeft(*summary.timeLeft, locale);
    m_total->setText(parts.join(QStringLiteral(" · ")));
    const bool safe = summary.safeToClose && m_changesWaiting == 0;
    m_lid->setText(safe && summary.paused + summary.failed == 0 ? tr("Safe to close the lid") : QString());
    m_lid->setVisible(!m_lid->text().isEmpty());
    const bool moving = summary.active + summary.waiting > 0;
    m_pauseAll->setEnabled(moving || summary.paused > 0);
    m_pauseAll->setText(moving || summary.paused == 0 ? tr("Pause all") : tr("Resume all"));
    showLimit();
}

void TransfersPanel::act(const QModelIndex &index, int action)
{
    if (static_cast<TransferAction>(action) == TransferAction::Open) {
        m_list->setExpanded(index, !m_list->isExpanded(index));
        return;
    }
    if (const domain::TransferId group = m_model.groupAt(index); !group.isNull())
        return actOnGroup(group, action);
    const domain::Transfer *found = m_model.transferAt(index);
    if (!found)
        return;
    const domain::Transfer transfer = *found;
    switch (static_cast<TransferAction>(action)) {
    case TransferAction::Cancel:
        return m_backend.cancel(transfer.id);
    case TransferAction::Pause:
        return m_backend.pause(transfer.id);
    case TransferAction::Resume:
        return m_backend.resume(transfer.id);
    case TransferAction::Retry:
        return m_backend.retry(transfer.id);
    case TransferAction::NextStep:
        Q_EMIT nextStepRequested(transfer);
        return;
    case TransferAction::Open:
        return;
    }
}

void TransfersPanel::actOnGroup(domain::TransferId group, int action)
{
    switch (static_cast<TransferAction>(action)) {
    case TransferAction::Cancel:
        return m_backend.cancelGroup(group);
    case TransferAction::Pause:
        return m_backend.pauseGroup(group);
    case TransferAction::Resume:
        return m_backend.resumeGroup(group);
    case TransferAction::Retry:
        return m_backend.retryGroup(group);
    case TransferAction::NextStep:
    case TransferAction::Open:
        return;
    }
}

void TransfersPanel::bringFirst(const QModelIndex &index)
{
    if (const domain::TransferId group = m_model.groupAt(index); !group.isNull())
        m_backend.firstGroup(group);
    else if (const domain::Transfer *transfer = m_model.transferAt(index))
        m_backend.first(transfer->id);
}

bool TransfersPanel::press(int key, const QModelIndex &index)
{
    const bool canResume = index.data(TransferCanResumeRole).toBool();
    switch (key) {
    case Qt::Key_Delete:
        if (index.data(TransferCanCancelRole).toBool())
            act(index, static_cast<int>(TransferAction::Cancel));
        return true;
    case Qt::Key_R:
        if (index.data(TransferCanRetryRole).toBool())
            act(index, static_cast<int>(TransferAction::Retry));
        return true;
    case Qt::Key_F:
        if (index.data(TransferCanFirstRole).toBool())
            bringFirst(index);
        return true;
    case Qt::Key_Space:
        if (canResume || index.data(TransferCanPauseRole).toBool())
            act(index, static_cast<int>(canResume ? TransferAction::Resume : TransferAction::Pause));
        return true;
    default:
        return false;
    }
}

bool TransfersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    bool taken = false;
    for (const QPersistentModelIndex index : m_list->selectionModel()->selectedIndexes())
        taken = (index.isValid() && press(key->key(), index)) || taken;
    return taken || QWidget::eventFilter(watched, event);
}

void TransfersPanel::showMenu(const QPoint &position)
{
    const QPersistentModelIndex index = m_list->indexAt(position);
    if (!index.isValid() || index.data(TransferRowKindRole).value<TransferRowKind>() == TransferRowKind::Section)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, int role, TransferAction action) {
        if (index.data(role).toBool()) {
            connect(menu->addAction(text), &QAction::triggered, this, [this, index, action] {
                if (index.isValid())
                    act(index, static_cast<int>(action));
            });
        }
    };
    if (const QString step = nextStepText(index); !step.isEmpty())
        connect(menu->addAction(step), &QAction::triggered, this, [this, index] { act(index, static_cast<int>(TransferAction::NextStep)); });
    add(tr("Pause", "a transfer"), TransferCanPauseRole, TransferAction::Pause);
    add(tr("Resume", "a transfer"), TransferCanResumeRole, TransferAction::Resume);
    add(tr("Retry", "a transfer"), TransferCanRetryRole, TransferAction::Retry);
    if (index.data(TransferCanFirstRole).toBool())
        connect(menu->addAction(tr("Bring to the front", "a transfer")), &QAction::triggered, this, [this, index] { bringFirst(index); });
    if (const domain::Transfer *transfer = m_model.transferAt(index))
        connect(menu->addAction(tr("Show in its folder")), &QAction::triggered, this, [this, shown = *transfer] { Q_EMIT showRequested(shown); });
    menu->addSeparator();
    add(tr("Cancel", "a transfer"), TransferCanCancelRole, TransferAction::Cancel);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace learnlab::ui
