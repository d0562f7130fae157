// How the list answers keys and the pointer.
#include <ui/browse/file_list_view.h>

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

namespace {

constexpr int mostRowsMatched = 100;

} // namespace

void FileListView::keyPressEvent(QKeyEvent *event)
{
    if (m_renaming.isValid())
        return; // what the name's editor leaves over, its Return above all, is not meant for the list
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    m_state->keys = true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && currentIndex().isValid())
            Q_EMIT opened(currentIndex().siblingAtColumn(0));
        event->setAccepted(plain);
        return;
    case Qt::Key_F2:
        if (plain)
            (void)startRename(currentIndex());
        return;
    case Qt::Key_Backspace:
        if (plain && m_typed.isEmpty()) {
            Q_EMIT upRequested();
            return;
        }
        break;
    case Qt::Key_Escape:
        if (plain && selectionModel() && selectionModel()->hasSelection()) {
            clearSelection();
            return;
        }
        event->ignore();
        return;
    case Qt::Key_Space:
        // Inside a typed name a space belongs to the name.
        if (plain && !m_typed.isEmpty()) {
            keyboardSearch(QStringLiteral(" "));
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void FileListView::keyboardSearch(const QString &typed)
{
    if (!model() || model()->rowCount() == 0 || typed.isEmpty())
        return;
    if (m_typed.isEmpty() && typed.trimmed().isEmpty())
        return;
    m_typed += typed;
    m_typing.start();
    // One letter again goes on to the next name with it; a longer word may stay where it is.
    const bool same = std::all_of(m_typed.cbegin(), m_typed.cend(), [this](QChar c) { return c == m_typed.front(); });
    const QString wanted = same ? m_typed.left(1) : m_typed;
    int from = std::max(0, currentIndex().row());
    if (same && currentIndex().isValid())
        from = (from + 1) % model()->rowCount();
    // In a long list most rows are not loaded: whoever has the names looks.
    if (model()->rowCount() > mostRowsMatched) {
        Q_EMIT nameWanted(wanted, from);
        return;
    }
    const QModelIndexList found =
        model()->match(model()->index(from, 0), NameRole, wanted, 1, Qt::MatchStartsWith | Qt::MatchWrap);
    if (found.isEmpty())
        Q_EMIT nameWanted(wanted, from);
    else
        selectRow(found.first().row());
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
