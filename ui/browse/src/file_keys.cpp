#include "file_keys.h"

#include <ui/models/file_roles.h>

#include <QtCore/QAbstractItemModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemDelegate>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <chrono>

namespace learnlab::ui {

namespace {

constexpr int mostRowsMatched = 100;

} // namespace

FileKey fileKeyOf(const QKeyEvent &event, bool typing)
{
    const bool plain = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return plain ? FileKey::Open : FileKey::Ignored;
    case Qt::Key_F2:
        return plain ? FileKey::Rename : FileKey::Other;
    case Qt::Key_Backspace:
        return plain && !typing ? FileKey::Up : FileKey::Other;
    case Qt::Key_Escape:
        return plain ? FileKey::Deselect : FileKey::Ignored;
    case Qt::Key_Space:
        if (!plain)
            return FileKey::Other; // Ctrl+Space adds to the selection
        return typing ? FileKey::Space : FileKey::Preview;
    default:
        return FileKey::Other;
    }
}

TypeAhead::TypeAhead()
{
    using namespace std::chrono_literals;
    m_pause.setSingleShot(true);
    m_pause.setInterval(600ms);
}

TypeAhead::Step TypeAhead::add(const QString &letters, const QAbstractItemModel &model, int current)
{
    if (!isTyping())
        m_typed.clear();
    if (model.rowCount() == 0 || letters.isEmpty() || (m_typed.isEmpty() && letters.trimmed().isEmpty()))
        return {};
    m_typed += letters;
    m_pause.start();
    // One letter again goes on to the next name with it; a longer word may stay where it is.
    const bool same = std::all_of(m_typed.cbegin(), m_typed.cend(), [this](QChar c) { return c == m_typed.front(); });
    Step step{-1, same ? m_typed.left(1) : m_typed, std::max(0, current)};
    if (same && current >= 0)
        step.from = (current + 1) % model.rowCount();
    // In a long list most rows are not loaded: whoever has the names looks.
    if (model.rowCount() > mostRowsMatched)
        return step;
    const QModelIndexList found =
        model.match(model.index(step.from, 0), NameRole, step.wanted, 1, Qt::MatchStartsWith | Qt::MatchWrap);
    if (!found.isEmpty())
        step.row = found.first().row();
    return step;
}

bool Renaming::start(QAbstractItemView &view, const QModelIndex &index)
{
    const QModelIndex name = index.siblingAtColumn(int(FileColumn::Name));
    if (!name.isValid() || !name.data(IsFolderRole).isValid() || view.isPersistentEditorOpen(name))
        return false;
    if (m_index.isValid())
        view.closePersistentEditor(m_index);
    view.scrollTo(name);
    m_index = name;
    view.openPersistentEditor(name);
    if (auto *field = qobject_cast<QLineEdit *>(view.indexWidget(name))) {
        field->setFocus(Qt::OtherFocusReason);
        // After the view, which selects all of it.
        field->setSelection(0, field->property("stem").toInt());
    }
    return true;
}

bool Renaming::close(QAbstractItemView &view, QWidget *editor)
{
    if (!m_index.isValid() || view.indexWidget(m_index) != editor)
        return false;
    // The delegate would take the loss of the focus that follows for a wish to keep what was typed, after Escape too.
    editor->removeEventFilter(view.itemDelegate());
    const bool hadFocus = editor->hasFocus();
    const QModelIndex done = m_index;
    m_index = QPersistentModelIndex();
    view.closePersistentEditor(done);
    if (hadFocus)
        view.setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace learnlab::ui
