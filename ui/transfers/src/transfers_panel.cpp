#include "ui/transfers/transfers_panel.h"

#include "transfer_delegate.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QToolButton>

namespace learnlab::ui {

namespace {

constexpr TransferTab tabs[] = {TransferTab::Active, TransferTab::Waiting, TransferTab::Failed, TransferTab::Done};

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

/// Only the rows of one tab.
class TabFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setTab(TransferTab tab)
    {
        m_tab = tab;
        invalidateFilter();
    }
    [[nodiscard]] TransferTab tab() const { return m_tab; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return sourceModel()->index(row, 0, parent).data(TransferTabRole).value<TransferTab>() == m_tab;
    }

private:
    TransferTab m_tab = TransferTab::Active;
};

} // namespace

TransfersPanel::TransfersPanel(TransferListModel &model, Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_backend(backend)
    , m_filter(new TabFilter(this))
{
    setAccessibleName(tr("Transfers"));
    setMinimumHeight(160);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    m_filter->setSourceModel(&m_model);
    makeHeader();
    makeList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(&m_model, &TransferListModel::countsChanged, this, &TransfersPanel::updateTabs);
    updateTabs();
}

void TransfersPanel::makeHeader()
{
    m_header = new QWidget(this);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(20, 0, 12, 0);
    row->setSpacing(8);
    auto *title = new QLabel(tr("Transfers", "title of the panel"), m_header);
    title->setFont(fontFor(Text::Heading));
    m_tabs = new QTabBar(m_header);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const TransferTab tab : tabs)
        m_tabs->addTab(tabTitle(tab));
    m_total = new QLabel(m_header);
    m_total->setFont(fontFor(Text::Small));
    m_pauseAll = makeButton(tr("Pause all"), ButtonKind::Secondary, m_header, QStringLiteral("pause"));
    m_clear = makeButton(tr("Clear", "finished transfers"), ButtonKind::Secondary, m_header);
    auto *collapse = makeIconButton(QStringLiteral("chevron-down"), tr("Close transfers"), m_header, QKeySequence(Qt::CTRL | Qt::Key_J));
    row->addWidget(title);
    row->addSpacing(12);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_total);
    row->addWidget(m_clear);
    row->addWidget(m_pauseAll);
    row->addWidget(collapse);
    m_header->setFixedHeight(heightFor(44, font()));

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showTab(tabs[tab]); });
    connect(collapse, &QToolButton::clicked, this, &TransfersPanel::collapseRequested);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_backend.clearFinished(); });
    connect(m_pauseAll, &QPushButton::clicked, this, &TransfersPanel::pauseAllRequested);
}

void TransfersPanel::makeList()
{
    m_list = new QListView(this);
    m_list->setModel(m_filter);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Transfers"));
    m_list->setAccessibleDescription(tr("Space pauses or resumes, Delete cancels, R retries"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setAutoFillBackground(true);
    m_list->installEventFilter(this);
    m_delegate = new TransferDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    connect(m_delegate, &TransferDelegate::actionTriggered, this, &TransfersPanel::act);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (index.data(TransferIsConflictRole).toBool())
            Q_EMIT conflictActivated(transferAt(index));
    });
}

QSize TransfersPanel::sizeHint() const
{
    return {640, 404};
}

void TransfersPanel::showTab(TransferTab tab)
{
    static_cast<TabFilter *>(m_filter)->setTab(tab);
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    m_clear->setVisible(tab == TransferTab::Done);
    m_empty->setText(emptyText(tab));
    updateTabs();
}

void TransfersPanel::updateTabs()
{
    for (const TransferTab tab : tabs) {
        const int count = m_model.count(tab);
        m_tabs->setTabText(static_cast<int>(tab), count ? tr("%1 (%2)", "tab, count").arg(tabTitle(tab)).arg(count) : tabTitle(tab));
    }
    const TransferTab current = static_cast<TabFilter *>(m_filter)->tab();
    const bool empty = m_model.count(current) == 0;
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_clear->setVisible(current == TransferTab::Done && !empty);
    if (m_empty->text().isEmpty())
        m_empty->setText(emptyText(current));
}

void TransfersPanel::updateSummary()
{
    const transfer::Summary summary = m_backend.transferSummary();
    const QLocale locale;
    QStringList parts;
    if (summary.bytesPerSecond > 0) {
        parts << formatSpeed(summary.bytesPerSecond, locale)
              << formatTimeLeft(summary.bytesTotal - summary.bytesDone, summary.bytesPerSecond, locale);
    }
    m_total->setText(parts.join(QStringLiteral(" · ")));
    const bool moving = summary.active + summary.waiting > 0;
    m_pauseAll->setEnabled(moving || summary.paused > 0);
    m_pauseAll->setText(moving || summary.paused == 0 ? tr("Pause all") : tr("Resume all"));
}

domain::Transfer TransfersPanel::transferAt(const QModelIndex &index) const
{
    return m_model.transferAt(m_filter->mapToSource(index).row());
}

void TransfersPanel::act(const QModelIndex &index, int action)
{
    const domain::Transfer transfer = transferAt(index);
    switch (static_cast<TransferAction>(action)) {
    case TransferAction::Cancel:
        m_backend.cancel(transfer.id);
        break;
    case TransferAction::Pause:
        m_backend.pause(transfer.id);
        break;
    case TransferAction::Resume:
        m_backend.resume(transfer.id);
        break;
    case TransferAction::Retry:
        m_backend.retry(transfer.id);
        break;
    case TransferAction::Resolve:
        Q_EMIT conflictActivated(transfer);
        break;
    }
}

bool TransfersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        const bool canResume = index.data(TransferCanResumeRole).toBool();
        if (key->key() == Qt::Key_Delete && index.data(TransferCanCancelRole).toBool())
            act(index, static_cast<int>(TransferAction::Cancel));
        else if (key->key() == Qt::Key_R && index.data(TransferCanRetryRole).toBool())
            act(index, static_cast<int>(TransferAction::Retry));
        else if (key->key() == Qt::Key_Space && (canResume || index.data(TransferCanPauseRole).toBool()))
            act(index, static_cast<int>(canResume ? TransferAction::Resume : TransferAction::Pause));
    }
    const bool ours = key->key() == Qt::Key_Delete || key->key() == Qt::Key_R || key->key() == Qt::Key_Space;
    return (ours && !selected.isEmpty()) || QWidget::eventFilter(watched, event);
}

} // namespace learnlab::ui
