#include "trash_controller.h"

#include "ui/browse/trash_bar.h"
#include "ui/models/error_text.h"

#include "domain/names.h"

#include <QAction>
#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>

namespace learnlab::ui {

TrashController::TrashController(Backend &backend, const FileListModel &model, BrowsePage &page, BrowseController &browsing,
                                 FileActions &actions, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(model)
    , m_page(page)
    , m_browsing(browsing)
    , m_actions(actions)
    , m_bar(new TrashBar(&page))
{
    m_bar->hide();
    m_bar->addButton(m_actions.action(FileActions::Id::Restore), false);
    m_bar->addButton(m_actions.action(FileActions::Id::EmptyTrash), true);
    if (auto *column = qobject_cast<QBoxLayout *>(page.layout()))
        column->insertWidget(column->indexOf(page.banner()) + 1, m_bar);
    connect(&browsing, &BrowseController::placeChanged, this, &TrashController::leave);
    connect(&model, &FileListModel::loaded, this, &TrashController::follow);
    connect(&actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        if (id == FileActions::Id::DeleteForGood)
            deleteSelected();
        else if (id == FileActions::Id::EmptyTrash)
            empty();
    });
}

void TrashController::leave()
{
    m_shown = false;
    m_bar->hide();
}

void TrashController::follow()
{
    m_shown = m_model.place().view == Place::View::Trash;
    m_bar->setVisible(m_shown && m_model.rowCount() > 0);
}

void TrashController::deleteSelected()
{
    const QList<domain::ItemRef> items = m_browsing.selectedRefs();
    const QList<mirror::ItemRow> rows = m_browsing.selectedRows();
    if (items.isEmpty() || !m_shown)
        return;
    const bool named = items.size() == 1 && rows.size() == 1;
    ask(named ? tr("Delete “%1” permanently?").arg(domain::displayName(rows.first().name))
              : tr("Delete %n item(s) permanently?", nullptr, static_cast<int>(items.size())),
        tr("Delete permanently", "@action:button"), items);
}

void TrashController::empty()
{
    // What is seen now: what comes to the trash while the question stands stays.
    QList<domain::ItemRef> items;
    items.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row)
        items.append(m_model.refAt(row));
    if (!items.isEmpty() && m_shown)
        ask(tr("Delete all %n item(s) in the trash permanently?", nullptr, static_cast<int>(items.size())),
            tr("Empty trash", "@action:button"), items);
}

void TrashController::ask(const QString &question, const QString &button, const QList<domain::ItemRef> &items)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete permanently"), question, QMessageBox::Cancel, &m_page);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("This cannot be undone. A folder goes with everything that is in it."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *sure = box->addButton(button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(sure, &QPushButton::clicked, this, [this, items] { purge(items); });
    box->open();
}

void TrashController::purge(const QList<domain::ItemRef> &items)
{
    m_backend.purge(items, this, [this](const domain::Result<Backend::Purged> &purged) {
        if (purged)
            say(*purged);
        else
            Q_EMIT said(errorText(purged.error()).sentence());
    });
}

void TrashController::say(const Backend::Purged &purged)
{
    if (purged.left == 0)
        return Q_EMIT said(tr("Deleted %n item(s) permanently.", nullptr, static_cast<int>(purged.gone)));
    const QString left = tr("%n item(s) could not be deleted.", nullptr, static_cast<int>(purged.left));
    Q_EMIT said(left + QLatin1Char(' ') + errorText(purged.error.value_or(domain::Error{})).title);
}

} // namespace learnlab::ui
