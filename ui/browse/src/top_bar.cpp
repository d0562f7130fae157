#include "top_bar.h"

#include "path_field.h"
#include "view_switch.h"

#include <ui/common/breadcrumb.h>
#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/paint.h>
#include <ui/common/search_field.h>
#include <ui/common/theme.h>

#include <QtGui/QActionGroup>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace learnlab::ui {

namespace {

class UprightLine final : public QWidget
{
public:
    explicit UprightLine(QWidget *parent) : QWidget(parent) { setFixedSize(9, 20); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(4, 0, 1, height()), themeOf(this).line);
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent),
      m_back(makeIconButton(QStringLiteral("back"), tr("Back", "@action:button"), this,
                            QKeySequence(Qt::ALT | Qt::Key_Left))),
      m_forward(makeIconButton(QStringLiteral("forward"), tr("Forward", "@action:button"), this,
                               QKeySequence(Qt::ALT | Qt::Key_Right))),
      m_crumbs(new Breadcrumb(this)),
      m_path(new PathField(this)),
      m_search(new SearchField(this)),
      m_openSearch(makeIconButton(QStringLiteral("search"), tr("Search", "@action:button"), this, QKeySequence::Find)),
      m_sort(makeIconButton(QStringLiteral("sort"), tr("Sort", "@action:button"), this)),
      m_view(new ViewSwitch(this)),
      m_line(new UprightLine(this)),
      m_newFolder(
          makeButton(tr("New folder", "@action:button"), ButtonKind::Secondary, this, QStringLiteral("new-folder"))),
      m_newFolderIcon(makeIconButton(QStringLiteral("new-folder"), tr("New folder", "@action:button"), this,
                                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))),
      m_upload(makeButton(tr("Upload", "@action:button"), ButtonKind::Primary, this, QStringLiteral("upload")))
{
    m_upload->setObjectName(QStringLiteral("upload"));
    m_newFolder->setToolTip(m_newFolderIcon->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(marginsFrom(12, 0, 16, 0));
    row->setSpacing(8);
    auto *history = new QHBoxLayout;
    history->setSpacing(0);
    history->addWidget(m_back);
    history->addWidget(m_forward);
    row->addLayout(history);
    row->addWidget(m_crumbs, 1);
    row->addWidget(m_path, 1);
    m_path->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_openSearch),
                          static_cast<QWidget *>(m_sort), static_cast<QWidget *>(m_view), m_line, static_cast<QWidget *>(m_newFolder),
                          static_cast<QWidget *>(m_newFolderIcon), static_cast<QWidget *>(m_upload)})
        row->addWidget(part);
    setFixedHeight(heightFor(56, fontFor(Text::Body), 18));
    m_search->setFixedWidth(208); // leaves room for a path of three parts at the usual width
    m_sort->setFont(fontFor(Text::Label));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    fillSortMenu();
    fillUploadMenu();
    connectParts();
    showParts();
}

void TopBar::connectParts()
{
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_newFolder, &QPushButton::clicked, this, &TopBar::newFolderRequested);
    connect(m_newFolderIcon, &QToolButton::clicked, this, &TopBar::newFolderRequested);
    connect(m_openSearch, &QToolButton::clicked, this, &TopBar::openSearch);
    connect(m_search, &QLineEdit::editingFinished, this, &TopBar::showParts);
    connect(m_search, &SearchField::leaveRequested, this, &TopBar::showParts, Qt::QueuedConnection);
}

void TopBar::fillSortMenu()
{
    auto *menu = new QMenu(m_sort);
    auto *columns = new QActionGroup(menu);
    auto *orders = new QActionGroup(menu);
    const auto add = [menu](QActionGroup *group, const QString &text, int value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    };
    add(columns, tr("Name", "@item:inmenu sort by"), int(FileColumn::Name));
    add(columns, tr("Size", "@item:inmenu sort by"), int(FileColumn::Size));
    add(columns, tr("Type", "@item:inmenu sort by"), int(FileColumn::Type));
    add(columns, tr("Modified", "@item:inmenu sort by"), int(FileColumn::Modified));
    menu->addSeparator();
    add(orders, tr("Ascending", "@item:inmenu sort order"), int(Qt::AscendingOrder));
    add(orders, tr("Descending", "@item:inmenu sort order"), int(Qt::DescendingOrder));
    connect(columns, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT sortRequested(FileColumn(action->data().toInt()), m_order); });
    connect(orders, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT sortRequested(m_column, Qt::SortOrder(action->data().toInt())); });
    connect(menu, &QMenu::aboutToShow, this, [this, columns, orders] {
        for (QAction *action : columns->actions())
            action->setChecked(action->data().toInt() == int(m_column));
        for (QAction *action : orders->actions())
            action->setChecked(action->data().toInt() == int(m_order));
    });
    m_sort->setMenu(menu);
}

void TopBar::fillUploadMenu()
{
    auto *menu = new QMenu(m_upload);
    // The keys are shown here and belong to the window's own actions.
    const auto add = [menu](const QString &icon, const QString &text, const QKeySequence &keys) {
        return menu->addAction(uiIcon(icon), text + u'\t' + keys.toString(QKeySequence::NativeText));
    };
    QAction *files =
        add(QStringLiteral("upload"), tr("Files…", "@item:inmenu upload"), QKeySequence(Qt::CTRL | Qt::Key_U));
    QAction *folder = add(QStringLiteral("upload-folder"), tr("Folder…", "@item:inmenu upload"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U));
    connect(files, &QAction::triggered, this, &TopBar::uploadFilesRequested);
    connect(folder, &QAction::triggered, this, &TopBar::uploadFolderRequested);
    m_upload->setMenu(menu);
}

void TopBar::setNavigation(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::setCreates(bool on)
{
    m_creates = on;
    showParts();
}

void TopBar::setSorts(bool on)
{
    m_sorts = on;
    showParts();
}

void TopBar::showSort(FileColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    for (const QAction *action : m_sort->menu()->actions()) {
        if (action->data().isValid() && action->data().toInt() == int(column)) {
            m_sort->setText(action->text());
            break;
        }
    }
    m_sort->setAccessibleName(tr("Sorted by %1", "@action:button accessible name; %1 is a column").arg(m_sort->text()));
}

void TopBar::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    showParts();
}

void TopBar::openSearch()
{
    m_search->show();
    m_openSearch->hide();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::editPath(const QString &path)
{
    m_crumbs->hide();
    m_path->open(path);
}

void TopBar::leavePath()
{
    m_path->hide();
    m_crumbs->show();
}

void TopBar::showParts()
{
    const bool searching = m_search->hasFocus() || !m_search->text().isEmpty();
    m_search->setVisible(!m_narrow || searching);
    m_openSearch->setVisible(m_narrow && !searching);
    m_forward->setVisible(!m_narrow);
    m_sort->setVisible(m_sorts);
    m_sort->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_line->setVisible(!m_narrow && m_creates);
    m_newFolder->setVisible(!m_narrow && m_creates);
    m_newFolderIcon->setVisible(m_narrow && m_creates);
    m_upload->setVisible(m_creates);
}

QSize TopBar::minimumSizeHint() const
{
    return {400, height()};
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    paintHairline(&painter, rect().bottomLeft(), rect().bottomRight(), theme.line);
}

} // namespace learnlab::ui
