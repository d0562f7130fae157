#include "view_switch.h"

#include <ui/common/buttons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

ViewSwitch::ViewSwitch(QWidget *parent)
    : QWidget(parent),
      m_list(makeIconButton(QStringLiteral("view-list"), tr("List", "@action:button"), this,
                            QKeySequence(Qt::CTRL | Qt::Key_1))),
      m_grid(makeIconButton(QStringLiteral("view-grid"), tr("Grid", "@action:button"), this,
                            QKeySequence(Qt::CTRL | Qt::Key_2)))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : {m_list, m_grid}) {
        button->setCheckable(true);
        button->setFixedSize(30, 28);
        group->addButton(button);
        row->addWidget(button);
    }
    m_list->setChecked(true);
    connect(m_list, &QToolButton::clicked, this, [this] { Q_EMIT chosen(ViewMode::List); });
    connect(m_grid, &QToolButton::clicked, this, [this] { Q_EMIT chosen(ViewMode::Grid); });
}

void ViewSwitch::show(ViewMode mode)
{
    (mode == ViewMode::Grid ? m_grid : m_list)->setChecked(true);
    update();
}

void ViewSwitch::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), 6, theme.sunken);
    const QToolButton *on = m_grid->isChecked() ? m_grid : m_list;
    paintRounded(&painter, on->geometry(), 5, theme.base, theme.lineStrong);
}

} // namespace learnlab::ui
