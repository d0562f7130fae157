#include "name_delegate.h"

#include <ui/common/fonts.h>

#include <ui/models/file_roles.h>

#include <QtWidgets/QLineEdit>

namespace learnlab::ui {

namespace {

// How much of a name is not its extension.
qsizetype stemLength(const QString &name, bool folder)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return folder || dot <= 0 ? name.size() : dot;
}

} // namespace

QWidget *NameDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
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

void NameDelegate::setEditorData(QWidget *, const QModelIndex &) const
{
    // Filled once, when it was made: a change of the row must not overwrite what is being typed.
}

void NameDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *field = qobject_cast<const QLineEdit *>(editor);
    if (!field)
        return;
    const QString name = field->text().trimmed();
    if (!name.isEmpty() && name != index.data(NameRole).toString())
        Q_EMIT renamed(index.data(IdRole).toByteArray(), name);
}

} // namespace learnlab::ui
