#include <ui/browse/trash_bar.h>

#include <ui/common/buttons.h>

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace learnlab::ui {

TrashBar::TrashBar(QWidget *parent) : QWidget(parent)
{
    auto *words = new QLabel(tr("The server deletes for good what has been here for long.", "@info above the trash"), this);
    words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(words, 1);
}

void TrashBar::addButton(QAction *action, bool danger)
{
    QPushButton *button = makeButton(action->text(), danger ? ButtonKind::Danger : ButtonKind::Secondary, this);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->isEnabled() ? QString() : action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    layout()->addWidget(button);
}

} // namespace learnlab::ui
