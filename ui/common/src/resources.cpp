#include <ui/common/resources.h>

#include <QtCore/qglobal.h>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initLearnLabResources()
{
    Q_INIT_RESOURCE(learnlab);
}

namespace learnlab::ui {

void initResources()
{
    initLearnLabResources();
}

} // namespace learnlab::ui
