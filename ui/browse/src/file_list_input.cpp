// How the list answers keys and the pointer.
#include <ui/browse/file_list_view.h>

#include "file_keys.h"
#include "file_row_delegate.h"
#include "row_state.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace learnlab::ui {

void FileListView::keyPressEvent(QKeyEvent *event)
{
    if (m_renaming->isUnderWay())
        return; // what the name's editor leaves over, its Return above all, is not meant for the list
    m_state->keys = true;
    if (!answerFileKey(*this, *event, m_typing->isTyping()))
        QTableView::keyPressEvent(event);
}

void FileListView::keyboardSearch(const QString &typed)
{
    if (!model())
        return;
    const TypeAhead::Step step = m_typing->add(typed, *model(), currentIndex().row());
    if (step.row >= 0)
        selectRow(step.row);
    else if (!step.wanted.isEmpty())
        Q_EMIT nameWanted(step.wanted, step.from);
}

QModelIndex FileListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0)
        return {};
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    switch (action) {
    case MoveHome:
        return model()->index(0, 0);
    case MoveEnd:
        return model()->index(rows - 1, 0);
    // The row is one thing: there is nothing beside it.
    case MoveLeft:
    case MoveRight:
        return current;
    case MoveNext:
    case MovePrevious:
    default:
        break;
    }
    if (!current.isValid())
        return model()->index(0, 0);
    const QModelIndex moved = QTableView::moveCursor(action, modifiers);
    return moved.isValid() ? moved.siblingAtColumn(0) : current;
}

void FileListView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    QTableView::focusInEvent(event);
    updateRow(currentIndex().row());
}

bool FileListView::pressRowAction(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || index.row() != m_state->hoverRow)
        return false;
    if (m_state->hoverAction >= 0) {
        const QString action = m_state->actionsOf(index).value(m_state->hoverAction).id;
        selectionModel()->setCurrentIndex(index.siblingAtColumn(0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        Q_EMIT rowActionTriggered(action, index.siblingAtColumn(0));
        return true;
    }
    if (m_state->hoverLink) {
        Q_EMIT statusLinkTriggered(index.siblingAtColumn(0));
        return true;
    }
    return false;
}

void FileListView::mousePressEvent(QMouseEvent *event)
{
    m_state->keys = false;
    if (event->button() == Qt::LeftButton) {
        followPointer(event->position().toPoint());
        if (pressRowAction(event->position().toPoint()))
            return;
    }
    QTableView::mousePressEvent(event);
}

void FileListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || m_state->hoverAction >= 0 || m_state->hoverLink)
        return;
    Q_EMIT opened(index.siblingAtColumn(0));
}

void FileListView::mouseMoveEvent(QMouseEvent *event)
{
    followPointer(event->position().toPoint());
    QTableView::mouseMoveEvent(event);
}

void FileListView::followPointer(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    const int row = index.row();
    int action = -1;
    bool link = false;
    if (index.isValid() && index.column() == int(FileColumn::Name)) {
        const QRect cell = visualRect(index);
        const auto count = int(m_state->actionsOf(index).size());
        for (int i = 0; i < count; ++i) {
            if (QStyle::visualRect(layoutDirection(), cell, rowlayout::actionRect(cell, i, count)).contains(point))
                action = i;
        }
    } else if (index.isValid() && index.column() == int(FileColumn::Status) && !m_state->badgeOnly) {
        const QRect cell = visualRect(index);
        const QRect words = rowlayout::statusWords(cell, index, m_state->reviewable).linkRect;
        link = !words.isEmpty() && QStyle::visualRect(layoutDirection(), cell, words).contains(point);
    }
    if (row == m_state->hoverRow && action == m_state->hoverAction && link == m_state->hoverLink)
        return;
    updateRow(m_state->hoverRow);
    m_state->hoverRow = row;
    m_state->hoverAction = action;
    m_state->hoverLink = link;
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateRow(row);
}

QString FileListView::hintAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return {};
    if (m_state->hoverAction >= 0)
        return m_state->actionsOf(index).value(m_state->hoverAction).text;
    if (index.column() == int(FileColumn::Name)) {
        // Only what is not readable already: a cut name, or why a dimmed file does not open.
        if (index.data(DimmedRole).toBool())
            return index.data(Qt::ToolTipRole).toString();
        const QString name = index.data(NameRole).toString();
        const int room = rowlayout::nameRect(visualRect(index), int(m_state->actionsOf(index).size())).width();
        return fontMetrics().horizontalAdvance(name) > room ? name : QString();
    }
    if (index.column() == int(FileColumn::Status))
        return index.data(StatusTextRole).toString();
    return {};
}

bool FileListView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        updateRow(m_state->hoverRow);
        m_state->hoverRow = m_state->hoverAction = -1;
        m_state->hoverLink = false;
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString hint = hintAt(help->pos());
        // Plain text: a file name is never markup.
        QToolTip::showText(help->globalPos(), hint.isEmpty() ? hint : hint.toHtmlEscaped(), viewport());
        return true;
    }
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

} // namespace learnlab::ui
