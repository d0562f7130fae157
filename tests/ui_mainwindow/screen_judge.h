#pragma once

#include <QStringList>
#include <QWidget>

class QMenu;

namespace learnlab::tests {

/// What a user of a screen would complain of, each in a line that begins with `screen`: words that do not fit into what
/// shows them, controls without a name, too small to hit, or called by the same letter as another one.
[[nodiscard]] QStringList complaintsAbout(const QWidget &window, const QString &screen);
[[nodiscard]] QStringList complaintsAboutMenu(const QMenu &menu, const QString &screen);

/// Every sentence that the screen shows or tells to an assistance.
[[nodiscard]] QStringList sentencesOf(const QWidget &window);

} // namespace learnlab::tests
