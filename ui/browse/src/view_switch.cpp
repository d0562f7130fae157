#include "view_switch.h"

#include <ui/common/focus.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

namespace {

constexpr int segmentRadius = 5;
constexpr int segmentIcon = 16;

// One of several choices on a common ground: the chosen one lies higher.
class Segment final : public QToolButton
{
public:
    Segment(const QString &icon, const QString &name, const QKeySequence &keys, QWidget *parent)
        : QToolButton(parent), m_icon(icon)
    {
        setCheckable(true);
        setFixedSize(30, 28);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(name);
        setToolTip(QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        if (isChecked())
            paintRounded(&painter, rect(), segmentRadius, theme.base, theme.lineStrong);
        else if (underMouse())
            paintRounded(&painter, rect(), segmentRadius, isDown() ? theme.pressed : theme.hover);
        if (hasFocus() && showsKeyboardFocus(this))
            paintRounded(&painter, rect(), segmentRadius, {}, theme.accent, 2);
        paintUiIcon(&painter, rect(), m_icon, segmentIcon, isChecked() || underMouse() ? theme.text : theme.text2);
    }

private:
    QString m_icon;
};

} // namespace

ViewSwitch::ViewSwitch(QWidget *parent)
    : QWidget(parent),
      m_list(new Segment(QStringLiteral("view-list"), tr("List", "@action:button"), QKeySequence(Qt::CTRL | Qt::Key_1),
                         this)),
      m_grid(new Segment(QStringLiteral("view-grid"), tr("Grid", "@action:button"), QKeySequence(Qt::CTRL | Qt::Key_2),
                         this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : {m_list, m_grid}) {
        group->addButton(button);
        row->addWidget(button);
    }
    m_list->setChecked(true);
    // Not clicked(): a screen reader checks them.
    connect(group, &QButtonGroup::buttonToggled, this, [this](const QAbstractButton *button, bool checked) {
        if (checked)
            Q_EMIT chosen(button == m_grid ? ViewMode::Grid : ViewMode::List);
    });
}

void ViewSwitch::show(ViewMode mode)
{
    const QSignalBlocker told(m_list->group());
    (mode == ViewMode::Grid ? m_grid : m_list)->setChecked(true);
}

void ViewSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 6, themeOf(this).sunken);
}

} // namespace learnlab::ui
