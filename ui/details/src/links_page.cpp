#include <ui/details/links_page.h>

#include <ui/common/buttons.h>
#include <ui/common/empty_state.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/theme.h>
#include <ui/models/error_text.h>
#include <ui/models/format.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

namespace learnlab::ui {

namespace {

constexpr int rowHeight = 40;
constexpr int fileIconSize = 20;
constexpr int sideMargin = 8;

[[nodiscard]] QIcon iconOf(const QString &fileName, qreal ratio)
{
    const int size = static_cast<int>(fileIconSize * textScale());
    QPixmap drawn(QSize(size, size) * ratio);
    drawn.setDevicePixelRatio(ratio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    paintFileIcon(&painter, QRect(0, 0, size, size), fileTypeOf(fileName, {}), false, size);
    // Its own colours on a selected row too.
    QIcon icon(drawn);
    icon.addPixmap(drawn, QIcon::Selected);
    return icon;
}

/// What opens nothing now stands back.
class LinkDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
        const Theme &theme = themeOf(option->widget);
        // One soft band from end to end, as in the list of files.
        option->viewItemPosition = index.column() == LinkListModel::Name        ? QStyleOptionViewItem::Beginning
                                   : index.column() == LinkListModel::Downloads ? QStyleOptionViewItem::End
                                                                                : QStyleOptionViewItem::Middle;
        const bool quiet = index.column() != LinkListModel::Name || !index.data(LinkListModel::OpenRole).toBool();
        option->palette.setColor(QPalette::Text, quiet ? theme.text2 : theme.text);
        option->palette.setColor(QPalette::HighlightedText, quiet ? theme.text2 : theme.text);
        if (index.column() != LinkListModel::Name)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = iconOf(option->text, option->widget ? option->widget->devicePixelRatioF() : 1);
        option->decorationSize = QSize(1, 1) * static_cast<int>(fileIconSize * textScale());
    }
};

} // namespace

LinksPage::LinksPage(Backend &backend, const support::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_backend(backend),
      m_model(new LinkListModel(clock, this)),
      m_list(new QTableView(this)),
      m_empty(new EmptyState(m_list->viewport()))
{
    build();
    connect(m_copy, &QPushButton::clicked, this, &LinksPage::copy);
    connect(m_show, &QPushButton::clicked, this, &LinksPage::showFile);
    connect(m_revoke, &QPushButton::clicked, this, &LinksPage::revoke);
    connect(m_list, &QTableView::activated, this, &LinksPage::showFile);
    connect(m_list, &QTableView::customContextMenuRequested, this, &LinksPage::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LinksPage::updateButtons);
    connect(m_model, &LinkListModel::loaded, this, &LinksPage::followRows);
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (change.links || change.everything || change.trash || !change.items.isEmpty())
            m_model->reread();
    });
    followRows();
}

void LinksPage::build()
{
    auto *title = new QLabel(tr("Shared links"), this);
    title->setFont(fontFor(Text::CrumbStrong));
    m_copy = makeButton(tr("Copy link", "@action:button"), ButtonKind::Secondary, this);
    m_show = makeButton(tr("Show file", "@action:button"), ButtonKind::Secondary, this);
    m_revoke = makeButton(tr("Withdraw", "@action:button links, for good"), ButtonKind::Danger, this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(marginsFrom(20, 0, 16, 0));
    bar->setSpacing(8);
    bar->addWidget(title, 1);
    bar->addWidget(m_copy);
    bar->addWidget(m_show);
    bar->addWidget(m_revoke);
    auto *barBox = new QWidget(this);
    barBox->setLayout(bar);
    barBox->setFixedHeight(heightFor(56, font(), 12));

    m_list->setModel(m_model);
    m_list->setItemDelegate(new LinkDelegate(m_list));
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Shared links"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(heightFor(rowHeight, font()));
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->horizontalHeader()->setSectionResizeMode(LinkListModel::Name, QHeaderView::Stretch);
    m_list->horizontalHeader()->setFixedHeight(heightFor(32, font(), 6));
    m_empty->setContent({.title = tr("Links you create appear here"),
                         .text = tr("Select a file and choose Share link: whoever has the link can download it."),
                         .buttons = {},
                         .shortcuts = {},
                         .firstRun = false});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(barBox);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(sideMargin, 0, sideMargin, 0);
    inset->addWidget(m_list);
    column->addLayout(inset, 1);
}

void LinksPage::setMirror(mirror::ReadPool *mirror)
{
    m_model->setMirror(mirror);
}

void LinksPage::refresh()
{
    m_model->reread();
    if (m_backend.links())
        m_backend.links()->refreshLinks(this, [this](const domain::Result<void> &) { m_model->reread(); });
}

void LinksPage::followRows()
{
    const bool empty = m_model->rowCount() == 0;
    m_list->horizontalHeader()->setVisible(!empty);
    m_empty->setGeometry(m_list->viewport()->rect());
    m_empty->setVisible(empty);
    updateButtons();
}

void LinksPage::updateButtons()
{
    const auto count = selected().size();
    m_copy->setEnabled(count > 0);
    m_show->setEnabled(count == 1 && !selected().first().name.isEmpty());
    m_revoke->setEnabled(count > 0 && m_backend.links());
}

QList<mirror::LinkRow> LinksPage::selected() const
{
    QList<mirror::LinkRow> rows;
    const QModelIndexList indexes = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes) {
        if (const mirror::LinkRow *row = m_model->rowAt(index.row()))
            rows.append(*row);
    }
    return rows;
}

void LinksPage::copy()
{
    QStringList addresses;
    for (const mirror::LinkRow &row : selected())
        addresses.append(row.link.url);
    if (addresses.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(addresses.join(QLatin1Char('\n')));
    Q_EMIT said(tr("%n link(s) copied.", nullptr, static_cast<int>(addresses.size())));
}

void LinksPage::showFile()
{
    const QList<mirror::LinkRow> rows = selected();
    if (rows.size() != 1 || rows.first().name.isEmpty() || !m_backend.mirror())
        return;
    m_backend.mirror()->ask<std::optional<domain::File>>(
        this, [id = rows.first().link.fileId](const mirror::Reader &reader) { return reader.file(id); },
        [this](const std::optional<domain::File> &file) {
            if (file)
                Q_EMIT showRequested(file->folderId, domain::ItemRef::of(file->id));
        });
}

void LinksPage::revoke()
{
    if (!m_backend.links())
        return;
    for (const mirror::LinkRow &row : selected()) {
        m_backend.links()->revokeLink(row.link.id, this, [this](const domain::Result<void> &done) {
            m_model->reread();
            Q_EMIT said(done ? tr("Link withdrawn. It opens nothing any more.") : errorText(done.error()).sentence());
        });
    }
}

void LinksPage::showMenu(const QPoint &position)
{
    if (selected().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_copy, m_show, m_revoke}) {
        QAction *action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void LinksPage::layColumns()
{
    // The list's own width follows later.
    const int room = width() - 2 * sideMargin;
    const int downloads = static_cast<int>(104 * textScale());
    const int ends = static_cast<int>(220 * textScale());
    const int where = std::max(120, (room - downloads - ends) * 2 / 5);
    QHeaderView *header = m_list->horizontalHeader();
    header->resizeSection(LinkListModel::Downloads, downloads);
    header->resizeSection(LinkListModel::Ends, ends);
    header->resizeSection(LinkListModel::Where, where);
}

void LinksPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).base);
}

void LinksPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layColumns();
    m_empty->setGeometry(m_list->viewport()->rect());
}

} // namespace learnlab::ui
