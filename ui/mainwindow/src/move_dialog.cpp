#include "move_dialog.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace learnlab::ui {

namespace {

constexpr int folderRow = 36;
constexpr int folderIcon = 20;
constexpr int folderGap = 8;

/// A row as in the list of files: the folder's icon, its name, and quietly where it is when it was searched for.
class FolderDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString() + index.data(FolderTreeModel::PlaceRole).toString());
        return {words + folderIcon + 4 * folderGap, heightFor(folderRow, fontFor(Text::Body), 8)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const auto visual = [&option](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
        const QRect &row = option.rect;
        paintFileIcon(painter, visual({row.left() + folderGap, row.top(), folderIcon, row.height()}), FileType::Unknown, true, folderIcon);
        const int align = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
        int x = row.left() + folderIcon + 2 * folderGap;
        const auto write = [&](const QString &text, const QColor &color) {
            const QRect room(x, row.top(), row.right() - x - folderGap, row.height());
            painter->setPen(color);
            painter->drawText(visual(room), align, painter->fontMetrics().elidedText(text, Qt::ElideMiddle, room.width()));
            x += painter->fontMetrics().horizontalAdvance(text) + folderGap;
        };
        painter->setFont(fontFor(Text::Body));
        write(index.data().toString(), index.flags() & Qt::ItemIsEnabled ? theme.text : theme.disabled);
        write(index.data(FolderTreeModel::PlaceRole).toString(), theme.text2);
    }
};

} // namespace

MoveDialog::MoveDialog(mirror::ReadPool &mirror, const QList<domain::ItemRef> &items, QWidget *parent) : QDialog(parent)
{
    QSet<domain::FolderId> shut;
    for (const domain::ItemRef &item : items) {
        if (item.kind == domain::ItemKind::Folder)
            shut.insert(item.folderId());
    }
    m_model = new FolderTreeModel(mirror, shut, this);
    setWindowTitle(tr("Move to"));
    resize(static_cast<int>(480 * textScale()), static_cast<int>(520 * textScale()));
    auto *title = new QLabel(tr("Move %n item(s) to", nullptr, static_cast<int>(items.size())), this);
    title->setFont(fontFor(Text::Heading));
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(tr("Search folders"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_tree = new QTreeView(this);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FolderDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAccessibleName(tr("Folders"));
    m_tree->expand(m_model->index(0, 0));
    m_tree->setCurrentIndex(m_model->index(0, 0));
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, this);
    m_move = makeButton(tr("Move here"), ButtonKind::Primary, this);
    m_move->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_move);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(m_field);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
    connect(m_field, &QLineEdit::textChanged, m_model, &FolderTreeModel::search);
    connect(m_model, &FolderTreeModel::filled, this, [this] {
        if (!m_field->text().trimmed().isEmpty())
            m_tree->setCurrentIndex(m_model->index(0, 0));
        else if (!m_tree->currentIndex().isValid()) {
            m_tree->expand(m_model->index(0, 0));
            m_tree->setCurrentIndex(m_model->index(0, 0));
        }
        follow();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &MoveDialog::follow);
    connect(m_tree, &QTreeView::activated, this, &MoveDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_move, &QPushButton::clicked, this, &MoveDialog::choose);
    m_field->setFocus();
    follow();
}

void MoveDialog::follow()
{
    const QModelIndex index = m_tree->currentIndex();
    m_move->setEnabled(index.isValid() && index.flags() & Qt::ItemIsEnabled);
}

void MoveDialog::choose()
{
    if (!m_move->isEnabled())
        return;
    Q_EMIT chosen(m_model->folderAt(m_tree->currentIndex()));
    accept();
}

bool MoveDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace learnlab::ui
