#include "drag_source.h"
#include "drop_target.h"
#include "settings_portal.h"

#include <QApplication>
#include <QTextStream>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    const auto role = arguments.value(1);
    if (role == QLatin1String("drag") && arguments.size() > 2) {
        DragSource source(arguments.mid(2));
        source.show();
        return QApplication::exec();
    }
    if (role == QLatin1String("drop")) {
        DropTarget target;
        target.show();
        return QApplication::exec();
    }
    if (role == QLatin1String("portal")) {
        SettingsPortal portal(arguments.value(2) == QLatin1String("dark"));
        return portal.offer() ? QApplication::exec() : 1;
    }
    QTextStream(stderr) << "usage: learnlab-stand-in drag FILE... | drop | portal dark|light\n";
    return 2;
}
