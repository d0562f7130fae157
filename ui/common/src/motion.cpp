#include <ui/common/motion.h>

#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int longest = 150;
constexpr int rise = 12;

QPropertyAnimation *animate(QWidget *widget, const QByteArray &property, const QVariant &from, const QVariant &to)
{
    const QString name = QStringLiteral("motion-") + QString::fromLatin1(property);
    if (auto *before = widget->findChild<QPropertyAnimation *>(name, Qt::FindDirectChildrenOnly))
        before->stop(); // and goes
    auto *animation = new QPropertyAnimation(widget, property, widget);
    animation->setObjectName(name);
    animation->setDuration(motionTime(widget));
    animation->setEasingCurve(QEasingCurve::OutCubic);
    animation->setStartValue(from);
    animation->setEndValue(to);
    return animation;
}

} // namespace

int motionTime(const QWidget *widget)
{
    return std::min(longest, widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget));
}

void growIn(QWidget *widget, int height)
{
    if (motionTime(widget) <= 0)
        return;
    QPropertyAnimation *animation = animate(widget, "maximumHeight", 0, height);
    QObject::connect(animation, &QAbstractAnimation::stateChanged, widget, [widget](QAbstractAnimation::State state) {
        if (state == QAbstractAnimation::Stopped)
            widget->setMaximumHeight(QWIDGETSIZE_MAX);
    });
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

void riseIn(QWidget *widget)
{
    if (motionTime(widget) <= 0)
        return;
    animate(widget, "pos", widget->pos() + QPoint(0, rise), widget->pos())->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace learnlab::ui
