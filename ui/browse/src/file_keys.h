#pragma once

#include <QtCore/QItemSelectionModel>
#include <QtCore/QPersistentModelIndex>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>

class QAbstractItemModel;
class QWidget;

// What the list and the grid of files have in common in answering keys.
namespace learnlab::ui {

enum class FileKey {
    Other,   // the view's own
    Ignored, // nobody's here: perhaps the window's
    Open,
    Rename,
    Up,
    Preview,
    Space, // belongs to the name that is being typed
    Deselect,
};

// TYPING: letters of a name were typed a moment ago.
[[nodiscard]] FileKey fileKeyOf(const QKeyEvent &event, bool typing);

// Does in VIEW, by its own signals, what the key means. False: the key is the view's own.
template <class View>
[[nodiscard]] bool answerFileKey(View &view, QKeyEvent &event, bool typing)
{
    const QModelIndex current = view.currentIndex().siblingAtColumn(0);
    switch (fileKeyOf(event, typing)) {
    case FileKey::Open:
        if (current.isValid())
            Q_EMIT view.opened(current);
        return true;
    case FileKey::Preview:
        if (current.isValid())
            Q_EMIT view.previewRequested(current);
        return true;
    case FileKey::Rename:
        (void)view.startRename(current);
        return true;
    case FileKey::Up:
        Q_EMIT view.upRequested();
        return true;
    case FileKey::Space:
        static_cast<QAbstractItemView &>(view).keyboardSearch(QStringLiteral(" "));
        return true;
    case FileKey::Deselect:
        if (view.selectionModel() && view.selectionModel()->hasSelection())
            view.clearSelection();
        else
            event.ignore();
        return true;
    case FileKey::Ignored:
        event.ignore();
        return true;
    case FileKey::Other:
        break;
    }
    return false;
}

// The beginning of a name, typed letter by letter.
class TypeAhead
{
public:
    // Where that leads from row CURRENT: a row; or none that is loaded, and WANTED is to be looked for from FROM on.
    struct Step
    {
        int row = -1;
        QString wanted;
        int from = 0;
    };

    TypeAhead();

    [[nodiscard]] bool isTyping() const { return m_pause.isActive() && !m_typed.isEmpty(); }
    [[nodiscard]] Step add(const QString &letters, const QAbstractItemModel &model, int current);

private:
    QString m_typed;
    QTimer m_pause;
};

// Renaming in place: one name at a time, in an editor that stays until the name is taken or left.
class Renaming
{
public:
    [[nodiscard]] bool isUnderWay() const { return m_index.isValid(); }
    // False when the row is not there, or its name is being edited already.
    [[nodiscard]] bool start(QAbstractItemView &view, const QModelIndex &index);
    // Called from the view's closeEditor(); false: it was another editor's.
    [[nodiscard]] bool close(QAbstractItemView &view, QWidget *editor);

private:
    QPersistentModelIndex m_index;
};

} // namespace learnlab::ui
