// The part of the delegate that renames in place.
#include "file_row_delegate.h"

#include "row_state.h"

#include <ui/common/fonts.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>

namespace learnlab::ui {

namespace {

// How much of a name is not its extension.
qsizetype stemLength(const QString &name, bool folder)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return folder || dot <= 0 ? name.size() : dot;
}

} // namespace

QWidget *FileRowDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *field = new QLineEdit(parent);
    field->setProperty("small", true);
    field->setFont(fontFor(Text::Body));
    field->setMaxLength(255);
    field->setAccessibleName(tr("New name", "@label accessible name of the field that renames a file"));
    const QString name = index.data(NameRole).toString();
    field->setText(name);
    field->setProperty("stem", int(stemLength(name, index.data(IsFolderRole).toBool())));
    return field;
}

void FileRowDelegate::setEditorData(QWidget *, const QModelIndex &) const
{
    // Filled once, when it was made: a change of the row must not overwrite what is being typed.
}

void FileRowDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *field = qobject_cast<const QLineEdit *>(editor);
    if (!field)
        return;
    const QString name = field->text().trimmed();
    if (!name.isEmpty() && name != index.data(NameRole).toString())
        Q_EMIT renamed(index.data(IdRole).toByteArray(), name);
}

void FileRowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    QRect box = rowlayout::nameRect(option.rect, 0).adjusted(-10, 0, 0, 0);
    const int height = std::min(box.height() - 4, editor->sizeHint().height());
    box = QRect(box.left(), box.top() + (box.height() - height) / 2, box.width(), height);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, box));
}

} // namespace learnlab::ui
