#include "side_buttons.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

namespace {

constexpr int smallestTarget = 28;

} // namespace

void enlargeSideButtons(const QLineEdit &field)
{
    for (auto *button : field.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        QRect place = button->geometry();
        const int wider = std::max(0, smallestTarget - place.width());
        place.adjust(-wider / 2, 0, wider - wider / 2, 0);
        place.setTop(0);
        place.setBottom(field.height() - 1);
        button->setGeometry(place);
    }
}

} // namespace learnlab::ui
